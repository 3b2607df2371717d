import { chineseDay } from "../../law/plain-date.js";
import { PUBLICATION_CHANNEL_LABELS } from "../../law/publication/channels.js";
import { type InformationItem, type ItemEventBody, VERDICT_LABELS } from "../../register/publishing/item-event.js";
import { RELATION_LABELS } from "../../register/publishing/published-item.js";
import { SECRECY_CONCLUSION_LABELS } from "../../register/publishing/secrecy-form.js";
import { ITEM_TRANSITIONS } from "../../register/publishing-steps/index.js";
import { chinaTime } from "../accounts/china-time.js";

/** Everything that happened to an item, the latest first, each in a sentence. */
export function historyOf({ events }: InformationItem) {
  return events.toReversed().map(({ id, recordedAt: at, body }) => ({
    ...{ id, at, type: body.type, text: sentenceOf(body) },
    by: { id: body.by.id, name: body.by.name },
    label: ITEM_TRANSITIONS.find(({ records }) => records === body.type)?.label ?? body.type,
  }));
}

function sentenceOf(body: ItemEventBody): string {
  switch (body.type) {
    case "drafted":
      return `拟写“${body.content.title}”。`;
    case "imported":
      return `由原网站导入，原发布日期${chineseDay(body.formerlyPublishedOn)}，索引号${body.indexNumber}。`;
    case "revised":
      return body.why === null ? "修改稿件。" : `修改稿件：${body.why}`;
    case "screened":
      return body.hits.length === 0
        ? `筛查第${body.revision}稿，没有发现。`
        : `筛查第${body.revision}稿，发现${body.hits.length}处。`;
    case "hit-cleared":
      return `核对一处筛查结果，可以照原样公开：${body.why}`;
    case "submitted":
      return `送审，须经${body.chain.steps.map(({ name }) => name).join("、")}。`;
    case "recalled":
      return body.why;
    case "scheduled":
      return `定于${chinaTime(body.publishAt)}公开。`;
    case "unscheduled":
      return `取消定时公开：${body.why}`;
    case "published":
      return `公开，索引号${body.indexNumber}。`;
    case "withdrawn":
      return `${body.authority}决定撤回：${body.why}`;
    default:
      return decisionSentence(body);
  }
}

type Decision = Exclude<
  ItemEventBody,
  {
    readonly type:
      | "drafted"
      | "imported"
      | "revised"
      | "screened"
      | "hit-cleared"
      | "submitted"
      | "recalled"
      | "scheduled"
      | "unscheduled"
      | "published"
      | "withdrawn";
  }
>;

function decisionSentence(body: Decision): string {
  switch (body.type) {
    case "reviewed": {
      const to = body.referredTo === null ? "" : `（${body.referredTo}）`;
      return `${VERDICT_LABELS[body.verdict]}${to}${body.opinion === null ? "。" : `：${body.opinion}`}`;
    }
    case "secrecy-reviewed": {
      const to = body.form.referredTo === null ? "" : `（${body.form.referredTo}）`;
      return `${SECRECY_CONCLUSION_LABELS[body.form.conclusion]}${to}：${body.form.basis}`;
    }
    case "reassessed":
      return body.outcome === "stays" ? `评估后仍不公开：${body.why}` : `评估后可以公开：${body.why}`;
    case "linked":
      return `关联${RELATION_LABELS[body.relation]}（${body.targetId}）。`;
    case "unlinked":
      return `取消关联${RELATION_LABELS[body.relation]}（${body.targetId}）：${body.why}`;
    case "channel-recorded": {
      const where = body.where === null ? "" : `（${body.where}）`;
      return `${chineseDay(body.publishedOn)}在${PUBLICATION_CHANNEL_LABELS[body.channel]}${where}公开。`;
    }
    case "validity-changed":
      return `自${chineseDay(body.from)}起有效性改为“${body.validity}”，依据：${body.authority}`;
    default:
      return body satisfies never;
  }
}
