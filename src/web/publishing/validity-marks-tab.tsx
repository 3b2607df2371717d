import { Alert, Button, Card, Checkbox, Form, Input, Select } from "antd";
import { useMemo } from "react";
import { FIXED_MARKS, validityMarksFault } from "../../law/publication/validity.js";
import { newId } from "../office/new-id.js";
import { useMay } from "../office/session.js";
import { SettingsActions } from "./settings-actions.js";
import { type PublishingSettings, type StoredSettings, useSettingsPart } from "./settings-part.js";

type Mark = PublishingSettings["validityMarks"][number];

const MOST_MARKS = 20;

/** 有效性: the marks an agency puts on its documents, and which of them count as in force. */
export function ValidityMarksTab({ stored }: { readonly stored: StoredSettings }) {
  const isReadOnly = !useMay()("agency:configure");
  const given = useMemo(() => ({ validityMarks: stored.settings.validityMarks }), [stored]);
  const draft = useSettingsPart("marks", stored, given);
  const { validityMarks: marks } = draft.part;
  const set = (next: readonly Mark[]) => draft.set({ validityMarks: [...next] });
  return (
    <div className="stack" style={{ maxInlineSize: 860 }}>
      <Alert
        type="info"
        title="国家没有统一规定有效性标注的名称，下面是通常做法，本机关可以修改。"
        description="公开的规章、行政规范性文件标注了不再有效的，从标注的日期起在年报表二计为废止、不再计入现行有效；“尚未施行”的不计为废止。这里的修改只用于今后的标注，已经标注的按标注时的含义统计；已公开页面上的名称，在那件信息下次变动或者平台内容重建以后换成新的。"
      />
      {marks.map((mark, at) => (
        <MarkCard
          key={mark.id}
          mark={mark}
          isReadOnly={isReadOnly}
          set={(next) => set(marks.with(at, next))}
          remove={FIXED_MARKS.has(mark.id) ? null : () => set(marks.toSpliced(at, 1))}
        />
      ))}
      {!isReadOnly && marks.length < MOST_MARKS && (
        <Button onClick={() => set([...marks, newMark()])} style={{ justifySelf: "start" }}>
          加一种标注
        </Button>
      )}
      {!isReadOnly && <SettingsActions of={draft} lacks={lackOf(marks)} />}
    </div>
  );
}

// An id of a mark begins with a letter and stands in addresses of the portal.
const newMark = (): Mark => ({ id: `own-${newId().slice(0, 8)}`, name: "", meaning: "", aliases: [], isInForce: true });

function lackOf(marks: readonly Mark[]): string | null {
  if (marks.some(({ name }) => name.trim() === "")) return "每种标注都要有名称。";
  const fault = validityMarksFault(marks);
  return fault === null ? null : `${fault}。`;
}

interface MarkCardProps {
  readonly mark: Mark;
  readonly isReadOnly: boolean;
  readonly set: (mark: Mark) => void;
  /** Null: the system goes by this mark. */
  readonly remove: (() => void) | null;
}

function MarkCard({ mark, isReadOnly, set, remove }: MarkCardProps) {
  const called = mark.name.trim() === "" ? "新的标注" : `“${mark.name}”`;
  const isFixed = remove === null;
  return (
    <Card
      size="small"
      extra={
        !isReadOnly &&
        !isFixed && (
          <Button size="small" aria-label={`移除${called}`} onClick={remove}>
            移除
          </Button>
        )
      }
      title={called}
    >
      <Form layout="vertical" component="div" disabled={isReadOnly} requiredMark={false}>
        <div style={{ display: "flex", flexWrap: "wrap", gap: "0 16px" }}>
          <Form.Item label="名称" htmlFor={`mark-name-${mark.id}`} style={{ flex: "1 1 160px" }}>
            <Input
              id={`mark-name-${mark.id}`}
              maxLength={20}
              value={mark.name}
              onChange={({ target }) => set({ ...mark, name: target.value })}
            />
          </Form.Item>
          <Form.Item label="含义" htmlFor={`mark-meaning-${mark.id}`} style={{ flex: "3 1 320px" }}>
            <Input
              id={`mark-meaning-${mark.id}`}
              maxLength={200}
              value={mark.meaning}
              onChange={({ target }) => set({ ...mark, meaning: target.value })}
            />
          </Form.Item>
        </div>
        <Form.Item label="别处的叫法" htmlFor={`mark-aliases-${mark.id}`} extra="导入表格时，写这些的也认作这一种。">
          <Select
            id={`mark-aliases-${mark.id}`}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={mark.aliases}
            onChange={(aliases) => set({ ...mark, aliases })}
          />
        </Form.Item>
        <Checkbox
          checked={mark.isInForce}
          disabled={isReadOnly || isFixed}
          onChange={({ target }) => set({ ...mark, isInForce: target.checked })}
        >
          计入年报表二的现行有效{isFixed && <span className="quiet">（含义固定，不能改变）</span>}
        </Checkbox>
      </Form>
    </Card>
  );
}
