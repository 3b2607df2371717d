import { Alert, Button, Form, Select } from "antd";
import { useEffect, useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { letterRoutes } from "../../api/letters.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import { copyText } from "../components/copy-text.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useMay } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { useKeptDraft } from "./kept-draft.js";
import { LetterBlanks } from "./letter-blanks.js";
import { draftFor, type LetterDraft, orderOf } from "./letter-draft.js";
import { LetterReferences } from "./letter-references.js";
import { LetterSheet } from "./letter-sheet.js";
import { ANSWERED, asksOutcome, OutcomeQuestions } from "./outcome-questions.js";
import { SERVICE_OPTIONS } from "./service-methods.js";
import { StepField, type StepValue } from "./step-field.js";

type Preview = ReplyOf<typeof letterRoutes.preview>;
const PAUSE = 500;

/** Fields that mean less in a letter, which has more places to write. */
const IN_A_LETTER: ReadonlyMap<string, string> = new Map([
  ["unclear", "不明确之处"],
  ["on", "办理日期"],
]);

interface LetterDialogProps {
  readonly view: CaseView;
  readonly letter: PossibleLetter;
  /** The step that is taken with it; left out, the letter says which. */
  readonly step?: string;
  /** What was answered before the letter was opened: the row of table three and why. */
  readonly given?: Readonly<Record<string, StepValue>>;
  readonly close: () => void;
  /** The letter was made in another way: only the step is written down. */
  readonly recordOnly?: () => void;
  readonly tell: (lines: readonly string[]) => void;
}

