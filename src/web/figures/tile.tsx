import type { ReactNode } from "react";

/** One figure with its name. */
export function Tile({
  name,
  value,
  isBad = false,
}: {
  readonly name: string;
  readonly value: ReactNode;
  readonly isBad?: boolean;
}) {
  return (
    <div className={isBad ? "figure-tile bad" : "figure-tile"}>
      <span className="quiet">{name}</span>
      <b>{value}</b>
    </div>
  );
}
