import type { AgencyKind } from "../../law/agency-kind.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { AgencyLevel } from "../agency.js";

/** An agency as the portal shows it: a snapshot, with nothing of the register in it. */
export interface PublicAgency {
  readonly id: string;
  /** Full name (机关全称) on the day of the snapshot. */
  readonly name: string;
  readonly shortName: string | null;
  /** The names it bore before, the newest first. */
  readonly formerNames: readonly FormerName[];
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  /** The government or agency it belongs to, when that is in the portal as well. */
  readonly parentId: string | null;
  /** 统一社会信用代码 */
  readonly creditCode: string | null;
  readonly place: AgencyPlace;
  readonly contact: AgencyContact;
  readonly site: SiteMeta;
  /** The agency that carries on its information after a merger or abolition. */
  readonly successorId: string | null;
}

export interface FormerName {
  readonly name: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Where it is: GB/T 2260 code and name, for grouping a city's agencies. */
export interface AgencyPlace {
  readonly divisionCode: string | null;
  readonly name: string | null;
}

/** The office for disclosure (政府信息公开工作机构) as the footer and the guide show it; null where not given. */
export interface AgencyContact {
  readonly office: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly hours: string | null;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
}

/** What meta tags and footer of a government site carry (国办发〔2017〕47号); null where not given. */
export interface SiteMeta {
  readonly siteName: string | null;
  readonly siteDomain: string | null;
  /** 网站标识码, ten characters. */
  readonly siteCode: string | null;
  readonly sponsor: string | null;
  readonly organizer: string | null;
  /** ICP 备案号 */
  readonly icpNumber: string | null;
  /** 公安备案号 */
  readonly policeNumber: string | null;
  /** 违法和不良信息举报 */
  readonly reportPhone: string | null;
}

/** No contact at all: what stands where the agency has given none. */
export const NO_CONTACT: AgencyContact = {
  office: null,
  address: null,
  postcode: null,
  hours: null,
  phone: null,
  fax: null,
  email: null,
};

export const NO_SITE_META: SiteMeta = {
  siteName: null,
  siteDomain: null,
  siteCode: null,
  sponsor: null,
  organizer: null,
  icpNumber: null,
  policeNumber: null,
  reportPhone: null,
};
