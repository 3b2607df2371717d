import { expect, test } from "vitest";
import { deliveryStanding, MOST_ATTEMPTS, nextAttemptAt, signingSecrets } from "./delivery.js";

test.each([
  [1, "2026-01-05T00:02:00.000Z"],
  [2, "2026-01-05T00:04:00.000Z"],
  [10, "2026-01-05T17:04:00.000Z"],
  [11, "2026-01-06T00:00:00.000Z"],
  [MOST_ATTEMPTS - 1, "2026-01-06T00:00:00.000Z"],
  [MOST_ATTEMPTS, null],
])("after %i failures it is tried again at %s", (attempts, at) => {
  expect(nextAttemptAt({ attempts, lastAt: "2026-01-05T00:00:00.000Z" })).toBe(at);
});

const failed = { isDone: false };

test.each([
  [[], "waiting"],
  [[failed], "retrying"],
  [[failed, { isDone: true }], "delivered"],
  [Array.from({ length: MOST_ATTEMPTS }, () => failed), "given-up"],
] as const)("%j stands as %s", (attempts, standing) => {
  expect(deliveryStanding(attempts)).toBe(standing);
});

test("the secret before the newest signs for a day more, an older one never", () => {
  const secrets = ["2026-01-03", "2026-01-02", "2026-01-01"].map((day) => ({ recordedAt: `${day}T00:00:00.000Z` }));
  expect(signingSecrets(secrets, "2026-01-03T23:59:59.999Z")).toEqual(secrets.slice(0, 2));
  expect(signingSecrets(secrets, "2026-01-04T00:00:00.000Z")).toEqual(secrets.slice(0, 1));
  expect(signingSecrets([], "2026-01-04T00:00:00.000Z")).toEqual([]);
});
