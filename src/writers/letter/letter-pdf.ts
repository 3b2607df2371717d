import { typesetPdf } from "../office-document/typeset-pdf.js";
import type { LetterDraft } from "./letter-draft.js";
import { letterLayout } from "./letter-layout.js";
import { LETTER_TYPST } from "./letter-typst.js";

/** The letter as a PDF/A-2b with its fonts inside. The engine is optional; without it PDF_ENGINE_MISSING. */
export async function letterPdf(draft: LetterDraft): Promise<Uint8Array> {
  return typesetPdf(LETTER_TYPST, { letter: { ...letterLayout(draft), name: draft.title, agency: draft.agencyName } });
}
