import type { publishingRoutes } from "../../api/publishing.js";
import { changeValidity } from "../../operations/publishing/change-validity.js";
import { readDisclosureRules, writeDisclosureRules } from "../../operations/publishing/disclosure-rules.js";
import { draftItem } from "../../operations/publishing/draft-item.js";
import { exportItems } from "../../operations/publishing/export-items.js";
import { readGuide, writeGuide } from "../../operations/publishing/guide.js";
import { downloadHandover, listHandovers, prepareHandover, receiptHandover } from "../../operations/publishing/handovers.js";
import { importItems, readImport } from "../../operations/publishing/import-items.js";
import { readItem } from "../../operations/publishing/item-view.js";
import { linkItems, unlinkItems } from "../../operations/publishing/link-items.js";
import { listItems } from "../../operations/publishing/list-items.js";
import { listSigners } from "../../operations/publishing/list-signers.js";
import { publicationCalendar } from "../../operations/publishing/publication-calendar.js";
import { publishItem } from "../../operations/publishing/publish-item.js";
import { readPublishingSettings, writePublishingSettings } from "../../operations/publishing/publishing-settings.js";
import { readCatalogue } from "../../operations/publishing/read-catalogue.js";
import { reassessItem } from "../../operations/publishing/reassess-item.js";
import { recordChannel } from "../../operations/publishing/record-channel.js";
import { reviewItem, reviewSecrecy } from "../../operations/publishing/review-item.js";
import { reviseItem } from "../../operations/publishing/revise-item.js";
import { cancelSchedule, scheduleItem } from "../../operations/publishing/schedule-item.js";
import { clearHit, clearHits, maskHits, screenItem } from "../../operations/publishing/screen-item.js";
import { readItemAttachment, readStoredPicture, storeItemAttachment } from "../../operations/publishing/store-item-attachment.js";
import { recallSubmission, submitItem } from "../../operations/publishing/submit-item.js";
import { withdrawItem } from "../../operations/publishing/withdraw-item.js";
import type { HandlersOf } from "./handle.js";
import { placeOfItem } from "./item-place.js";
import { replyData } from "./reply-data.js";
import { sentFile } from "./sent-file.js";

