import { workInChild } from "../child-reader.js";
import type { Actor, Office } from "../office.js";
import { type AttachmentPlace, attachedPdf } from "./attached-file.js";
import type { PageArea, PdfPageText } from "./pdf-page.js";

/** A page of a stored pdf as png, for marks to be drawn over. */
export async function drawAttachmentPage(
  office: Office,
  _actor: Actor,
  { page, dpi, ...place }: AttachmentPlace & { readonly page: number; readonly dpi: number },
): Promise<Uint8Array> {
  const { bytes } = await attachedPdf(office, place);
  return workInChild(bytes, "draw", { page, dpi });
}

/** The letters of a page with their places. */
export async function readAttachmentPage(
  office: Office,
  _actor: Actor,
  { page, ...place }: AttachmentPlace & { readonly page: number },
): Promise<PdfPageText> {
  const { bytes } = await attachedPdf(office, place);
  return workInChild(bytes, "glyphs", { page });
}

/** Every place of a text in a stored pdf. */
export async function findInAttachment(
  office: Office,
  _actor: Actor,
  { term, ...place }: AttachmentPlace & { readonly term: string },
): Promise<readonly PageArea[]> {
  const { bytes } = await attachedPdf(office, place);
  return workInChild(bytes, "find", { term });
}
