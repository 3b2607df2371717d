import { minuteText } from "./day-text.js";
import type { DraftStand } from "./server-draft.js";

/** Where a draft stands, by name and since when, in one sentence. */
export function draftSentence({ state, by, since, to, needs, reason }: DraftStand): string {
  const when = minuteText(since);
  switch (state) {
    case "writing":
      return `${by}拟写中，${when} 保存。`;
    case "submitted":
      return `${by} ${when} 送签，等${to ?? signersText(needs)}签发。`;
    case "returned":
      return `${by} ${when} 退回${to ?? ""}修改：${reason ?? ""}`;
    default:
      return state satisfies never;
  }
}

/** Whoever may sign a letter, where nobody is named. */
export function signersText(needs: "head" | null): string {
  return needs === "head" ? "负责人" : "审核人、负责人";
}
