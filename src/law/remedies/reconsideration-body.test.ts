import { expect, test } from "vitest";
import { AGENCY_KINDS } from "../agency-kind.js";
import { parsePlainDate } from "../plain-date.js";
import { type ActingAgency, bodiesInWords, reconsiderationBodies } from "./reconsideration-body.js";

const BEFORE = parsePlainDate("2023-12-31") ?? expect.fail();
const SINCE = parsePlainDate("2024-01-01") ?? expect.fail();

test.each<[ActingAgency, string, string]>([
  [{ kind: "provincial-government" }, "本机关 第十四条", "本机关 第二十四条第二款"],
  [{ kind: "local-government" }, "上一级人民政府 第十三条第一款", "上一级人民政府 第二十四条第一款第二项"],
  [
    { kind: "local-government", isUnderDispatchedAuthority: true },
    "所属的派出机关（地区行政公署） 第十三条第二款",
    "所属的派出机关（地区行政公署） 第二十四条第三款",
  ],
  [{ kind: "local-department" }, "本级人民政府或者上一级主管部门 第十二条第一款", "本级人民政府 第二十四条第一款第一项"],
  [{ kind: "dispatched-authority" }, "设立本机关的人民政府 第十五条第一款第一项", "设立本机关的人民政府 第二十四条第一款第三项"],
  [
    { kind: "dispatched-office" },
    "设立本机构的部门或者设立本机构的部门的本级人民政府 第十五条第一款第二项",
    "设立本机构的部门的本级人民政府 第二十四条第四款",
  ],
  [
    { kind: "dispatched-office", isSetUpByDivision: true },
    "设立本机构的部门或者设立本机构的部门的本级人民政府 第十五条第一款第二项",
    "设立本机构的部门的本级人民政府或者本机构所在地的人民政府 第二十四条第四款",
  ],
  [
    { kind: "dispatched-office", isUnderCentralDepartment: true },
    "设立本机构的部门 第十五条第一款第二项",
    "设立本机构的部门 第二十五条第二项",
  ],
  [
    { kind: "authorised-organization" },
    "直接管理本组织的人民政府或者政府工作部门 第十五条第一款第三项",
    "管理本组织的人民政府（由政府工作部门管理的，为该部门的本级人民政府） 第二十四条第一款第四项",
  ],
  [
    { kind: "authorised-organization", isUnderCentralDepartment: true },
    "管理本组织的国务院部门 第十五条第一款第三项",
    "管理本组织的国务院部门 第二十五条第三项",
  ],
  [{ kind: "central-department" }, "本机关 第十四条", "本机关 第二十五条第一项"],
  [{ kind: "vertical-organ" }, "上一级主管部门 第十二条第二款", "上一级主管部门 第二十七条"],
  [
    { kind: "judicial-department" },
    "本级人民政府或者上一级司法行政部门 第十二条第一款",
    "本级人民政府或者上一级司法行政部门 第二十八条",
  ],
])("acts of %j were heard by %s, since 2024 by %s", (agency, before, since) => {
  const told = (day: typeof BEFORE) => {
    const bodies = reconsiderationBodies(agency, day);
    return `${bodiesInWords(bodies)} ${bodies[0]?.citation.place}`;
  };
  expect(told(BEFORE)).toBe(before);
  expect(told(SINCE)).toBe(since);
});

test("since 2024 上一级主管部门 hears acts of vertical organs only", () => {
  const kinds = AGENCY_KINDS.filter((kind) =>
    reconsiderationBodies({ kind }, SINCE).some(({ role }) => role === "higher-authority"),
  );
  expect(kinds).toEqual(["vertical-organ"]);
});
