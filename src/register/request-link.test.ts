import { expect, test } from "vitest";
import { linkedRequests, type RequestLink, standingLinks } from "./request-link.js";

const link = (sequence: number, requestId: string, earlierId: string, more: Partial<RequestLink> = {}): RequestLink => ({
  id: `l${sequence}`,
  sequence,
  recordedAt: "2025-03-03T00:00:00.000Z",
  recordedBy: "u1",
  requestId,
  earlierId,
  kind: "same-information",
  ...more,
});

test("requests hang together however far the links go, also in a circle", () => {
  const links = [link(1, "b", "a"), link(2, "c", "b"), link(3, "a", "c"), link(4, "y", "x")];
  expect(linkedRequests(links, "a")).toEqual(["b", "c"]);
  expect(linkedRequests(links, "x")).toEqual(["y"]);
  expect(linkedRequests(links, "alone")).toEqual([]);
});

test("of two records about the same requests the last holds, in whatever order they are given", () => {
  const removed = link(5, "a", "b", { isRemoved: true });
  expect(standingLinks([removed, link(1, "b", "a")])).toEqual([]);
  const again = link(6, "b", "a", { kind: "repeat" });
  expect(standingLinks([link(1, "b", "a"), again, removed])).toEqual([again]);
  expect(linkedRequests([link(1, "b", "a"), removed, link(2, "c", "b")], "a")).toEqual([]);
});
