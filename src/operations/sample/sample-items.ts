import { randomUUID } from "node:crypto";
import { addDays } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";
import { seriesOf } from "../../law/publication/index-scheme.js";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { importItem } from "../../register/publishing-steps/import-item.js";
import { linkItems } from "../../register/publishing-steps/link-items.js";
import { recordChannel } from "../../register/publishing-steps/record-channel.js";
import { readingIn } from "../../storage/reading-in.js";
import { takeIndexNumber } from "../../storage/stores/index-number-store.js";
import { filesForItems } from "../../storage/stores/item-attachment-store.js";
import { addItem } from "../../storage/stores/item-store.js";
import { type Writing, write } from "../../storage/write.js";
import { writeWorkbook } from "../../writers/workbook/write-workbook.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { readTexts } from "../publishing/attachment-text.js";
import { validityChangeStep } from "../publishing/change-validity.js";
import { checkedContent } from "../publishing/check-content.js";
import { storeItemAttachment } from "../publishing/store-item-attachment.js";
import { type ItemStep, stepIn } from "../publishing/take-item-step.js";
import { withdrawItem } from "../publishing/withdraw-item.js";
import { dayMeant, filledIn, type SampleAgency, type SampleItem } from "./sample-data.js";

/** Publishes what an agency of the sample city has published over the years: as an import from a former site, with its days. */
export async function addSampleItems(
  office: Office,
  actor: Actor,
  { agency, items, year }: { readonly agency: SampleAgency; readonly items: readonly SampleItem[]; readonly year: number },
): Promise<number> {
  const today = todayIn(office);
  const own = items
    .map((item): Placed => {
      const madeOn = dayMeant(item.made, today);
      const last = addDays(madeOn, PUBLISHED_AFTER);
      return {
        item: filledIn(item, agency, year),
        id: randomUUID(),
        madeOn,
        publishedOn: last > today ? madeOn : last,
        files: [],
      };
    })
    .toSorted((one, other) => (one.publishedOn < other.publishedOn ? -1 : 1));
  const placed: Placed[] = [];
  for (const one of own) placed.push({ ...one, files: await filesOf(office, actor, agency.id, one.item) });
  const ids = new Map(placed.map(({ item, id }) => [item.key, id]));
  await write(office.database, { chain: agency.id, recordedBy: actor.id }, async (writing) => {
    const imported = new Map<string, InformationItem>();
    for (const one of placed) imported.set(one.id, await importOne(office, writing, { actor, placed: one }));
    for (const { item, id, publishedOn } of placed) {
      let at = imported.get(id);
      for (const step of stepsAfter(item, { itemId: id, ids, publishedOn, today })) {
        if (at !== undefined) at = await stepIn(office, writing, { item: at, actor, step });
      }
    }
  });
  for (const { item, id } of placed) {
    if (item.withdrawn === undefined) continue;
    const { why } = item.withdrawn;
    await withdrawItem(office, actor, { agencyId: agency.id, itemId: id, version: null, authority: agency.name, why });
  }
  return placed.length;
}

const PUBLISHED_AFTER = 3;

interface Placed {
  readonly item: SampleItem;
  readonly id: string;
  readonly madeOn: PlainDate;
  readonly publishedOn: PlainDate;
  readonly files: readonly string[];
}

async function filesOf(office: Office, actor: Actor, agencyId: string, { file, table }: SampleItem): Promise<string[]> {
  const rows = file?.rows ?? table?.rows;
  if (file === undefined || rows === undefined) return [];
  const stored = await storeItemAttachment(office, actor, { agencyId, name: file.name, bytes: tableBytes(file.name, rows) });
  await readTexts(office, [stored]);
  return [stored.id];
}

function tableBytes(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  if (name.endsWith(".csv")) return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.join(",")).join("\r\n")}\r\n`);
  const widths = (rows[0] ?? []).map(() => 24);
  return writeWorkbook([{ name: "表", layout: "list", rows, widths }], { title: name.replace(/\.xlsx$/, ""), creator: "示例" });
}

async function importOne(
  office: Office,
  writing: Writing,
  { actor, placed: { item, id, madeOn, publishedOn, files } }: { readonly actor: Actor; readonly placed: Placed },
): Promise<InformationItem> {
  const fresh = await addItem(writing, { id, isSample: true });
  const stored = await filesForItems(readingIn(writing), writing.chain, files);
  const step: ItemStep = {
    transition: importItem,
    input: async ({ settings }) => {
      const content = checkedContent(
        {
          ...{ title: item.title, summary: item.summary, documentNumber: item.number ?? null, madeOn },
          ...{ theme: item.theme, genre: item.genre, disclosureItem: item.item as "art20-01" }, // checked by checkedContent
          ...{ documentKind: item.kind ?? null, validity: item.validity ?? null },
          attribute: { value: "active" },
          blocks: blocksOf(item),
          attachments: [...stored.values()],
        },
        { settings, files: stored },
      );
      if (settings.indexScheme === null) throw new Error(`${writing.chain} has no code to number its items by.`);
      const series = seriesOf(settings.indexScheme, { on: publishedOn, theme: item.theme });
      return {
        content,
        indexNumber: await takeIndexNumber(writing, { itemId: id, series }),
        formerlyPublishedOn: publishedOn,
        publishedAt: new Date(`${publishedOn}T09:30:00+08:00`).toISOString(),
        formerAddress: null,
      };
    },
  };
  return stepIn(office, writing, { item: fresh, actor, step });
}

function blocksOf({ text, table, file }: SampleItem): ItemBlock[] {
  const blocks = text.map((line): ItemBlock => {
    if (line.startsWith("# ")) return { kind: "heading", level: 1, text: line.slice(2) };
    return { kind: "paragraph", text: line };
  });
  if (table !== undefined) {
    const rows = table.rows.map((row, at) => row.map((cell) => (at === 0 ? { text: cell, isHead: true } : { text: cell })));
    blocks.push({ kind: "table", caption: table.caption, rows });
  }
  if (file !== undefined) blocks.push({ kind: "paragraph", text: `附件：${file.name.replace(/\.\w+$/, "")}` });
  return blocks;
}

interface Around {
  readonly itemId: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly publishedOn: PlainDate;
  readonly today: PlainDate;
}

function stepsAfter({ key, links, channels, ended }: SampleItem, { itemId, ids, publishedOn, today }: Around): ItemStep[] {
  return [
    ...links.map(({ relation, target }): ItemStep => {
      const targetId = ids.get(target);
      if (targetId === undefined) throw new Error(`The sample item ${key} speaks of ${target}, which there is not.`);
      return { transition: linkItems, input: () => ({ relation, targetId, itemId }) };
    }),
    ...channels.map((channel): ItemStep => ({ transition: recordChannel, input: () => ({ channel, publishedOn, where: null }) })),
    ...(ended === undefined
      ? []
      : [validityChangeStep({ validity: ended.validity, from: dayMeant(ended.from, today), authority: ended.authority })]),
  ];
}
