import { AppError } from "../../errors.js";
import { type DisclosureRules, disclosureRules, emptyRules } from "../../register/publishing/disclosure-rules.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import { putEntry } from "../../storage/portal/portal-entries.js";
import { summariesByIds } from "../../storage/stores/item-summary-store.js";
import { addSetting, loadSetting } from "../../storage/stores/setting-store.js";
import { type Writing, write } from "../../storage/write.js";
import type { Actor, Office } from "../office.js";
import { staleSetting } from "../stale-record.js";

const NAME = "disclosure-rules";

export interface RulesAsTheyStand {
  readonly version: number;
  readonly rules: DisclosureRules | null;
}

/** 政府信息公开制度 of an agency as it stands. */
export async function readDisclosureRules({ database }: Office, agencyId: string): Promise<RulesAsTheyStand> {
  const setting = await loadSetting(database, agencyId, NAME);
  return { version: setting?.version ?? 0, rules: setting === null ? null : disclosureRules.parse(setting.value) };
}

/** Writes the column 政府信息公开制度 and shows it to the public; an entry that leads nowhere is refused. */
export async function writeDisclosureRules(
  { database }: Office,
  actor: Actor,
  { agencyId, version, rules }: { readonly agencyId: string; readonly version: number; readonly rules: DisclosureRules },
): Promise<RulesAsTheyStand> {
  const empty = emptyRules(rules);
  if (empty.length > 0) {
    throw new AppError("INPUT_INVALID", { fields: `“${empty.join("”“")}”没有正文、没有关联的信息，也没有地址` });
  }
  const written = await write(database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const current = await loadSetting({ db: writing.trx }, agencyId, NAME);
    if (current !== null && current.version !== version) return { stale: current };
    const setting = await addSetting(writing, { name: NAME, value: rules });
    const before = current === null ? [] : disclosureRules.parse(current.value).entries;
    await show(writing, { agencyId, rules, gone: before.filter(({ id }) => !rules.entries.some((one) => one.id === id)) });
    return { setting };
  });
  if ("stale" in written) throw await staleSetting({ database }, written.stale, "政府信息公开制度");
  return { version: written.setting.version, rules };
}

/** Shows the rules as they stand once more: the portal was built anew. */
export async function showRulesAgain(
  { database }: Pick<Office, "database">,
  agencyId: string,
  recordedBy: string,
): Promise<void> {
  await write(database, { chain: agencyId, recordedBy }, async (writing) => {
    const setting = await loadSetting({ db: writing.trx }, agencyId, NAME);
    if (setting !== null) await show(writing, { agencyId, rules: disclosureRules.parse(setting.value), gone: [] });
  });
}

async function show(
  writing: Writing,
  { agencyId, rules, gone }: { agencyId: string; rules: DisclosureRules; gone: DisclosureRules["entries"] },
): Promise<void> {
  const entryId = (id: string): string => `${agencyId}/${id}`;
  for (const { id } of gone) await putEntry(writing.trx, { kind: "rule", id: entryId(id), agencyId, body: null });
  const items = await summariesByIds(
    writing.trx,
    rules.entries.flatMap(({ itemId }) => itemId ?? []),
  );
  const published = new Set(items.flatMap((item) => (item.is_public ? [item.item_id] : [])));
  for (const { id, title, documentNumber, itemId, address, blocks } of rules.entries) {
    const paragraphs = plainTextOf(blocks)
      .split("\n")
      .filter((paragraph) => paragraph !== "");
    const body = {
      ...{ id: entryId(id), agencyId, title, documentNumber, madeOn: null },
      paragraphs: address === null ? paragraphs : [...paragraphs, address],
      itemId: itemId !== null && published.has(itemId) ? itemId : null,
      publishedAt: writing.recordedAt,
    };
    await putEntry(writing.trx, { kind: "rule", id: entryId(id), agencyId, body });
  }
}
