import { later } from "./later.js";

/** As GET /suggest answers. */
interface Suggestion {
  readonly text: string;
  readonly kind: "title" | "number" | "term" | "agency";
  readonly itemId: string | null;
  readonly agencyId: string | null;
}

const KIND_NAMES: Readonly<Record<Suggestion["kind"], string>> = { title: "信息", number: "文号", term: "", agency: "机关" };
const WAIT = 150;

/** Makes a search box a combobox (WAI-ARIA APG, list autocomplete with manual selection): arrows, Enter, Escape. */
export function offerSuggestions(input: HTMLInputElement): void {
  const { form } = input;
  const address = input.dataset.suggest;
  if (form === null || address === undefined) return;
  const list = new SuggestionList(input, (suggestion) => follow(suggestion, input, form));
  let asked: AbortController | null = null;
  const close = () => {
    asked?.abort();
    list.close();
  };
  const ask = later(WAIT, async () => {
    const q = input.value.trim();
    if (q === "" || document.activeElement !== input) return close();
    asked?.abort();
    asked = new AbortController();
    const agency = form.elements.namedItem("agency");
    const query = new URLSearchParams({ q, ...(agency instanceof HTMLInputElement && { agency: agency.value }) });
    const reply = await fetch(`${address}?${query}`, { signal: asked.signal }).catch(() => null);
    if (reply?.ok) list.show((await reply.json()) as Suggestion[]); // our own server
  });
  form.append(list.element);
  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    // A key that chooses a character of an input method is not for us.
    if (event.isComposing || !list.mayTake(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") close();
    else list.take(event.key);
  });
}

function follow({ text, kind, itemId, agencyId }: Suggestion, input: HTMLInputElement, form: HTMLFormElement): void {
  if (itemId !== null) location.assign(`/items/${encodeURIComponent(itemId)}`);
  else if (kind === "agency" && agencyId !== null) location.assign(`/agencies/${encodeURIComponent(agencyId)}`);
  else {
    input.value = text;
    form.requestSubmit();
  }
}

/** The list under a search box, and which of its lines is chosen. */
class SuggestionList {
  readonly element = document.createElement("ul");
  readonly #input: HTMLInputElement;
  readonly #follow: (suggestion: Suggestion) => void;
  #shown: readonly Suggestion[] = [];
  #chosen = -1;

  constructor(input: HTMLInputElement, followed: (suggestion: Suggestion) => void) {
    this.#input = input;
    this.#follow = (suggestion) => {
      this.close();
      followed(suggestion);
    };
    this.element.id = `${input.id}-suggestions`;
    this.element.className = "suggestions";
    this.element.hidden = true;
    this.element.setAttribute("role", "listbox");
    this.element.setAttribute("aria-label", "检索提示");
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.element.id,
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  }

  show(suggestions: readonly Suggestion[]): void {
    this.#shown = suggestions;
    this.element.replaceChildren(
      ...suggestions.map((one, at) => optionOf(one, `${this.element.id}-${at}`, () => this.#follow(one))),
    );
    this.#open(suggestions.length > 0);
  }

  close(): void {
    this.#open(false);
  }

  mayTake(key: string): boolean {
    return !this.element.hidden && (key === "Enter" ? this.#chosen >= 0 : ["ArrowDown", "ArrowUp", "Escape"].includes(key));
  }

  take(key: string): void {
    const last = this.#shown.length - 1;
    if (key === "ArrowDown") this.#choose(this.#chosen >= last ? 0 : this.#chosen + 1);
    if (key === "ArrowUp") this.#choose(this.#chosen <= 0 ? last : this.#chosen - 1);
    const suggestion = this.#shown[this.#chosen];
    if (key === "Enter" && suggestion !== undefined) this.#follow(suggestion);
  }

  #open(isOpen: boolean): void {
    this.#chosen = -1;
    this.element.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    this.#input.removeAttribute("aria-activedescendant");
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [at, option] of [...this.element.children].entries()) option.setAttribute("aria-selected", String(at === index));
    const option = this.element.children[index];
    if (option === undefined) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    this.#input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

function optionOf({ text, kind }: Suggestion, id: string, follow: () => void): HTMLElement {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(text);
  if (KIND_NAMES[kind] !== "") {
    const what = document.createElement("span");
    what.textContent = KIND_NAMES[kind];
    option.append(" ", what);
  }
  // Before the box loses its focus, which would close the list.
  option.addEventListener("mousedown", (event) => {
    event.preventDefault();
    follow();
  });
  return option;
}