/** What answers the routes of proactive disclosure. */
export const publishingHandlers: HandlersOf<typeof publishingRoutes> = {
  async "list-items"({ office, actor, params, query, cursors }) {
    const { cursor, ...asked } = query;
    const after = placeOfItem(cursors.place(cursor));
    const { rows, next } = await listItems(office, actor, { ...params, ...asked, after });
    return { items: rows, next: next === null ? null : cursors.next(next) };
  },
  "export-items": async ({ office, actor, params, query }) => ({
    ...(await exportItems(office, actor, { ...params, ...query })),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  }),
  "draft-item": async ({ office, actor, params, body }) => replyData(await draftItem(office, actor, { ...params, ...body })),
  "read-item": async ({ office, actor, params }) => replyData(await readItem(office, actor, params)),
  "revise-item": async ({ office, actor, params, body }) => replyData(await reviseItem(office, actor, { ...params, ...body })),
  async "store-item-attachment"({ office, actor, params, file }) {
    const { fileName: name, bytes } = sentFile(file);
    return storeItemAttachment(office, actor, { ...params, name, bytes });
  },
  async "read-stored-picture"({ office, params }) {
    const { file, bytes } = await readStoredPicture(office, params);
    return { fileName: file.name, mediaType: file.mediaType, bytes };
  },
  async "read-item-attachment"({ office, params }) {
    const { file, bytes } = await readItemAttachment(office, params);
    return { fileName: file.name, mediaType: file.mediaType, bytes };
  },
  "screen-item": async ({ office, actor, params, body }) => replyData(await screenItem(office, actor, { ...params, ...body })),
  "clear-hit": async ({ office, actor, params, body }) => replyData(await clearHit(office, actor, { ...params, ...body })),
  "clear-hits": async ({ office, actor, params, body }) => replyData(await clearHits(office, actor, { ...params, ...body })),
  "mask-hits": async ({ office, actor, params, body }) => replyData(await maskHits(office, actor, { ...params, ...body })),
  async "list-signers"({ office, params }) {
    return { people: replyData(await listSigners(office, params.agencyId)) };
  },
  "submit-item": async ({ office, actor, params, body }) => replyData(await submitItem(office, actor, { ...params, ...body })),
  "recall-submission": async ({ office, actor, params, body }) =>
    replyData(await recallSubmission(office, actor, { ...params, ...body })),
  "review-item": async ({ office, actor, params, body }) => replyData(await reviewItem(office, actor, { ...params, ...body })),
  "review-secrecy": async ({ office, actor, params, body }) =>
    replyData(await reviewSecrecy(office, actor, { ...params, ...body })),
  "schedule-item": async ({ office, actor, params, body }) =>
    replyData(await scheduleItem(office, actor, { ...params, ...body })),
  "cancel-schedule": async ({ office, actor, params, body }) =>
    replyData(await cancelSchedule(office, actor, { ...params, ...body })),
  "publish-item": async ({ office, actor, params, body }) => replyData(await publishItem(office, actor, { ...params, ...body })),
  "withdraw-item": async ({ office, actor, params, body }) =>
    replyData(await withdrawItem(office, actor, { ...params, ...body })),
  "reassess-item": async ({ office, actor, params, body }) =>
    replyData(await reassessItem(office, actor, { ...params, ...body })),
  "link-items": async ({ office, actor, params, body }) => replyData(await linkItems(office, actor, { ...params, ...body })),
  "unlink-items": async ({ office, actor, params, body }) => replyData(await unlinkItems(office, actor, { ...params, ...body })),
  "record-channel": async ({ office, actor, params, body }) =>
    replyData(await recordChannel(office, actor, { ...params, ...body })),
  "change-validity": async ({ office, actor, params, body }) =>
    replyData(await changeValidity(office, actor, { ...params, ...body })),
  "read-catalogue": async ({ office, params }) => replyData(await readCatalogue(office, params.agencyId)),
  async "read-publication-calendar"({ office, params, query }) {
    return { duties: replyData(await publicationCalendar(office, { ...params, ...query })) };
  },
  "read-guide": async ({ office, params }) => replyData(await readGuide(office, params.agencyId)),
  "write-guide": async ({ office, actor, params, body }) => replyData(await writeGuide(office, actor, { ...params, ...body })),
  "read-disclosure-rules": async ({ office, params }) => replyData(await readDisclosureRules(office, params.agencyId)),
  "write-disclosure-rules": async ({ office, actor, params, body }) =>
    replyData(await writeDisclosureRules(office, actor, { ...params, ...body })),
  "read-publishing-settings": async ({ office, params }) => replyData(await readPublishingSettings(office, params.agencyId)),
  "write-publishing-settings": async ({ office, actor, params, body }) =>
    replyData(await writePublishingSettings(office, actor, { ...params, ...body })),
  "read-import": async ({ office, params, body }) => replyData(await readImport(office, { ...params, ...body })),
  "import-items": async ({ office, actor, params, body }) => replyData(await importItems(office, actor, { ...params, ...body })),
  async "list-handovers"({ office, params }) {
    return { items: replyData(await listHandovers(office, params.agencyId)) };
  },
  "prepare-handover": async ({ office, actor, params, body }) =>
    replyData(await prepareHandover(office, actor, { ...params, ...body })),
  async "download-handover"({ office, params, query }) {
    return { ...(await downloadHandover(office, { ...params, ...query })), mediaType: "application/zip" };
  },
  "receipt-handover": async ({ office, actor, params, body }) =>
    replyData(await receiptHandover(office, actor, { ...params, ...body })),
};
