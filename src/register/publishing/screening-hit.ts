/** What a screening may find in something that is to be published. The first kinds are those of law/masking. */
export const HIT_KINDS = [
  "id-card",
  "mobile",
  "landline",
  "bank-card",
  "email",
  "address",
  "passport",
  "credit-code",
  "plate",
  "office-contact",
  "tracked-change",
  "comment",
  "hidden-content",
  "embedded-file",
  "file-property",
  "unreadable",
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export const HIT_LABELS: Readonly<Record<HitKind, string>> = {
  "id-card": "公民身份号码",
  mobile: "手机号码",
  landline: "固定电话",
  "bank-card": "银行卡号",
  email: "电子邮箱",
  address: "街道、乡镇以下的地址",
  passport: "护照或者其他证件号码",
  "credit-code": "统一社会信用代码",
  plate: "机动车号牌",
  "office-contact": "机关对外公布的电话、邮箱、地址",
  "tracked-change": "修订痕迹",
  comment: "批注",
  "hidden-content": "隐藏的文字、工作表或者行列",
  "embedded-file": "嵌入的文件",
  "file-property": "文件属性",
  unreadable: "未能读出的内容",
};

/** Where a hit is. Offsets count UTF-16 units in the text of the part. */
export type HitPlace =
  /** `part` is "title", "summary" or "blocks/3": the fourth block; of a table "blocks/3/row/column" (all from 0). */
  | { readonly in: "text"; readonly part: string; readonly offset: number; readonly length: number }
  | {
      readonly in: "attachment";
      readonly attachmentId: string;
      /** In words, as a person finds it: "正文第3段", "批注", "工作表“名单”（隐藏）第2行第4列". */
      readonly part: string;
      readonly page: number | null;
      readonly offset: number;
      readonly length: number;
    };

/** Something a person must look at before the information is published (条例 第十五条、第三十二条；个人信息保护法 第二十五条). */
export interface ScreeningHit {
  /** The same for the same find in the same place of the same text, however often it is screened, so that what was cleared stays cleared. */
  readonly id: string;
  readonly kind: HitKind;
  readonly sureness: "sure" | "likely";
  readonly place: HitPlace;
  /** What was found, with a little around it. Shown while it is cleared, never recorded. */
  readonly excerpt: string;
  /** What was found, masked; null where hiding is not done by stars (a comment, a hidden sheet). */
  readonly suggestion: string | null;
}

/** A hit as it is recorded: the personal data themselves are not copied into the history. */
export type RecordedHit = Omit<ScreeningHit, "excerpt">;

/** A stretch of the text of an item: what the screening of text is given. */
export interface TextPart {
  readonly part: string;
  readonly text: string;
}

export function recordedHit({ id, kind, sureness, place, suggestion }: ScreeningHit): RecordedHit {
  return { id, kind, sureness, place, suggestion };
}
