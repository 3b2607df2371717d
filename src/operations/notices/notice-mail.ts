import { chineseDay, parsePlainDate } from "../../law/plain-date.js";
import { casesIn, NOTICE_KINDS, NOTICE_LABELS, noticePath } from "../../register/notice.js";
import type { StoredNotice } from "../../storage/notices/notice-store.js";

export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
}

/** Of one kind so many are named; the others are counted. */
const MOST_NAMED = 20;

/**
 * One mail with everything that came up. Mail passes through machines of others, so it holds numbers, days and addresses: no name, nothing
 * of what was asked.
 */
export function noticeMail(
  notices: readonly Pick<StoredNotice, "kind" | "subject" | "number" | "dueOn">[],
  publicUrl: string,
): NoticeMail {
  const root = publicUrl.replace(/\/+$/, "");
  const groups = NOTICE_KINDS.flatMap((kind) => {
    const own = notices.filter((notice) => notice.kind === kind);
    return own.length === 0 ? [] : [{ kind, own, count: own.reduce((sum, one) => sum + casesIn(one), 0) }];
  });
  const counted = groups.map(({ kind, count }) => `${NOTICE_LABELS[kind]} ${count} 件`).join("，");
  const parts = groups.map(({ kind, own, count }) => {
    const lines = own.slice(0, MOST_NAMED).map(({ subject, number, dueOn }) => {
      const day = dueOn === null ? null : parsePlainDate(dueOn);
      const words = [number, day === null ? "" : `期限 ${chineseDay(day)}`].filter((one) => one !== "").join("，");
      return `  ${words}${words === "" ? "" : "\n  "}${root}${noticePath(kind, subject)}`;
    });
    const more = own.length > MOST_NAMED ? [`  另有 ${own.length - MOST_NAMED} 件。`] : [];
    return [`${NOTICE_LABELS[kind]}（${count} 件）`, ...lines, ...more].join("\n");
  });
  return {
    subject: `政府信息公开：${counted}`,
    text: `${parts.join("\n\n")}\n\n登录后在右上角的铃铛里看全部提醒：${root}/notices\n本邮件由系统自动发出，请勿回复。\n`,
  };
}