/** A letter being written: on the left what a person writes, on the right how it will look. Number, days, articles and remedy are not typed. */
export function LetterDialog({ view, letter, step: fixedStep, given, close, recordOnly, tell }: LetterDialogProps) {
  const may = useMay();
  const [draft, setDraft, forgetDraft] = useKeptDraft<LetterDraft>(`${view.row.id}:${letter.letterId}`, draftFor(view));
  const [answered, setAnswered] = useState<Readonly<Record<string, StepValue>>>(given ?? {});
  const [id] = useState(newId);
  const { failure, isSending, send } = useSending();
  const stepId = fixedStep ?? draft.step ?? (letter.standing === "to-act" ? (letter.steps[0]?.id ?? null) : null);
  const step = view.steps.find((one) => one.id === stepId);
  const order = orderOf({ letter, draft, step, answered });
  const preview = usePreview(view, order);
  const questions = step !== undefined && asksOutcome(step.id);
  const isLate = (draft.input.on ?? view.today) !== view.today;
  const fields = (step?.fields ?? [])
    .filter(({ name }) => !questions || !ANSWERED.has(name))
    // Why it is written down later than it happened is asked only where it is.
    .filter(({ name }) => name !== "letterNumber" && (name !== "reason" || isLate));
  // While the form is not whole the preview knows no places: those that are known stay, so that nothing comes and goes.
  const blanks = preview !== null && preview.blanks.length > 0 ? preview.blanks : letter.blanks;
  const change = (part: Partial<LetterDraft>) => setDraft({ ...draft, ...part });
  const issue = () =>
    send(async () => {
      const {
        letter: issued,
        change: moved,
        flags,
      } = await call(letterRoutes.issue, {
        params: { agencyId: view.agencyId, caseId: view.row.id },
        body: { id, version: view.row.version, order },
      });
      forgetDraft();
      await forget(caseRoutes.view, caseRoutes.today, letterRoutes.list, letterRoutes.possible);
      tell([
        `已签发：${issued.title}${issued.number === null ? "" : `（${issued.number}）`}。寄出或者交付以后，在“文书”里登记送达。`,
        ...new Set([...moved, ...flags]),
      ]);
    });
  return (
    <Dialog
      width="min(1200px, 96vw)"
      style={{ insetBlockStart: 24 }}
      title={letter.name}
      onCancel={close}
      footer={[
        recordOnly !== undefined && (
          <Button key="record" type="link" onClick={recordOnly}>
            文书已另行制作，只登记步骤
          </Button>
        ),
        <Button key="close" onClick={close}>
          先不签发
        </Button>,
        <Button
          key="issue"
          type="primary"
          loading={isSending}
          disabled={!may("letters:issue") || preview?.refusal !== null}
          onClick={issue}
        >
          {step === undefined ? "签发" : `签发并登记“${step.label}”`}
        </Button>,
      ]}
    >
      <div className="letter-desk">
        <Form layout="vertical" requiredMark={false}>
          <p className="quiet">
            {letter.occasion}
            。编号、日期、依据和救济途径由系统写好，不用填。没有签发的草稿只保留在这台电脑的浏览器里，退出登录时清除。
          </p>
          {!may("letters:issue") && (
            <Alert
              type="info"
              style={{ marginBlockEnd: 14 }}
              title="您可以拟写和预览；签发由审核人或者负责人在自己的电脑上办理，看不到这里的草稿。拟好后把右边的正文复制给签发人。"
              action={<CopyLetter preview={preview} />}
            />
          )}
          {fixedStep === undefined && letter.steps.length > 1 && letter.standing === "to-act" && (
            <Form.Item label="随文书办理的步骤" htmlFor="letter-step">
              <Select
                id="letter-step"
                value={stepId}
                onChange={(value) => change({ step: value })}
                options={letter.steps.map((one) => ({ value: one.id, label: one.label }))}
              />
            </Form.Item>
          )}
          {questions && given === undefined && (
            <OutcomeQuestions
              params={{ agencyId: view.agencyId, caseId: view.row.id }}
              choose={(chosen) => setAnswered({ ...chosen })}
              reset={() => setAnswered({})}
            />
          )}
          {fields.map((field) => (
            <StepField
              key={field.name}
              field={{ ...field, label: IN_A_LETTER.get(field.name) ?? field.label }}
              issue={null}
              value={draft.input[field.name] ?? field.suggested}
              change={(value) => change({ input: { ...draft.input, [field.name]: value } })}
            />
          ))}
          <LetterBlanks blanks={blanks} draft={draft} change={change} />
          <LetterReferences view={view} letterId={letter.letterId} hasStep={step !== undefined} draft={draft} change={change} />
          <Form.Item label="准备怎样送达" htmlFor="letter-served-by" extra="经互联网送达的，须写明网上申请复议的途径。">
            <Select
              id="letter-served-by"
              value={draft.servedBy}
              onChange={(value) => change({ servedBy: value })}
              options={SERVICE_OPTIONS}
            />
          </Form.Item>
          <div className="stack" aria-live="polite">
            {preview?.refusal && preview.paragraphs.length > 0 && (
              <Alert type="warning" showIcon title={preview.refusal.message} />
            )}
            {preview?.cautions.map((caution) => (
              <Alert key={caution} type="warning" title={caution} />
            ))}
            {failure !== null && <FailureNote failure={failure} />}
          </div>
        </Form>
        <LetterSheet preview={preview} />
      </div>
    </Dialog>
  );
}

/** The words of the letter, for whoever issues it. */
function CopyLetter({ preview }: { readonly preview: Preview | null }) {
  const [isCopied, setCopied] = useState(false);
  const text = (preview?.paragraphs ?? []).map(({ parts }) => parts.map((part) => part.text).join("")).join("\n");
  return (
    <Button
      size="small"
      disabled={text === ""}
      onClick={async () => {
        await copyText(text);
        setCopied(true);
      }}
    >
      {isCopied ? "已复制" : "复制正文"}
    </Button>
  );
}

/** The letter as it would go out, a moment after the last key. */
function usePreview(view: CaseView, order: LetterOrder): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = JSON.stringify(order);
  const { agencyId } = view;
  const caseId = view.row.id;
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as LetterOrder; // written above
      call(letterRoutes.preview, { params: { agencyId, caseId }, body, signal: stop.signal }).then(setPreview, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, agencyId, caseId]);
  return preview;
}
