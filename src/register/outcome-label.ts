import { outcomeOfId } from "../law/outcomes/outcomes.js";

/** A row of table three as people say it, with its group: 不予公开·属于国家秘密, or 予以公开. An id that is none is given back. */
export function outcomeLabel(id: string): string {
  const outcome = outcomeOfId(id);
  if (outcome === null) return id;
  const group = outcome.group.replace(/^（.）/, "");
  return group === outcome.name ? group : `${group}·${outcome.name}`;
}
