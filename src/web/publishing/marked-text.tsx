import type { ItemHit } from "./item.js";

interface MarkedTextProps {
  readonly text: string;
  /** What was found in this stretch. */
  readonly hits: readonly ItemHit[];
  readonly chosen: string | null;
}

/** A stretch of text with what was found in it marked where it stands. */
export function MarkedText({ text, hits, chosen }: MarkedTextProps) {
  const places = hits
    .map((hit) => ({ hit, from: hit.place.offset, to: hit.place.offset + hit.place.length }))
    .sort((one, other) => one.from - other.from);
  const pieces = [];
  let at = 0;
  for (const { hit, from, to } of places) {
    if (from < at) continue;
    pieces.push(<span key={`before-${hit.id}`}>{text.slice(at, from)}</span>);
    pieces.push(
      <mark
        key={hit.id}
        id={`mark-${hit.id}`}
        className="hit"
        data-cleared={hit.cleared === null ? undefined : "yes"}
        data-chosen={hit.id === chosen ? "yes" : undefined}
        title={hit.label}
      >
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
