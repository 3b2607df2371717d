import { Tag } from "antd";
import { dayText } from "../cases/day-text.js";

/** A last day with how long there is until then, told as people say it. */
export function DueText({ due, today }: { readonly due: string | null; readonly today: string }) {
  if (due === null) return null;
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  return (
    <>
      {dayText(due)}{" "}
      {days < 0 ? (
        <Tag color="error">已逾期</Tag>
      ) : days <= 7 ? (
        <Tag color="warning">{days === 0 ? "今天" : `还有 ${days} 天`}</Tag>
      ) : null}
    </>
  );
}

/** The day it is in China. */
export const todayInChina = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
