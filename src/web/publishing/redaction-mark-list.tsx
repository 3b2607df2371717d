import { Button, Card, Empty, Select, Space, Switch } from "antd";
import type { ReactNode } from "react";
import { REDACTION_GROUNDS, type RedactionGroundId } from "../../law/outcomes/redaction-grounds.js";
import type { DrawnMark } from "./redaction-mark.js";

const GROUND_OPTIONS = REDACTION_GROUNDS.map(({ id, name, basis }) => ({
  value: id,
  label: `${name}（${basis.replace("《政府信息公开条例》", "条例")}）`,
}));

interface RedactionGroundCardProps {
  readonly ground: RedactionGroundId;
  readonly choose: (ground: RedactionGroundId) => void;
}

/** The ground that what is drawn next is given. */
export function RedactionGroundCard({ ground, choose }: RedactionGroundCardProps) {
  return (
    <Card size="small" title="依据">
      <Select
        aria-label="新画的地方的依据"
        value={ground}
        onChange={choose}
        options={GROUND_OPTIONS}
        popupMatchSelectWidth={false}
        style={{ inlineSize: "100%" }}
      />
      <p className="quiet" style={{ margin: "6px 0 0", fontSize: 13 }}>
        先选依据再画；画好的也可以逐处改。
      </p>
    </Card>
  );
}

interface RedactionMarkListProps {
  readonly marks: readonly DrawnMark[];
  readonly preview: { readonly isOn: boolean; readonly set: (isOn: boolean) => void };
  readonly set: (mark: DrawnMark) => void;
  readonly remove: (id: string) => void;
  readonly show: (mark: DrawnMark) => void;
  /** The buttons below. */
  readonly children: ReactNode;
}

/** Every mark with its page and its ground. */
export function RedactionMarkList({ marks, preview, set, remove, show, children }: RedactionMarkListProps) {
  return (
    <Card
      size="small"
      title={`要遮盖的 ${marks.length} 处`}
      extra={
        <Space size={6}>
          预览
          <Switch size="small" aria-label="预览遮盖后的样子" checked={preview.isOn} onChange={preview.set} />
        </Space>
      }
    >
      <div className="stack" style={{ gap: 8 }}>
        {marks.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有画。" style={{ margin: 4 }} />}
        <div className="redaction-marks">
          {marks.map((mark) => (
            <MarkLine key={mark.id} mark={mark} set={set} remove={() => remove(mark.id)} show={() => show(mark)} />
          ))}
        </div>
        {children}
      </div>
    </Card>
  );
}

interface MarkLineProps {
  readonly mark: DrawnMark;
  readonly set: (mark: DrawnMark) => void;
  readonly remove: () => void;
  readonly show: () => void;
}

function MarkLine({ mark, set, remove, show }: MarkLineProps) {
  return (
    <div className="redaction-mark">
      <Button size="small" type="link" style={{ paddingInline: 0 }} onClick={show}>
        第 {mark.page} 页
      </Button>
      <Select
        size="small"
        aria-label="依据"
        value={mark.ground}
        onChange={(ground) => set({ ...mark, ground })}
        options={GROUND_OPTIONS}
        popupMatchSelectWidth={false}
      />
      <Button size="small" type="text" aria-label="删去" onClick={remove}>
        ✕
      </Button>
    </div>
  );
}
