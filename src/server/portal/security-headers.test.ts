import { expect, test } from "vitest";
import { CHECK_POLICY } from "./content-policy.js";
import { policyText, securityHeaders } from "./security-headers.js";

test("a policy says one rule after another, with the names as browsers know them", () => {
  expect(policyText(CHECK_POLICY)).toBe(
    "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';img-src 'self' data:;connect-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
  );
});

test("only behind https a browser is told to come by https", () => {
  expect(securityHeaders("https://www.example.gov.cn")).toMatchObject({
    "strict-transport-security": "max-age=15552000; includeSubDomains",
    "cross-origin-opener-policy": "same-origin",
  });
  const plain = securityHeaders("");
  expect(plain).not.toHaveProperty("strict-transport-security");
  expect(plain).not.toHaveProperty("cross-origin-opener-policy");
  expect(plain).toMatchObject({ "x-frame-options": "SAMEORIGIN", "x-content-type-options": "nosniff" });
});
