import { Tooltip } from "antd";
import { daysOfTerm, type TermDay, type TermSpan } from "./days-of-term.js";
import "./derivation-calendar.css";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;

const LEGEND = [
  { kind: "day-zero", label: "起算日，不计入" },
  { kind: "counted", label: "计入期限的工作日" },
  { kind: "extension", label: "延长的期限" },
  { kind: "day-off", label: "周末、节假日" },
  { kind: "excluded", label: "依法不计入" },
  { kind: "due", label: "届满之日" },
] as const;

interface DerivationCalendarProps {
  readonly spans: readonly TermSpan[];
  /** The last day to answer, marked; null while there is none. */
  readonly due: string | null;
  readonly today: string;
  /** The same in sentences, for whoever reads rather than looks. */
  readonly sentences: readonly string[];
}

/** How the last day comes about: every day of the term on a calendar, with the number it counts as or the article that excludes it. */
export function DerivationCalendar({ spans, due, today, sentences }: DerivationCalendarProps) {
  const months = daysOfTerm(spans, due ?? today);
  return (
    <div className="derivation">
      <ol className="derivation-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <div className="derivation-months" aria-hidden="true">
        {months.map(({ title, weeks }) => (
          <table key={title} className="derivation-month">
            <caption>{title}</caption>
            <thead>
              <tr>
                {WEEKDAYS.map((name) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day !== null)?.on}>
                  {week.map((day, at) =>
                    day === null ? (
                      <td key={WEEKDAYS[at]} />
                    ) : (
                      <DayCell key={day.on} day={day} isDue={day.on === due} isToday={day.on === today} />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <ul className="derivation-legend" aria-hidden="true">
        {LEGEND.map(({ kind, label }) => (
          <li key={kind}>
            <span className={`derivation-day is-${kind}`} />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DayCell({ day, isDue, isToday }: { readonly day: TermDay; readonly isDue: boolean; readonly isToday: boolean }) {
  const kind = day.kind === "counted" && day.part === "extension" ? "extension" : day.kind;
  const cell = (
    <span className={`derivation-day is-${kind}${isDue ? " is-due" : ""}${isToday ? " is-today" : ""}`}>
      {day.dayOfMonth}
      {day.nth !== null && <small>{day.nth}</small>}
    </span>
  );
  if (day.why === "") return <td>{cell}</td>;
  const told = day.nth === null ? day.why : `第 ${day.nth} 个工作日 · ${day.why}`;
  return (
    <td>
      <Tooltip title={`${told}${day.basis === "" ? "" : `（${day.basis}）`}`}>{cell}</Tooltip>
    </td>
  );
}
