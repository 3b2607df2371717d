import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import type { HandoverFile, HandoverItem } from "../../register/publishing/handover.js";
import { CSV_BEGINNING, csvLine } from "../csv-line.js";

/** What the cover of a package says. */
export interface HandoverCover {
  readonly agencyName: string;
  readonly receiver: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly contact: string;
  readonly preparedOn: PlainDate;
}

/** An item of the list with the names of its files and the parts they are in. */
export interface ListedItem {
  readonly listed: HandoverItem;
  readonly fileNames: readonly string[];
  readonly parts: readonly number[];
}

const HEAD = [
  ...["序号", "索引号", "信息名称", "文号", "发布机构", "生成日期", "公开日期", "电子文本"],
  ...["所在分卷", "现状", "撤回时间", "撤回决定机关", "撤回理由"],
];

/** 移送目录: a line an item, those withdrawn with when, by whom and why. */
export function listText(items: readonly ListedItem[]): string {
  const rows = items.map(({ listed, fileNames, parts }, index) => [
    ...[String(index + 1), listed.indexNumber, listed.title, listed.documentNumber ?? "", listed.agencyName],
    ...[listed.madeOn ?? "", listed.publishedOn, fileNames.join("；"), parts.join("、")],
    ...withdrawal(listed),
  ]);
  return CSV_BEGINNING + [HEAD, ...rows].map(csvLine).join("");
}

function withdrawal({ tombstone = null }: HandoverItem): string[] {
  return tombstone === null ? ["公开", "", "", ""] : ["已撤回", tombstone.withdrawnAt, tombstone.authority, tombstone.reason];
}

/** 移送说明: the letter that goes with the package. */
export function noteText(
  { agencyName, receiver, from, to, contact, preparedOn }: HandoverCover,
  { items, files, parts }: { readonly items: readonly HandoverItem[]; readonly files: number; readonly parts: number },
): string {
  const span = `${chineseDay(from)}至${chineseDay(to)}`;
  const gone = items.filter(({ tombstone = null }) => tombstone !== null).length;
  const open = items.length - gone;
  const body = [
    items.length === 0
      ? `${span}，本机关没有主动公开政府信息，特此零报送。`
      : `现提供${span}主动公开的政府信息${open}件，电子文本${files}个，目录见“移送目录.csv”，散列值见“散列清单.sha256”。`,
    ...(gone === 0 ? [] : [`另有${gone}件信息已经撤回，目录注明撤回的时间、决定机关和理由，不再提供正文和附件。`]),
    ...(parts === 1 ? [] : [`本次移送分为${parts}卷，目录、说明和散列清单在第1卷。请把各卷解压到同一个文件夹，再核对散列清单。`]),
  ].join("");
  return [
    "政府信息移送说明",
    "",
    `${receiver}：`,
    `根据《中华人民共和国政府信息公开条例》第二十五条第三款，${body}`,
    "",
    `送交联系人：${contact === "" ? "（未填写）" : contact}`,
    agencyName,
    chineseDay(preparedOn),
    "",
    "接收单位签收：                    日期：      年    月    日",
    "",
  ].join("\r\n");
}

/** What `sha256sum -c` checks. */
export function sumsText(files: readonly HandoverFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}
