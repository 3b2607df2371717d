import { CalendarOutlined } from "@ant-design/icons";
import { Button, Calendar, Input, Popover } from "antd";
import dayjs from "dayjs";
import { type KeyboardEvent, useState } from "react";
import { dayBeside, typedDay, weekdayName } from "./typed-day.js";
import "./day-field.css";

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

interface DayFieldProps {
  readonly id: string;
  /** A day as "YYYY-MM-DD", "" where there is none, or what was typed that is no day: whoever takes the form refuses it. */
  readonly value: string;
  readonly change: (value: string) => void;
  readonly readOnly?: boolean;
  readonly label?: string;
}

/** A day that is typed as one likes to write it, moved with ↑ and ↓, or picked from a calendar; the same in every browser, and Chinese in each. */
export function DayField({ id, value, change, readOnly = false, label }: DayFieldProps) {
  // While somebody types, what is shown is what they typed.
  const [typed, setTyped] = useState<string | null>(null);
  const [isPicking, setPicking] = useState(false);
  const day = typedDay(value);
  const isWrong = typed === null && value !== "" && day === null;
  const take = (text: string) => change(typedDay(text) ?? text.trim());
  const step = (event: KeyboardEvent) => {
    const next = dayBeside(value, STEPS[event.key] ?? 0);
    if (next === null || !(event.key in STEPS) || readOnly) return;
    event.preventDefault();
    setTyped(null);
    change(next);
  };
  return (
    <span className="day-field">
      <Input
        id={id}
        aria-label={label}
        value={typed ?? value}
        readOnly={readOnly}
        autoComplete="off"
        placeholder="年-月-日"
        status={isWrong ? "error" : ""}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          take(target.value);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={step}
        suffix={
          <>
            <span className="day-field-weekday">{day === null ? "" : weekdayName(day)}</span>
            {!readOnly && (
              <Popover
                trigger="click"
                placement="bottomRight"
                open={isPicking}
                onOpenChange={setPicking}
                content={
                  <div className="day-field-calendar">
                    <Calendar
                      fullscreen={false}
                      value={dayjs(day ?? undefined)}
                      onSelect={(picked, { source }) => {
                        change(picked.format("YYYY-MM-DD"));
                        if (source === "date") setPicking(false);
                      }}
                    />
                  </div>
                }
              >
                {/* Whoever works with the keyboard types or presses ↑ and ↓: one place for the Tab key to stop at. */}
                <Button type="text" size="small" tabIndex={-1} aria-label="从日历中选" icon={<CalendarOutlined />} />
              </Popover>
            )}
          </>
        }
      />
      {isWrong && (
        <span id={`${id}-wrong`} role="alert" className="day-field-wrong">
          没有这一天。写作 2025-11-03 或者 20251103。
        </span>
      )}
    </span>
  );
}
