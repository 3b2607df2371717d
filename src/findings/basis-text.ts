import type { Basis } from "../checks/finding.js";

/** The sources of a check in one line: 「政府信息公开条例第四十九条；国办公开办函〔2021〕30号·总体情况」. */
export function basisText(basis: readonly Basis[]): string {
  return basis
    .map(({ instrument, place = "" }) => (place === "" || place.startsWith("第") ? instrument + place : `${instrument}·${place}`))
    .join("；");
}
