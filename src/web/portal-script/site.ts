import { keepDraft, tryToClearDraft } from "./draft.js";
import { offerSimilar } from "./similar.js";
import { offerSuggestions } from "./suggestions.js";

// What a browser with scripts does on top of the pages, which all work without.
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) offerSuggestions(input);
for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-similar]")) offerSimilar(area);
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keepDraft(form);
for (const receipt of document.querySelectorAll<HTMLElement>("[data-sent-draft]"))
  tryToClearDraft(receipt.dataset.sentDraft ?? "");
document.getElementById("faults")?.focus();
