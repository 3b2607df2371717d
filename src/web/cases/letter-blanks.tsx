import { Button, Card, Collapse, Form, Input, Select } from "antd";
import { OUTCOMES, type OutcomeId } from "../../law/outcomes/outcomes.js";
import type { PossibleLetter } from "./case-letters.js";
import type { LetterDraft } from "./letter-draft.js";

type Blank = PossibleLetter["blanks"][number];
type Part = LetterDraft["withheld"][number];

interface LetterBlanksProps {
  readonly blanks: readonly Blank[];
  readonly draft: LetterDraft;
  readonly change: (part: Partial<LetterDraft>) => void;
}

/** The places of a letter where a person writes: first those that say nothing yet; those the register fills already, folded away. */
export function LetterBlanks({ blanks, draft, change }: LetterBlanksProps) {
  const written = (blank: Blank) => (
    <Form.Item
      key={blank.field}
      label={blank.isKept ? `${blank.label}（只存档，不印出）` : blank.label}
      htmlFor={`letter-${blank.field}`}
      style={{ marginBlockEnd: 14 }}
    >
      <Input.TextArea
        id={`letter-${blank.field}`}
        autoSize={{ minRows: 2, maxRows: 12 }}
        placeholder={blank.otherwise}
        value={draft.texts[blank.field] ?? ""}
        onChange={({ target }) => change({ texts: { ...draft.texts, [blank.field]: target.value } })}
      />
    </Form.Item>
  );
  const texts = blanks.filter(({ field }) => field !== "withheld");
  const filled = texts.filter(({ otherwise }) => otherwise !== "");
  return (
    <>
      {texts.filter(({ otherwise }) => otherwise === "").map(written)}
      {(blanks.length > texts.length || draft.withheld.length > 0) && (
        <WithheldParts parts={draft.withheld} change={(withheld) => change({ withheld })} />
      )}
      {filled.length > 0 && (
        <Collapse
          ghost
          size="small"
          items={[{ key: "filled", label: `已经写好、需要时可以改写的 ${filled.length} 处`, children: filled.map(written) }]}
        />
      )}
    </>
  );
}

const NO_PART: Part = { part: "", outcome: null, reasons: "" };
/** The rows of table three that a part of an answer may be withheld for. */
const GROUNDS = OUTCOMES.filter(({ id }) => id.startsWith("denied.")).map(({ id, name }) => ({ value: id, label: name }));

interface WithheldPartsProps {
  readonly parts: readonly Part[];
  readonly change: (parts: Part[]) => void;
}

/** 部分公开 (第三十七条): each part that is not given, why not, and the facts of it. The articles follow from the choice. */
function WithheldParts({ parts, change }: WithheldPartsProps) {
  const shown = parts.length === 0 ? [NO_PART] : parts;
  const set = (at: number, part: Partial<Part>) => change(shown.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <Form.Item label="不予公开的部分（第三十七条：逐项说明理由）">
      <div className="stack">
        {shown.map(({ part, outcome, reasons }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part that is being written has no other name
          <Card key={at} size="small">
            <Input
              aria-label={`第 ${at + 1} 部分：是哪一部分`}
              placeholder="哪一部分，如：第三页中的身份证号码"
              value={part}
              onChange={({ target }) => set(at, { part: target.value })}
            />
            <Select<OutcomeId>
              aria-label={`第 ${at + 1} 部分：为什么不公开`}
              style={{ inlineSize: "100%", marginBlock: 8 }}
              placeholder="为什么不公开（选一项依据）"
              value={outcome}
              options={GROUNDS}
              onChange={(value) => set(at, { outcome: value })}
            />
            <Input.TextArea
              aria-label={`第 ${at + 1} 部分：理由`}
              placeholder="具体理由"
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={reasons}
              onChange={({ target }) => set(at, { reasons: target.value })}
            />
            {parts.length > 1 && (
              <Button type="link" size="small" onClick={() => change(parts.filter((_, place) => place !== at))}>
                去掉这一部分
              </Button>
            )}
          </Card>
        ))}
        <Button type="dashed" size="small" onClick={() => change([...shown, NO_PART])}>
          再加一部分
        </Button>
      </div>
    </Form.Item>
  );
}
