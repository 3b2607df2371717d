import { escapeHtml } from "../findings/html-escape.js";
import type { LetterDraft, LetterPart } from "./letter-draft.js";
import { letterLayout } from "./letter-layout.js";

/** The letter as a piece of a page, for looking at before it goes out: `<mark>` holds what the clerk wrote, all else follows from the register. */
export function letterHtml(draft: LetterDraft): string {
  const { titleLines, number, addressee, formTitle, form, attachments, signOff } = letterLayout(draft);
  const slip = form.length === 0 ? "" : formHtml(form);
  return [
    '<article class="letter">',
    `<h1>${titleLines.map(escapeHtml).join("<br>")}</h1>`,
    number === null ? "" : `<p class="number">${escapeHtml(number)}</p>`,
    addressee === null ? "" : `<p class="addressee">${escapeHtml(addressee)}</p>`,
    ...draft.paragraphs.map(({ parts }) => `<p>${parts.map(partHtml).join("")}</p>`),
    formTitle === null ? slip : "",
    ...attachments.map((text) => `<p class="enclosed">${escapeHtml(text)}</p>`),
    ...signOff.map(({ text }) => `<p class="sign-off">${escapeHtml(text)}</p>`),
    formTitle === null ? "" : `<h2>${escapeHtml(formTitle)}</h2>${slip}`,
    "</article>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function partHtml(part: LetterPart): string {
  return part.kind === "fixed" ? escapeHtml(part.text) : `<mark data-field="${part.field}">${escapeHtml(part.text)}</mark>`;
}

function formHtml(rows: readonly { readonly label: string; readonly text: string }[]): string {
  const body = rows.map(({ label, text }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(text)}</td></tr>`);
  return `<table>${body.join("")}</table>`;
}
