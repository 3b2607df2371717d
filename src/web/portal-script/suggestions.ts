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
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "检索提示");
  form.append(list);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let shown: readonly Suggestion[] = [];
  let chosen = -1;
  let asked: AbortController | null = null;

  const close = () => {
    asked?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number) => {
    chosen = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === index));
    const option = list.children[index];
    if (option === undefined) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const follow = (suggestion: Suggestion) => {
    close();
    if (suggestion.itemId !== null) return location.assign(`/items/${encodeURIComponent(suggestion.itemId)}`);
    if (suggestion.kind === "agency" && suggestion.agencyId !== null)
      return location.assign(`/agencies/${encodeURIComponent(suggestion.agencyId)}`);
    input.value = suggestion.text;
    form.requestSubmit();
  };
  const show = (suggestions: readonly Suggestion[]) => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map((one, at) => optionOf(one, `${list.id}-${at}`, () => follow(one))));
    chosen = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  };
  const ask = later(WAIT, async () => {
    const q = input.value.trim();
    if (q === "" || document.activeElement !== input) return close();
    asked?.abort();
    asked = new AbortController();
    const agency = form.elements.namedItem("agency");
    const query = new URLSearchParams({ q, ...(agency instanceof HTMLInputElement && { agency: agency.value }) });
    const reply = await fetch(`${address}?${query}`, { signal: asked.signal }).catch(() => null);
    if (reply?.ok) show((await reply.json()) as Suggestion[]); // our own server
  });
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => choose(chosen + 1 >= shown.length ? 0 : chosen + 1),
    ArrowUp: () => choose(chosen <= 0 ? shown.length - 1 : chosen - 1),
    Escape: close,
    Enter: () => {
      const suggestion = shown[chosen];
      if (suggestion !== undefined) follow(suggestion);
    },
  };
  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    // A key that chooses a character of an input method is not for us.
    if (list.hidden || event.isComposing || (event.key === "Enter" && chosen < 0)) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
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
