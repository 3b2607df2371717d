import { describe, expect, test } from "vitest";
import {
  AGENCY_ID,
  AS_OF,
  aDay,
  buildRegister,
  buildReport2024,
  monthlyFigures,
  simpleCase,
  tallyOf2025,
} from "../../test/builders/register-year.js";
import type { Agency, Dated } from "../register/agency.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { areaAgencies } from "./counted-agency.js";
import { openBooks, openingOf } from "./open-books.js";
import { sumOfTallies, tallyArea } from "./tally-area.js";
import { type TallyResult, talliedCell, talliedValue } from "./tally-result.js";

const since = <Value>(value: Value, from = "2000-01-01", until: string | null = null): Dated<Value> => ({
  value,
  from: aDay(from),
  until: until === null ? null : aDay(until),
});

const agency = (id: string, parent: string | null, more: Partial<Agency> = {}): Agency => ({
  id,
  kind: "local-department",
  level: "county",
  names: [since(id)],
  creditCodes: [],
  parents: [since(parent)],
  authorities: [],
  successor: null,
  ...more,
});

const county = agency("county", "city");
const town = agency("town", "county");
const bureau = agency("bureau", "county");
const moved = agency("moved", null, {
  parents: [since<string | null>("county", "2000-01-01", "2025-07-01"), since<string | null>("other", "2025-07-01")],
});
const merged = agency("merged", "county", {
  names: [since("merged", "2000-01-01", "2025-05-01")],
  parents: [since<string | null>("county", "2000-01-01", "2025-05-01")],
  successor: { agencyId: "bureau", from: aDay("2025-05-01") },
});
const abolished = agency("abolished", "town", {
  names: [since("abolished", "2000-01-01", "2025-03-01")],
  parents: [since<string | null>("town", "2000-01-01", "2025-03-01")],
});
const AGENCIES = [agency("city", null), county, town, bureau, moved, merged, abolished];

const at = (row: string, column = "total") => ({ table: "requests" as const, row, column });
const PENALTY = { table: "proactive" as const, row: "art20_6.penalty", column: "decisions" };

const requestOf = (agencyId: string, id: string) => {
  const file = simpleCase(id, "2025-03-03", "2025-03-20");
  return { ...file, request: { ...file.request, agencyId } };
};

describe("the agencies of an area", () => {
  test("are those below it on 31 December, and those that ended in the year without a successor", () => {
    expect(areaAgencies(AGENCIES, "county", 2025)).toEqual(["county", "town", "bureau", "abolished"]);
  });

  test("were others the year before", () => {
    expect(areaAgencies(AGENCIES, "county", 2024)).toEqual(["county", "town", "bureau", "moved", "merged", "abolished"]);
    expect(areaAgencies(AGENCIES, "county", 2026)).toEqual(["county", "town", "bureau"]);
  });

  test("are found though the parents run in a circle", () => {
    expect(areaAgencies([agency("a", "b"), agency("b", "a")], "c", 2025)).toEqual([]);
  });
});

describe("the tables of an area", () => {
  const members = ["county", "town", "bureau", "merged", "abolished", "moved"];
  const register = buildRegister({
    requests: members.map((id) => requestOf(id, `r-${id}`)),
    figures: members.flatMap((agencyId) =>
      monthlyFigures(annualReport2021, 2025).map((one) => ({ ...one, id: `${agencyId}-${one.id}`, agencyId, value: 1 })),
    ),
  });
  const question = { agencies: AGENCIES, governmentId: "county", year: 2025, asOf: AS_OF, format: annualReport2021 };

  test("are the sum of those of its agencies, which are listed", () => {
    const { whole, members: parts } = tallyArea({ ...question, register });
    expect(parts.map(({ agencyId, countedAgencies }) => [agencyId, countedAgencies])).toEqual([
      ["county", ["county"]],
      ["town", ["town"]],
      ["bureau", ["bureau", "merged"]],
      ["abolished", ["abolished"]],
    ]);
    expect(talliedCell(whole, at("new_received"))).toMatchObject({
      value: 5,
      records: ["r-county", "r-town", "r-bureau", "r-merged", "r-abolished"],
    });
    for (const { table, row, column, value } of whole.cells) {
      expect(value).toBe(parts.reduce((sum, part) => sum + (talliedValue(part, { table, row, column }) ?? Number.NaN), 0));
    }
  });

  test("ask an agency that ended only for the months it existed", () => {
    const figures = register.figures.filter(({ agencyId, month }) => agencyId !== "abolished" || month < "2025-03");
    const { whole } = tallyArea({ ...question, register: { ...register, figures } });
    expect(talliedValue(whole, PENALTY)).toBe(12 * 4 + 2);
  });

  test("are blank where one agency is, and say which", () => {
    const figures = register.figures.filter(
      ({ agencyId, month, row }) => agencyId !== "town" || month !== "2025-06" || row !== PENALTY.row,
    );
    const { whole, members: parts } = tallyArea({ ...question, register: { ...register, figures } });
    expect(talliedCell(whole, PENALTY)).toMatchObject({ value: null, blank: { message: "下列机关的这一格空白：town。" } });
    expect(talliedCell(parts[1] ?? whole, PENALTY)?.blank?.message).toBe("town：6月没有填报。");
  });

  test("are the same whether added up or counted at once", () => {
    const { whole } = tallyArea({ ...question, register });
    const opening = { ...openingOf(whole), year: 2024, kind: "paper" as const, figures: [] };
    const atOnce = tallyArea({ ...question, register, openings: [opening] }).whole;
    const values = (result: TallyResult) =>
      result.cells.map(({ row, column, value, records }) => [row, column, value, [...records].sort()]);
    expect(values(atOnce)).toEqual(values(whole));
  });

  test("are opened by last year's report of the whole area, not those of the government's own office", () => {
    const carried = simpleCase("old", "2024-12-20", "2025-01-20");
    const requests = [{ ...carried, request: { ...carried.request, agencyId: "town" } }];
    const opening = openBooks(buildReport2024({ carriedOut: 2, valid: 0 }), {
      agencyId: "county",
      countedAgencies: areaAgencies(AGENCIES, "county", 2024),
    });
    const { whole, members: parts } = tallyArea({
      ...question,
      register: buildRegister({ requests }),
      openings: opening ? [opening] : [],
    });
    expect(talliedValue(whole, at("carried_in"))).toBe(2);
    expect(whole.openingDifferences).toContainEqual(expect.objectContaining({ agencyId: "county", reported: 2, ledger: 1 }));
    expect(parts.map((part) => talliedValue(part, at("carried_in")))).toEqual([0, 1, 0, 0]);
  });

  test("ask nothing of an agency for a power it does not have", () => {
    const figures = register.figures.filter(({ agencyId, row }) => agencyId !== "town" || row !== PENALTY.row);
    const settings = { withoutPower: [{ agencyId: "town", row: PENALTY.row }] };
    const { whole } = tallyArea({ ...question, register: { ...register, figures }, settings });
    expect(talliedValue(whole, PENALTY)).toBe((talliedValue(tallyArea({ ...question, register }).whole, PENALTY) ?? 0) - 12);
  });

  test("cannot be added over different years, and say so", () => {
    const one = tallyOf2025({});
    expect(() => sumOfTallies("x", [one, { ...one, year: 2024 }])).toThrow("not of one year");
    expect(() => sumOfTallies("x", [])).toThrow("No agency reports");
    expect(sumOfTallies("x", [one, one]).countedAgencies).toEqual([AGENCY_ID]);
  });
});
