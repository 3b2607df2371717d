import { Button, Card, Input, Space } from "antd";
import { useState } from "react";
import { screeningRoutes } from "../../api/screening.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSending } from "../office/use-sending.js";
import type { DrawnArea } from "./redaction-mark.js";
import type { RedactionPlace } from "./redaction-place.js";

interface RedactionTermSearchProps {
  readonly place: RedactionPlace;
  readonly add: (areas: readonly DrawnArea[]) => void;
}

/** Finds words on every page; each place becomes a mark of its own that can be taken away again. */
export function RedactionTermSearch({ place: { agencyId, attachmentId }, add }: RedactionTermSearchProps) {
  const [term, setTerm] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const { failure, isSending, send } = useSending();
  const find = () =>
    send(async () => {
      const { areas } = await call(screeningRoutes.find, { params: { agencyId, attachmentId }, body: { term } });
      add(areas);
      setSaid(areas.length === 0 ? "没有找到。扫描的页面里只有图像，请看着画。" : `标出 ${areas.length} 处。`);
    });
  return (
    <Card size="small" title="按文字查找并标出">
      <Space.Compact style={{ inlineSize: "100%" }}>
        <Input
          aria-label="要找的文字"
          placeholder="姓名、号码等"
          maxLength={200}
          value={term}
          onChange={({ target }) => setTerm(target.value)}
          onPressEnter={() => term.trim() !== "" && find()}
        />
        <Button loading={isSending} disabled={term.trim() === ""} onClick={find}>
          标出
        </Button>
      </Space.Compact>
      {said !== null && (
        <p className="quiet" role="status" style={{ margin: "6px 0 0" }}>
          {said}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
