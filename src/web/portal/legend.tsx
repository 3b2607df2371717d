import type { FigureColumn } from "./figure-groups.js";

/** Beside the picture and not in it: it stays in sight while a wide picture is moved, and breaks its lines on a phone. */
export function Legend({ columns }: { readonly columns: readonly FigureColumn[] }) {
  return (
    <ul class="legend" aria-hidden="true">
      {columns.map(({ name }, at) => (
        <li key={name}>
          <svg viewBox="0 0 20 12" aria-hidden="true">
            <rect width="20" height="12" rx="3" fill={`var(--chart-${at + 1})`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
