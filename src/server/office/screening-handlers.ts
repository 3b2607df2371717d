import type { screeningRoutes } from "../../api/screening.js";
import { maskAttachment } from "../../operations/screening/mask-attachment.js";
import { redactAttachment } from "../../operations/screening/redact-attachment.js";
import { screenAttachment } from "../../operations/screening/screen-attachment.js";
import { drawAttachmentPage, findInAttachment, readAttachmentPage } from "../../operations/screening/view-page.js";
import type { HandlersOf } from "./handle.js";

export const screeningHandlers: HandlersOf<typeof screeningRoutes> = {
  async screen({ office, actor, params }) {
    return shown(await screenAttachment(office, actor, params));
  },
  async mask({ office, actor, params, body }) {
    const { attachment, left } = await maskAttachment(office, actor, { ...params, ...body });
    return { attachment: { ...attachment, madeFrom: params.attachmentId }, left: shown(left) };
  },
  async redact({ office, actor, params, body }) {
    const { attachment, summary, parts, elsewhere, unseen, ...rest } = await redactAttachment(office, actor, {
      ...params,
      ...body,
    });
    return {
      attachment: { ...attachment, madeFrom: params.attachmentId },
      ...rest,
      ...{ summary: [...summary], parts: [...parts], elsewhere: [...elsewhere], unseen: [...unseen] },
    };
  },
  async find({ office, actor, params, body }) {
    return { areas: [...(await findInAttachment(office, actor, { ...params, ...body }))] };
  },
  async page({ office, actor, params, query }) {
    const bytes = await drawAttachmentPage(office, actor, { ...params, ...query });
    return { fileName: `page-${params.page}.png`, mediaType: "image/png", bytes };
  },
  async glyphs({ office, actor, params }) {
    const { glyphs, ...page } = await readAttachmentPage(office, actor, params);
    return { ...page, glyphs: [...glyphs] };
  },
};

function shown({ hits, notes, maskable }: Awaited<ReturnType<typeof screenAttachment>>) {
  return { hits: hits.map((hit) => ({ ...hit, boxes: [...hit.boxes] })), notes: [...notes], maskable };
}
