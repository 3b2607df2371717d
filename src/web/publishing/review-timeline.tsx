import { Card, Timeline } from "antd";
import { PUBLICATION_CHANNEL_LABELS } from "../../law/publication/channels.js";
import { OFFICE_ROLE_LABELS } from "../../register/office-role.js";
import { VERDICT_LABELS } from "../../register/publishing/item-event.js";
import { SECRECY_CONCLUSION_LABELS, SECRECY_QUESTION_LABELS } from "../../register/publishing/secrecy-form.js";
import { dayText } from "../cases/day-text.js";
import type { Item } from "./item.js";

type Round = NonNullable<Item["review"]>;
type ChainStep = Round["chain"][number];
type SignedStep = ChainStep["signed"][number];

const OUTCOMES: Readonly<Record<Round["outcome"], string>> = {
  open: "正在审核",
  approved: "审核通过",
  returned: "已退回修改",
  refused: "不予发布",
  recalled: "已撤回送审",
};

const QUESTIONS = Object.keys(SECRECY_QUESTION_LABELS) as (keyof typeof SECRECY_QUESTION_LABELS)[]; // the keys of a constant
const CARRIERS = { "official-document": "公文", other: "其他" } as const;

/** The review of an item, step by step: who signed when, with which opinion, having checked what. */
export function ReviewTimeline({ item: { review } }: { readonly item: Item }) {
  if (review === null) return null;
  return (
    <Card title={`审核（第 ${review.round} 轮）`} size="small" extra={OUTCOMES[review.outcome]}>
      <Timeline
        items={[
          {
            key: "submitted",
            color: "green",
            content: (
              <>
                <b>送审</b>
                <div className="quiet">
                  {review.submittedBy.name}，{dayText(review.submittedOn)}
                </div>
              </>
            ),
          },
          ...review.chain.map((step) => ({
            key: step.id,
            color: colourOf(step),
            content: <ChainEntry step={step} isOpen={review.outcome === "open"} />,
          })),
        ]}
      />
    </Card>
  );
}

function colourOf({ signed, isTurn }: ChainStep): string {
  if (isTurn) return "blue";
  const last = signed.at(-1);
  if (last === undefined) return "gray";
  return last.verdict === "approve" ? "green" : "red";
}

interface ChainEntryProps {
  readonly step: ChainStep;
  /** Whether the round goes on. */
  readonly isOpen: boolean;
}

function ChainEntry({ step, isOpen }: ChainEntryProps) {
  return (
    <>
      <b>{step.name}</b>
      {step.isTurn && "　← 现在轮到"}
      {step.signed.map((signed) => (
        <Signed key={`${signed.on}-${signed.by.id}-${signed.verdict}`} step={step} signed={signed} />
      ))}
      <Waiting step={step} isOpen={isOpen} />
    </>
  );
}

/** For whom a step waits, by name; said loudly where nobody can take it. */
function Waiting({ step: { signed, isTurn, waitsFor, people, roles }, isOpen }: ChainEntryProps) {
  const isOver = !isTurn && signed.length > 0;
  if (isOver) return null;
  const who = roles.map((role) => OFFICE_ROLE_LABELS[role]).join("或者");
  if (!isOpen) return <div className="quiet">由{who}办理</div>;
  if (waitsFor.length === 0) {
    return (
      <div style={{ color: "var(--danger)" }}>
        没有人可以签署：{people.length > 0 ? "限定的人" : who}已停用，或者拟写过本稿、签过别的环节。
      </div>
    );
  }
  const names = waitsFor.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = waitsFor.length > MOST_NAMES ? `等 ${waitsFor.length} 人` : "";
  return (
    <div className={isTurn ? undefined : "quiet"}>
      {isTurn ? "等" : "由"}
      {names.join("、")}
      {more}签署{waitsFor.length > 1 && "，其中一人即可"}
    </div>
  );
}

const MOST_NAMES = 6;

function Signed({ step, signed }: { readonly step: ChainStep; readonly signed: SignedStep }) {
  const { by, on, verdict, opinion, checked, referredTo, form } = signed;
  const points = step.checklist.filter(({ id }) => checked.includes(id));
  return (
    <div>
      <div>
        {form === null ? VERDICT_LABELS[verdict] : SECRECY_CONCLUSION_LABELS[form.conclusion]}
        {referredTo !== null && `（${referredTo}）`}
        {opinion !== null && form === null && `：${opinion}`}
      </div>
      {points.length > 0 && (
        <ul className="quiet" style={{ margin: 0, paddingInlineStart: 18, fontSize: 13 }}>
          {points.map(({ id, text }) => (
            <li key={id}>已核对：{text}</li>
          ))}
        </ul>
      )}
      {form !== null && <SecrecyAnswers form={form} />}
      <div className="quiet" style={{ fontSize: 13 }}>
        {by.name}，{dayText(on)}
      </div>
    </div>
  );
}

function SecrecyAnswers({ form }: { readonly form: NonNullable<SignedStep["form"]> }) {
  const { carrier, ways, intendedOn, answers, basis } = form;
  return (
    <div style={{ fontSize: 13 }}>
      <div>{basis}</div>
      <div className="quiet">
        载体：{CARRIERS[carrier]}；拟公开方式：{ways.map((way) => PUBLICATION_CHANNEL_LABELS[way]).join("、")}
        {intendedOn === null ? "" : `；拟公开时间：${dayText(intendedOn)}`}
      </div>
      <ul className="quiet" style={{ margin: 0, paddingInlineStart: 18 }}>
        {QUESTIONS.map((name) => (
          <li key={name}>
            {SECRECY_QUESTION_LABELS[name]}：{answers[name] ? "是" : "否"}
          </li>
        ))}
      </ul>
    </div>
  );
}
