import { Button, Card, Form, Input, Select, Space } from "antd";
import { CHANNEL_LABELS, type Channel } from "../../register/info-request.js";
import { DayField } from "../components/day-field.js";
import { faultAt } from "../components/form-faults.js";
import type { RegistrationPart } from "./registration.js";

/** Channels whose day of receipt is that of the confirmation (条例 第三十一条第二、三项). */
const CONFIRMED: ReadonlySet<Channel> = new Set(["online", "email", "fax"]);

/** How the letter came, and what it asks for. */
export function LetterCard({ draft, set, faults, today }: RegistrationPart & { readonly today: string }) {
  const needsConfirmation = CONFIRMED.has(draft.channel);
  return (
    <Card size="small" title="来信">
      <Space wrap size={16} align="start">
        <Form.Item label="怎样收到的" htmlFor="channel">
          <Select
            id="channel"
            autoFocus
            style={{ inlineSize: 320 }}
            value={draft.channel}
            onChange={(channel) => set({ channel })}
            options={Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value: value as Channel, label }))} // the keys of the table of channels
          />
        </Form.Item>
        <Form.Item label="到达日期" htmlFor="arrivedOn" {...faultAt(faults, "arrivedOn").item}>
          <DayField id="arrivedOn" value={draft.arrivedOn || today} change={(arrivedOn) => set({ arrivedOn })} />
        </Form.Item>
        {needsConfirmation && (
          <Form.Item
            label="双方确认日期"
            htmlFor="confirmedOn"
            extra="第三十一条：以双方确认之日为收到之日；还没有确认的不填。"
            {...faultAt(faults, "confirmedOn").item}
          >
            <DayField id="confirmedOn" value={draft.confirmedOn} change={(confirmedOn) => set({ confirmedOn })} />
          </Form.Item>
        )}
        {draft.arrivedOn !== "" && draft.arrivedOn < today && (
          <Form.Item label="今天才登记的原因（可不填）" htmlFor="reason">
            <Input
              id="reason"
              value={draft.reason}
              onChange={({ target }) => set({ reason: target.value })}
              style={{ inlineSize: 220 }}
            />
          </Form.Item>
        )}
      </Space>
      <Pieces draft={draft} set={set} faults={faults} />
    </Card>
  );
}

/** What is asked for: a letter that asks for several things becomes as many requests. */
function Pieces({ draft, set, faults }: RegistrationPart) {
  return (
    <>
      {draft.pieces.map(({ description }, at) => (
        <Form.Item
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece that is being written has no other name
          key={at}
          label={draft.pieces.length === 1 ? "申请内容（照原文）" : `第 ${at + 1} 件`}
          htmlFor={`piece-${at}`}
          {...faultAt(faults, `piece-${at}`).item}
          extra={
            draft.pieces.length > 1 && (
              <Button
                type="link"
                size="small"
                style={{ paddingInline: 0 }}
                onClick={() => set({ pieces: draft.pieces.filter((_, place) => place !== at) })}
              >
                去掉第 {at + 1} 件
              </Button>
            )
          }
        >
          <Input.TextArea
            id={`piece-${at}`}
            {...faultAt(faults, `piece-${at}`).input}
            autoSize={{ minRows: 3, maxRows: 14 }}
            value={description}
            placeholder="信息的名称、文号，或者便于查询的其他特征"
            onChange={({ target }) =>
              set({ pieces: draft.pieces.map((one, place) => (place === at ? { ...one, description: target.value } : one)) })
            }
          />
        </Form.Item>
      ))}
      <Button type="dashed" size="small" onClick={() => set({ pieces: [...draft.pieces, { id: "", description: "" }] })}>
        一封信申请了几项信息：再加一件
      </Button>
    </>
  );
}
