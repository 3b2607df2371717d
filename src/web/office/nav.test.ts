import { expect, test } from "vitest";
import { EVERY_AGENCY } from "../../register/account.js";
import type { OfficeRole } from "../../register/office-role.js";
import { firstPlace, placeAt, placesOf } from "./nav.js";

const AGENCY = { id: "a1", name: "商务局", isBelow: false };
const at = (agencyId: string, ...roles: OfficeRole[]) => ({
  posts: roles.map((role) => ({ agencyId, agencyName: "", role })),
  agencies: [AGENCY],
  agencyId: AGENCY.id,
});
const withoutAgency = (...roles: OfficeRole[]) => ({ ...at(EVERY_AGENCY, ...roles), agencies: [], agencyId: "" });

test.each<[OfficeRole[], string]>([
  [["handler"], "/today"],
  [["head"], "/today"],
  [["secrecy-reviewer"], "/reviews"],
  [["secrecy-reviewer", "reviewer"], "/today"],
  [["supervisor"], "/figures"],
])("the day of %j begins at %s", (roles, path) => {
  expect(firstPlace(at("a1", ...roles))).toBe(path);
});

test.each<[OfficeRole, string]>([
  ["system-administrator", "/system"],
  ["security-administrator", "/accounts"],
  ["audit-administrator", "/audit"],
])("the day of the %s begins at %s", (role, path) => {
  expect(firstPlace(at(EVERY_AGENCY, role))).toBe(path);
});

test("on the first day the system administrator begins with the agencies, and is shown no page that needs one", () => {
  const who = withoutAgency("system-administrator");
  expect(firstPlace(who)).toBe("/agencies");
  expect(placesOf(who).flatMap(({ places }) => places.map(({ path }) => path))).toEqual(["/system", "/agencies"]);
});

test("who has no post anywhere is led to no place", () => {
  expect(firstPlace(withoutAgency())).toBe(null);
});

test("a page belongs to the place its address begins with, not to one that is only spelled alike", () => {
  expect(placeAt("/cases/new")?.path).toBe("/cases");
  expect(placeAt("/agencies")?.isOfAll).toBe(true);
  expect(placeAt("/settings-of-mine")).toBe(undefined);
});
