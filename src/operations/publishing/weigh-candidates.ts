import { isAppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type ItemContent, textPartsOf } from "../../register/publishing/item-content.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { screenParts } from "../../register/publishing/screen-parts.js";
import type { ScreeningHit } from "../../register/publishing/screening-hit.js";
import { takenNumbers } from "../../storage/stores/index-number-store.js";
import { itemsTitled, type TitledItem } from "../../storage/stores/item-summary-store.js";
import type { Office } from "../office.js";
import { checkedContent } from "./check-content.js";
import type { ImportCandidate } from "./import-candidate.js";
import type { ImportOrder, WeighedCandidate } from "./import-report.js";
import { screenFile } from "./screener.js";

interface WeighingBy {
  readonly as: ImportOrder["as"];
  readonly today: PlainDate;
  readonly settings: PublishingSettings;
}

interface Known extends WeighingBy {
  readonly taken: ReadonlyMap<string, string>;
  /** Items the agency has, by what makes two lines the same. */
  readonly kept: ReadonlyMap<string, string>;
  /** Numbers and texts of lines before. */
  readonly seen: Set<string>;
}

/** Whether each candidate can be taken, and what a person should look at. What the agency has already is not taken again. */
export async function weighCandidates(
  { database }: Office,
  { agencyId, candidates }: { readonly agencyId: string; readonly candidates: readonly ImportCandidate[] },
  by: WeighingBy,
): Promise<WeighedCandidate[]> {
  const numbers = candidates.flatMap(({ indexNumber }) => indexNumber ?? []);
  const taken = await takenNumbers(database.db, numbers);
  const titled = await itemsTitled(database, agencyId, [...new Set(candidates.map(({ content }) => content.title))]);
  const kept = new Map(titled.map((item) => [keyOf(item), item.id]));
  const known: Known = { ...by, taken, kept, seen: new Set() };
  const weighed: WeighedCandidate[] = [];
  for (const candidate of candidates) weighed.push(await weigh(candidate, known));
  return weighed;
}

/** What has no number of its own is told by its title, its 文号 and its day. */
const keyOf = ({ title, documentNumber, madeOn }: Pick<TitledItem, "title" | "documentNumber" | "madeOn">): string =>
  [title, documentNumber ?? "", madeOn ?? ""].join("\u001f");

async function weigh(candidate: ImportCandidate, by: Known): Promise<WeighedCandidate> {
  const { place, indexNumber, publishedOn, content: given } = candidate;
  const base = { place, title: given.title, itemId: null, indexNumber, publishedOn };
  const refused = (why: string): WeighedCandidate => ({
    candidate,
    line: { ...base, result: "refused", content: null, notes: [...candidate.notes, why] },
  });
  if (candidate.fault !== null) return refused(candidate.fault);
  const known = knownAs(candidate, by);
  if (known !== null) return { candidate, line: { ...base, result: "already", content: null, ...known } };
  const repeated = repetitionOf(candidate, by);
  if (repeated !== null) return refused(repeated);
  let content: ItemContent;
  try {
    content = checkedContent(given, { settings: by.settings, files: new Map() });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return refused(error.message);
  }
  const fault = by.as === "published" ? faultOfPublished(candidate, content, by) : null;
  if (fault !== null) return refused(fault);
  const hits = await hitsIn(candidate, content);
  const sure = hits.filter(({ kind, sureness }) => sureness === "sure" && (kind === "id-card" || kind === "bank-card"));
  if (by.as === "published" && sure.length > 0)
    return refused(`内容里有 ${sure.length} 处身份号码或者银行卡号，请作为草稿导入并处理。`);
  const notes = [...candidate.notes, ...(hits.length > 0 ? [`筛查发现 ${hits.length} 处可能不宜公开的内容，请核对。`] : [])];
  return { candidate, line: { ...base, content, notes, result: notes.length > 0 ? "doubtful" : "ready" } };
}

/** The item the agency has already; null when it has none. A number tells it for sure, but a draft keeps none. */
function knownAs({ indexNumber, content }: ImportCandidate, { as, taken, kept }: Known) {
  const numbered = indexNumber === null ? undefined : taken.get(indexNumber);
  if (numbered !== undefined) return { itemId: numbered, notes: ["这一索引号的信息已经在库中，没有重复导入。"] };
  if (indexNumber !== null && as === "published") return null;
  const { title, documentNumber = null, madeOn = null } = content;
  const titled = kept.get(keyOf({ title, documentNumber, madeOn }));
  return titled === undefined ? null : { itemId: titled, notes: ["名称、文号和生成日期都相同的信息已经在库中，没有重复导入。"] };
}

/** Why a line cannot stand beside those before it; null when it can. */
function repetitionOf({ indexNumber, content }: ImportCandidate, { seen }: Known): string | null {
  if (indexNumber !== null && indexNumber.length > 64) return "索引号超过 64 个字符。";
  const { title, documentNumber = null, madeOn = null, blocks = [] } = content;
  const mark = indexNumber ?? `${keyOf({ title, documentNumber, madeOn })}\u001f${JSON.stringify(blocks)}`;
  if (seen.has(mark)) return indexNumber === null ? "与前面的一件完全相同。" : "与前面的一行索引号相同。";
  seen.add(mark);
  return null;
}

/** What the screening finds in the text; and, where a file is published with it, in the file, behind its text too. */
async function hitsIn(
  { file, place }: ImportCandidate,
  content: ItemContent,
): Promise<readonly Pick<ScreeningHit, "kind" | "sureness">[]> {
  if (file === null) return screenParts(textPartsOf(content));
  return screenFile({ attachmentId: place, name: file.name, bytes: file.bytes });
}

function faultOfPublished(
  { publishedOn, file }: ImportCandidate,
  { madeOn, documentKind }: ItemContent,
  { today, settings }: WeighingBy,
): string | null {
  if (publishedOn === null) {
    if (file !== null) return "没有成文日期，不知道发布日期；请改用统一的发布日期，或者作为草稿导入。";
    return "没有发布日期，不能作为已公开的信息导入。";
  }
  if (publishedOn > today) return "发布日期还没有到。";
  if ((documentKind !== null || file !== null) && madeOn !== null && publishedOn < madeOn) return "发布日期早于生成日期。";
  return settings.indexScheme === null ? "没有索引号的规则，请先设置。" : null;
}
