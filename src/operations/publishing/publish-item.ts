import { AppError } from "../../errors.js";
import { seriesOf } from "../../law/publication/index-scheme.js";
import { itemState } from "../../register/publishing/item-state.js";
import { publishItem as publishStep } from "../../register/publishing-steps/publish-item.js";
import { takeIndexNumber } from "../../storage/stores/index-number-store.js";
import { itemOf } from "../../storage/stores/item-store.js";
import type { Actor, Office } from "../office.js";
import { todayIn } from "../office.js";
import { readTexts } from "./attachment-text.js";
import { type ItemView, itemView } from "./item-view.js";
import { supersededFiles } from "./superseded-files.js";
import { type ItemAtVersion, type ItemStep, takeItemSteps } from "./take-item-step.js";

/** Publishes an item now: index number, snapshot for the public, table two and what other systems are told, all or nothing. */
export async function publishItem(office: Office, actor: Actor, at: ItemAtVersion): Promise<ItemView> {
  const item = await itemOf(office.database.db, at.itemId);
  // What files say is read before, so that nobody waits for a pdf while the chain is held.
  if (item?.agencyId === at.agencyId) await readTexts(office, itemState(item).content?.attachments ?? []);
  return itemView(office, actor, await takeItemSteps(office, actor, at, [publicationStep(office)]));
}

/** The step that publishes: the instant is the server's and the number the next of its series. */
function publicationStep(office: Office): ItemStep {
  return {
    transition: publishStep,
    async input({ writing, item, state, settings }) {
      const known = state.publication?.indexNumber ?? null;
      const superseded = await supersededFiles(writing, item);
      if (known !== null) return { indexNumber: known, publishedAt: writing.recordedAt, superseded };
      const { indexScheme } = settings;
      if (indexScheme === null) throw new AppError("INDEX_SCHEME_MISSING", { detail: "没有登记本机关的统一社会信用代码" });
      const series = seriesOf(indexScheme, { on: todayIn(office), theme: state.content?.theme ?? null });
      const indexNumber = await takeIndexNumber(writing, { itemId: item.id, series });
      return { indexNumber, publishedAt: writing.recordedAt, superseded };
    },
  };
}
