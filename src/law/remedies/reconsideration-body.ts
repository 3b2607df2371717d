import type { AgencyKind } from "../agency-kind.js";
import { type Citation, formerReconsiderationLaw, reconsiderationLaw } from "../citation.js";
import type { PlainDate } from "../plain-date.js";

/** Who may hear a reconsideration (行政复议机关), seen from the agency that acted. */
export const BODY_DESCRIPTIONS = {
  "own-organ": "本机关",
  "same-level-government": "本级人民政府",
  "next-higher-government": "上一级人民政府",
  "governing-dispatched-authority": "所属的派出机关（地区行政公署）",
  "founding-government": "设立本机关的人民政府",
  "founding-department": "设立本机构的部门",
  "departments-government": "设立本机构的部门的本级人民政府",
  "government-of-the-seat": "本机构所在地的人民政府",
  "managing-government": "管理本组织的人民政府（由政府工作部门管理的，为该部门的本级人民政府）",
  "managing-organ": "直接管理本组织的人民政府或者政府工作部门",
  "managing-department": "管理本组织的国务院部门",
  "higher-authority": "上一级主管部门",
  "higher-judicial-department": "上一级司法行政部门",
} as const;
export type BodyRole = keyof typeof BODY_DESCRIPTIONS;

/** As much of an agency as decides who hears a reconsideration of its acts. */
export interface ActingAgency {
  readonly kind: AgencyKind;
  /** For a 派出机构 or an authorised organization: true when it belongs to a department of the State Council. */
  readonly isUnderCentralDepartment?: boolean;
  /** For a 派出机构 of a department of a 直辖市 or 设区的市: set up by administrative division (按照行政区划设立). */
  readonly isSetUpByDivision?: boolean;
  /** For a county government below the dispatched authority (行署) of a province. */
  readonly isUnderDispatchedAuthority?: boolean;
  /** The names of the bodies, as a letter must print them: 沭阳县人民政府. */
  readonly bodyNames?: Readonly<Partial<Record<BodyRole, string>>>;
}

/** A body that hears a reconsideration; where there are several the person chooses. */
export interface ReconsiderationBody {
  readonly role: BodyRole;
  readonly citation: Citation;
}

/** 行政复议法（2023年修订） is in force from this day; the law of the day of the act applies. */
export const RECONSIDERATION_LAW_OF_2023_FROM = "2024-01-01";

/** Who hears a reconsideration of an act of an agency: since 2024 the government for nearly all, before that often the higher authority too. */
export function reconsiderationBodies(agency: ActingAgency, decidedOn: PlainDate): readonly ReconsiderationBody[] {
  return decidedOn < RECONSIDERATION_LAW_OF_2023_FROM ? bodiesOf2017(agency) : bodiesOf2023(agency);
}

/** 行政复议法（2023年修订）第二十四条至第二十八条 */
function bodiesOf2023(agency: ActingAgency): readonly ReconsiderationBody[] {
  const by = (role: BodyRole, place: string): ReconsiderationBody => ({ role, citation: reconsiderationLaw(place) });
  switch (agency.kind) {
    case "provincial-government":
      return [by("own-organ", "第二十四条第二款")];
    case "local-government":
      return agency.isUnderDispatchedAuthority
        ? [by("governing-dispatched-authority", "第二十四条第三款")]
        : [by("next-higher-government", "第二十四条第一款第二项")];
    case "local-department":
      return [by("same-level-government", "第二十四条第一款第一项")];
    case "dispatched-authority":
      return [by("founding-government", "第二十四条第一款第三项")];
    case "dispatched-office": {
      if (agency.isUnderCentralDepartment) return [by("founding-department", "第二十五条第二项")];
      const government = by("departments-government", "第二十四条第四款");
      return agency.isSetUpByDivision ? [government, by("government-of-the-seat", "第二十四条第四款")] : [government];
    }
    case "authorised-organization":
      return agency.isUnderCentralDepartment
        ? [by("managing-department", "第二十五条第三项")]
        : [by("managing-government", "第二十四条第一款第四项")];
    case "central-department":
      return [by("own-organ", "第二十五条第一项")];
    case "vertical-organ":
      return [by("higher-authority", "第二十七条")];
    case "judicial-department":
      return [by("same-level-government", "第二十八条"), by("higher-judicial-department", "第二十八条")];
  }
}

/** 行政复议法（2017年修正）第十二条至第十五条 */
function bodiesOf2017(agency: ActingAgency): readonly ReconsiderationBody[] {
  const by = (role: BodyRole, place: string): ReconsiderationBody => ({ role, citation: formerReconsiderationLaw(place) });
  switch (agency.kind) {
    case "provincial-government":
    case "central-department":
      return [by("own-organ", "第十四条")];
    case "local-government":
      return agency.isUnderDispatchedAuthority
        ? [by("governing-dispatched-authority", "第十三条第二款")]
        : [by("next-higher-government", "第十三条第一款")];
    case "local-department":
      return [by("same-level-government", "第十二条第一款"), by("higher-authority", "第十二条第一款")];
    case "judicial-department":
      return [by("same-level-government", "第十二条第一款"), by("higher-judicial-department", "第十二条第一款")];
    case "dispatched-authority":
      return [by("founding-government", "第十五条第一款第一项")];
    case "dispatched-office": {
      const department = by("founding-department", "第十五条第一款第二项");
      return agency.isUnderCentralDepartment ? [department] : [department, by("departments-government", "第十五条第一款第二项")];
    }
    case "authorised-organization":
      return agency.isUnderCentralDepartment
        ? [by("managing-department", "第十五条第一款第三项")]
        : [by("managing-organ", "第十五条第一款第三项")];
    case "vertical-organ":
      return [by("higher-authority", "第十二条第二款")];
  }
}

/** The bodies as a sentence names them: by name where it is known, else by description. */
export function bodiesInWords(bodies: readonly ReconsiderationBody[], names: ActingAgency["bodyNames"] = {}): string {
  return bodies.map(({ role }) => names[role] ?? BODY_DESCRIPTIONS[role]).join("或者");
}
