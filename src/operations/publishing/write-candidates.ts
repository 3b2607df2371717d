import { randomUUID } from "node:crypto";
import { AppError, isAppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { seriesOf } from "../../law/publication/index-scheme.js";
import type { ItemContent } from "../../register/publishing/item-content.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { draftItem as draftStep } from "../../register/publishing-steps/draft-item.js";
import { importItem as importStep } from "../../register/publishing-steps/import-item.js";
import { readingIn } from "../../storage/reading-in.js";
import { addAttachment } from "../../storage/stores/attachment-store.js";
import { keepIndexNumber, takeIndexNumber } from "../../storage/stores/index-number-store.js";
import { filesForItems, type StoredFile } from "../../storage/stores/item-attachment-store.js";
import { addItem } from "../../storage/stores/item-store.js";
import { type Writing, write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { validityChangeStep } from "./change-validity.js";
import type { ImportCandidate } from "./import-candidate.js";
import type { ImportLine, ImportOrder, WeighedCandidate } from "./import-report.js";
import { type ItemStep, stepIn } from "./take-item-step.js";

const AT_ONCE = 50;

interface Batch {
  readonly agencyId: string;
  readonly as: ImportOrder["as"];
  readonly weighed: readonly WeighedCandidate[];
}

/** Some lines in a transaction, so that others come in between; a line that fails after all is told and the rest goes on. */
export async function writeCandidates(office: Office, actor: Actor, { agencyId, as, weighed }: Batch): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for (let from = 0; from < weighed.length; from += AT_ONCE) {
    const batch = weighed.slice(from, from + AT_ONCE);
    try {
      lines.push(...(await writeBatch(office, actor, { agencyId, as, weighed: batch })));
    } catch (error) {
      if (!isAppError(error)) throw error;
      for (const one of batch) lines.push(...(await writeSingly(office, actor, { agencyId, as, weighed: [one] })));
    }
  }
  return lines;
}

async function writeSingly(office: Office, actor: Actor, batch: Batch): Promise<ImportLine[]> {
  try {
    return await writeBatch(office, actor, batch);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return batch.weighed.map(({ line }) => ({ ...line, result: "refused", notes: [...line.notes, error.message] }));
  }
}

async function writeBatch(office: Office, actor: Actor, { agencyId, as, weighed }: Batch): Promise<ImportLine[]> {
  return write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const lines: ImportLine[] = [];
    for (const { candidate, line } of weighed) {
      if (line.content === null) {
        lines.push(line);
        continue;
      }
      const itemId = await writeOne(office, writing, { actor, as, candidate, content: line.content });
      lines.push({ ...line, itemId, result: "written" });
    }
    return lines;
  });
}

interface One {
  readonly actor: Actor;
  readonly as: ImportOrder["as"];
  readonly candidate: ImportCandidate;
  readonly content: ItemContent;
}

async function writeOne(office: Office, writing: Writing, { actor, as, candidate, content: given }: One): Promise<string> {
  const item = await addItem(writing, { id: randomUUID(), isSample: false });
  const content = { ...given, attachments: await attached(writing, candidate.file) };
  const { publishedOn } = candidate;
  const first: ItemStep =
    as === "draft" || publishedOn === null
      ? { transition: draftStep, input: () => ({ content }) }
      : {
          transition: importStep,
          input: async ({ settings }) => ({
            content,
            indexNumber: await numberFor(writing, { itemId: item.id, candidate, content, publishedOn, settings }),
            formerlyPublishedOn: publishedOn,
            publishedAt: new Date(`${publishedOn}T00:00:00+08:00`).toISOString(),
            formerAddress: candidate.address,
          }),
        };
  const begun = await stepIn(office, writing, { item, actor, step: first });
  const { ended, repealedOn } = candidate;
  if (ended !== null && repealedOn !== null && as === "published") {
    const step = validityChangeStep({ validity: ended, from: repealedOn, authority: "原网站标注" });
    await stepIn(office, writing, { item: begun, actor, step });
  }
  return item.id;
}

async function attached(writing: Writing, file: ImportCandidate["file"]): Promise<StoredFile[]> {
  if (file === null) return [];
  const id = randomUUID();
  await addAttachment(writing, { id, agencyId: writing.chain, caseId: null, name: file.name, bytes: file.bytes });
  return [...(await filesForItems(readingIn(writing), writing.chain, [id])).values()];
}

interface NumberFor {
  readonly itemId: string;
  readonly candidate: ImportCandidate;
  readonly content: ItemContent;
  readonly publishedOn: PlainDate;
  readonly settings: PublishingSettings;
}

async function numberFor(writing: Writing, { itemId, candidate, content, publishedOn, settings }: NumberFor): Promise<string> {
  if (candidate.indexNumber !== null) return keepIndexNumber(writing, { itemId, text: candidate.indexNumber });
  if (settings.indexScheme === null) throw new AppError("INDEX_SCHEME_MISSING", { detail: "没有登记本机关的统一社会信用代码" });
  const series = seriesOf(settings.indexScheme, { on: publishedOn, theme: content.theme });
  return takeIndexNumber(writing, { itemId, series });
}
