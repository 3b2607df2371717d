import { AppError } from "../../errors.js";
import { addDays } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { itemState } from "../../register/publishing/item-state.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { itemsToHandOver } from "../../storage/stores/handover-items.js";
import { itemsOf } from "../../storage/stores/item-store.js";
import type { FileToPack, ItemToPack } from "../../writers/handover/handover-package.js";
import type { Office } from "../office.js";
import { dayInChina } from "../tally-register.js";

const AT_ONCE = 100;

interface Span {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Whether made-up items are handed over: in a sample city, where everything is made up. */
  readonly withSample: boolean;
}

/** What is handed over for a period, read a hundred items at a time and each time the same, whatever happens meanwhile. */
export async function handoverSource({ database }: Office, { agencyId, agencyName, from, to, withSample }: Span) {
  const midnight = (day: PlainDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();
  const ids = await itemsToHandOver(database, agencyId, { from: midnight(from), until: midnight(addDays(to, 1)), withSample });
  const versions = new Map<string, number>();
  return {
    async *items(): AsyncGenerator<ItemToPack> {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const batch = ids.slice(at, at + AT_ONCE);
        const found = new Map((await itemsOf(database.db, batch)).map((item) => [item.id, item]));
        for (const id of batch) {
          const item = found.get(id);
          if (item === undefined) continue;
          const version = versions.get(id) ?? item.version;
          versions.set(id, version);
          const packed = packedItem({ ...item, events: item.events.slice(0, version) }, agencyName);
          if (packed !== null) yield packed;
        }
      }
    },
    async bytesOf({ id, name }: FileToPack): Promise<Uint8Array> {
      const bytes = await loadAttachmentBytes(database, id);
      if (bytes === null) throw new AppError("DATABASE_DAMAGED", { detail: `附件“${name}”不在台账里` });
      return bytes;
    },
  };
}

/** What was withdrawn goes as its tombstone: neither text nor files. */
function packedItem(item: InformationItem, agencyName: string): ItemToPack | null {
  const { publication } = itemState(item);
  if (publication === null) return null;
  const { content, indexNumber, publishedAt, tombstone } = publication;
  const listed = {
    ...{ itemId: item.id, indexNumber, title: content.title, documentNumber: content.documentNumber, agencyName },
    ...{ madeOn: content.madeOn, publishedOn: dayInChina(publishedAt), tombstone },
  };
  if (tombstone !== null) return { listed, blocks: [], files: [] };
  return { listed, blocks: content.blocks, files: content.attachments };
}
