import { later } from "./later.js";

/** As POST /similar answers, as far as it is shown. */
interface Similar {
  readonly title: string;
  readonly snippet: string;
  readonly item: { readonly path: string } | null;
  readonly answer: { readonly answer: string } | null;
}

const WAIT = 800;
const LEAST = 6;
const SNIPPET = 120;

/** Shows what is published already and may serve, while a request is written. The text travels in the body: addresses are logged. */
export function offerSimilar(area: HTMLTextAreaElement): void {
  const { similar: address, agency } = area.dataset;
  const place = document.getElementById("similar");
  if (address === undefined || place === null) return;
  let last = "";
  const ask = later(WAIT, async () => {
    const q = area.value.trim();
    if (q === last) return;
    last = q;
    if (q.length < LEAST) return place.replaceChildren();
    const body = new URLSearchParams({ q, ...(agency !== undefined && { agency }) });
    const reply = await fetch(address, { method: "POST", body }).catch(() => null);
    if (!reply?.ok || q !== last) return;
    const found = (await reply.json()) as Similar[]; // our own server
    place.replaceChildren(...(found.length === 0 ? [] : [noteOf(found)]));
  });
  area.addEventListener("input", ask);
}

function noteOf(found: readonly Similar[]): HTMLElement {
  const note = document.createElement("div");
  note.className = "note good";
  const head = document.createElement("b");
  head.textContent = "已经公开的信息里有相近的，也许就是您要的：";
  const list = document.createElement("ul");
  for (const { title, snippet, item, answer } of found) {
    const entry = document.createElement("li");
    if (item === null) entry.append(title);
    else {
      const link = document.createElement("a");
      link.href = item.path;
      link.target = "_blank";
      link.rel = "noreferrer";
      link.textContent = title;
      entry.append(link);
    }
    entry.append(...wordsOf(answer?.answer ?? null, snippet));
    list.append(entry);
  }
  note.append(head, list);
  return note;
}

/** As web/portal/ask-page shows it: an answer has no page of its own, so it is read here, whole. */
function wordsOf(answer: string | null, snippet: string): HTMLElement[] {
  const hint = document.createElement("span");
  hint.className = "hint";
  if (answer === null) {
    hint.textContent = snippet.slice(0, SNIPPET);
    return [hint];
  }
  const isLong = answer.length > SNIPPET;
  hint.textContent = `答复：${answer.slice(0, SNIPPET)}${isLong ? "……" : ""}`;
  if (!isLong) return [hint];
  const whole = document.createElement("details");
  whole.className = "small";
  const summary = document.createElement("summary");
  summary.textContent = "答复全文";
  whole.append(summary, answer);
  return [hint, whole];
}
