import type { PlainDate } from "../../law/plain-date.js";
import type { Channel } from "../info-request.js";
import type { AgencyContact } from "./public-agency.js";

/** 政府信息公开指南 as published, with the fields of 条例 第十二条. */
export interface PublishedGuide {
  readonly agencyId: string;
  /** 政府信息的分类 */
  readonly classification: string;
  /** 编排体系 */
  readonly arrangement: string;
  /** 获取方式 */
  readonly access: string;
  /** 政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式 */
  readonly office: AgencyContact;
  /** A channel for requests is open only when it is described here (法释、国办公开办函: it binds once announced). */
  readonly channels: readonly GuideChannel[];
  readonly remedies: string | null;
  /** Further chapters of the agency's own. */
  readonly chapters: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly updatedOn: PlainDate;
  readonly edition: number;
  readonly publishedAt: string;
}

export interface GuideChannel {
  readonly channel: Channel;
  readonly description: string;
}

/** One text of 政府信息公开制度. */
export interface PublishedRule {
  readonly id: string;
  readonly agencyId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly madeOn: PlainDate | null;
  readonly paragraphs: readonly string[];
  /** The item it is published as, when it is one. */
  readonly itemId: string | null;
  readonly publishedAt: string;
}
