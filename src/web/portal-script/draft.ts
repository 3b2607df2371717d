import { later } from "./later.js";

/** What is asked for stays on the device; who asks only while the page is open, because a computer may be everybody's. */
const LASTING = ["description", "medium", "delivery"] as const;
const PASSING = ["kind", "name", "document", "representative", "phone", "email", "fax", "address", "postcode"] as const;
// "identity", the number of a document, is in neither and is never kept.
const WAIT = 400;
const DAYS_KEPT = 30;
const DAY = 24 * 60 * 60 * 1000;

interface Draft {
  readonly keptAt: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Keeps what is typed into a form, and puts it back when the form comes empty. */
export function keepDraft(form: HTMLFormElement): void {
  const name = form.dataset.draft ?? "";
  const stores = [
    { store: storeOf("localStorage"), fields: LASTING },
    { store: storeOf("sessionStorage"), fields: PASSING },
  ] as const;
  const isFresh = fieldValue(form, "description") === "" && document.getElementById("faults") === null;
  if (isFresh) {
    const restored = stores.map(({ store, fields }) => restore(form, fields, read(store, name)));
    if (restored.some(Boolean)) showRestored(form, name);
  }
  const keep = later(WAIT, () => {
    for (const { store, fields } of stores) {
      const values = fields.map((field) => [field, fieldValue(form, field)] as const).filter(([, value]) => value !== "");
      write(store, name, { keptAt: Date.now(), fields: Object.fromEntries(values) });
    }
  });
  form.addEventListener("input", keep);
}

/** Forgets the draft of a form that was received. */
export function tryToClearDraft(name: string): void {
  for (const store of [storeOf("localStorage"), storeOf("sessionStorage")]) store?.removeItem(name);
}

function restore(form: HTMLFormElement, fields: readonly string[], draft: Draft | null): boolean {
  if (draft === null) return false;
  let isSomething = false;
  for (const field of fields) {
    const value = draft.fields[field];
    if (typeof value !== "string") continue;
    setValue(form, field, value);
    isSomething ||= field === "description" || field === "name" || field === "phone" || field === "email";
  }
  return isSomething;
}

function showRestored(form: HTMLFormElement, name: string): void {
  const note = document.createElement("p");
  note.className = "note";
  note.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "清除，重新填写";
  button.addEventListener("click", () => {
    tryToClearDraft(name);
    form.reset();
    note.remove();
    form.querySelector("textarea")?.focus();
  });
  note.append("已恢复这台设备上没有提交的内容；证件号码没有保存，请重新填写。", " ", button);
  form.prepend(note);
}

function fieldValue(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "");
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof RadioNodeList || control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
    control.value = value;
}

/** A browser may forbid it, or the reader may have. */
function storeOf(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

function read(store: Storage | null, name: string): Draft | null {
  try {
    const draft = JSON.parse(store?.getItem(name) ?? "null") as Draft | null; // written below
    if (draft === null || Date.now() - draft.keptAt < DAYS_KEPT * DAY) return draft;
    store?.removeItem(name);
    return null;
  } catch {
    return null;
  }
}

function write(store: Storage | null, name: string, draft: Draft): void {
  try {
    store?.setItem(name, JSON.stringify(draft));
  } catch {
    // The store is full or closed: then there is no draft.
  }
}
