import { Alert, Button, Card, Form, Input, Popconfirm, Radio, Select, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { CHANNEL_LABELS, type Channel, type RequesterKind } from "../../register/info-request.js";
import { DayField } from "../components/day-field.js";
import { typedDay } from "../components/typed-day.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { dayText } from "./day-text.js";
import { useKeptDraft } from "./kept-draft.js";
import { type Registration, registrationOf } from "./registration.js";
import { DELIVERY_OPTIONS, DOCUMENT_OPTIONS, KIND_OPTIONS, MEDIUM_OPTIONS } from "./registration-options.js";

type Checked = ReplyOf<typeof caseRoutes.check>;
const PAUSE = 500;

const EMPTY: Registration = {
  letterId: "",
  channel: "registered_mail",
  /** Empty: today, as the office counts it. */
  arrivedOn: "",
  confirmedOn: "",
  kind: "natural",
  name: "",
  document: "id-card",
  identity: "",
  phone: "",
  email: "",
  address: "",
  postcode: "",
  representative: "",
  pieces: [{ id: "", description: "" }],
  medium: "paper",
  delivery: "post",
  handler: "",
  reason: "",
};

/** Channels whose day of receipt is that of the confirmation (条例 第三十一条第二、三项). */
const CONFIRMED: ReadonlySet<Channel> = new Set(["online", "email", "fax"]);

/** Registering a letter: the keyboard alone is enough, Ctrl+Enter registers, and while one types the number, the last day and doubts appear. */
export function RegisterPage() {
  const { agencyId } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft, forgetDraft] = useKeptDraft<Registration>(`register:${agencyId}`, EMPTY);
  const { failure, isSending, send } = useSending();
  const checked = useChecked(agencyId, draft);
  const today = checked?.today ?? "";
  const ids = useRef({ letterId: newId(), pieces: new Map<number, string>() });
  const set = (change: Partial<Registration>) => setDraft({ ...draft, ...change });
  const body = () =>
    registrationOf(
      { ...draft, arrivedOn: draft.arrivedOn || today },
      { letterId: ids.current.letterId, pieceId: (at) => pieceId(ids.current.pieces, at) },
    );
  const isWhole =
    typedDay(draft.arrivedOn || today) !== null &&
    (draft.confirmedOn === "" || typedDay(draft.confirmedOn) !== null) &&
    draft.name.trim() !== "" &&
    draft.identity.trim() !== "" &&
    draft.pieces.every(({ description }) => description.trim() !== "");

  const register = () =>
    send(async () => {
      const { cases } = await call(caseRoutes.register, {
        params: { agencyId },
        body: body() as BodyOf<typeof caseRoutes.register>,
      }); // days are checked by the server
      forgetDraft();
      await forget(caseRoutes.today, caseRoutes.list);
      const [first] = cases;
      navigate(cases.length === 1 && first !== undefined ? `/cases/${encodeURIComponent(first.id)}` : "/cases");
    });

  return (
    <>
      <PageHead title="登记申请" lead="只登记条例第二十九条规定的内容。按 Ctrl+Enter 登记；填到一半关掉窗口也不会丢。" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the shortcut of the whole form */}
      <div
        className="beside"
        onKeyDown={({ ctrlKey, metaKey, key }) => {
          if ((ctrlKey || metaKey) && key === "Enter" && isWhole) void register();
        }}
      >
        <Form layout="vertical" requiredMark={false} onFinish={register}>
          <div className="stack">
            <LetterCard draft={draft} set={set} today={today} />
            <RequesterFields draft={draft} set={set} checked={checked} />
            <WantedCard draft={draft} set={set} />
            {failure !== null && <FailureNote failure={failure} />}
            <Space>
              <Button type="primary" htmlType="submit" size="large" loading={isSending} disabled={!isWhole}>
                登记（Ctrl+Enter）
              </Button>
              <Popconfirm title="清空已经填写的内容？" okText="清空" cancelText="保留" onConfirm={forgetDraft}>
                <Button size="large">清空</Button>
              </Popconfirm>
            </Space>
          </div>
        </Form>
        <Findings checked={checked} />
      </div>
    </>
  );
}

interface PartProps {
  readonly draft: Registration;
  readonly set: (change: Partial<Registration>) => void;
}

function LetterCard({ draft, set, today }: PartProps & { readonly today: string }) {
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
        <Form.Item label="到达日期" htmlFor="arrivedOn">
          <DayField id="arrivedOn" value={draft.arrivedOn || today} change={(arrivedOn) => set({ arrivedOn })} />
        </Form.Item>
        {needsConfirmation && (
          <Form.Item label="双方确认日期" htmlFor="confirmedOn" extra="第三十一条：以双方确认之日为收到之日；还没有确认的不填。">
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
      {draft.pieces.map(({ description }, at) => (
        <Form.Item
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece that is being written has no other name
          key={at}
          label={draft.pieces.length === 1 ? "申请内容（照原文）" : `第 ${at + 1} 件`}
          htmlFor={`piece-${at}`}
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
    </Card>
  );
}

function RequesterFields({ draft, set, checked }: PartProps & { readonly checked: Checked | null }) {
  const isPerson = draft.kind === "natural";
  const doubt = checked?.warnings.find(({ field }) => field === "requester.identity.number")?.message;
  return (
    <Card size="small" title="申请人">
      <Form.Item label="申请人类别">
        <Radio.Group
          value={draft.kind}
          onChange={({ target }) =>
            set({ kind: target.value as RequesterKind, document: target.value === "natural" ? "id-card" : "credit-code" })
          } // one of the options below
          options={KIND_OPTIONS}
        />
      </Form.Item>
      <Space wrap size={16} align="start">
        <Form.Item label={isPerson ? "姓名" : "名称"} htmlFor="name">
          <Input
            id="name"
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
            style={{ inlineSize: isPerson ? 160 : 320 }}
          />
        </Form.Item>
        {!isPerson && (
          <Form.Item label="法定代表人或联系人" htmlFor="representative">
            <Input
              id="representative"
              value={draft.representative}
              onChange={({ target }) => set({ representative: target.value })}
              style={{ inlineSize: 160 }}
            />
          </Form.Item>
        )}
        <Form.Item
          label="证件"
          htmlFor="identity"
          validateStatus={doubt === undefined ? "" : "warning"}
          extra={doubt ?? (checked?.bornOn ? `出生日期 ${dayText(checked.bornOn)}` : undefined)}
        >
          <Space.Compact>
            <Select
              aria-label="证件种类"
              value={draft.document}
              onChange={(document) => set({ document })}
              options={DOCUMENT_OPTIONS}
              style={{ inlineSize: 150 }}
            />
            <Input
              id="identity"
              value={draft.identity}
              autoComplete="off"
              onChange={({ target }) => set({ identity: target.value })}
              style={{ inlineSize: 230 }}
            />
          </Space.Compact>
        </Form.Item>
      </Space>
      <Space wrap size={16} align="start">
        <Form.Item label="电话" htmlFor="phone">
          <Input
            id="phone"
            value={draft.phone}
            onChange={({ target }) => set({ phone: target.value })}
            style={{ inlineSize: 160 }}
          />
        </Form.Item>
        <Form.Item label="电子邮箱" htmlFor="email">
          <Input
            id="email"
            value={draft.email}
            onChange={({ target }) => set({ email: target.value })}
            style={{ inlineSize: 220 }}
          />
        </Form.Item>
        <Form.Item label="地址" htmlFor="address">
          <Input
            id="address"
            value={draft.address}
            onChange={({ target }) => set({ address: target.value })}
            style={{ inlineSize: 360 }}
          />
        </Form.Item>
        <Form.Item label="邮编" htmlFor="postcode">
          <Input
            id="postcode"
            value={draft.postcode}
            onChange={({ target }) => set({ postcode: target.value })}
            style={{ inlineSize: 100 }}
          />
        </Form.Item>
      </Space>
    </Card>
  );
}

function WantedCard({ draft, set }: PartProps) {
  return (
    <Card size="small" title="希望怎样取得">
      <Form.Item label="形式">
        <Radio.Group value={draft.medium} onChange={({ target }) => set({ medium: target.value })} options={MEDIUM_OPTIONS} />
      </Form.Item>
      <Form.Item label="途径">
        <Radio.Group
          value={draft.delivery}
          onChange={({ target }) => set({ delivery: target.value })}
          options={DELIVERY_OPTIONS}
        />
      </Form.Item>
      <Form.Item label="承办人（可不填，以后再分办）" htmlFor="handler" style={{ marginBlockEnd: 0 }}>
        <Input
          id="handler"
          value={draft.handler}
          onChange={({ target }) => set({ handler: target.value })}
          style={{ inlineSize: 200 }}
        />
      </Form.Item>
    </Card>
  );
}

/** What the register knows already: the number it will have, the last day, the same person, alike requests. */
function Findings({ checked }: { readonly checked: Checked | null }) {
  return (
    <div className="stack stays" aria-live="polite">
      <Card size="small" title="登记后">
        <dl className="facts">
          <dt>编号</dt>
          <dd>{checked?.nextNumber ?? "……"}</dd>
          <dt>答复期限</dt>
          <dd>{checked?.due ? dayText(checked.due) : "确认收到以后起算"}</dd>
        </dl>
      </Card>
      {checked?.warnings.map(({ code, message, cases }) => (
        <Alert
          key={`${code}-${message}`}
          type="warning"
          showIcon
          title={message}
          description={cases.map(({ id, number }) => (
            <div key={id}>
              <a href={`/cases/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
                {number}
              </a>
            </div>
          ))}
        />
      ))}
    </div>
  );
}

function pieceId(known: Map<number, string>, at: number): string {
  const id = known.get(at) ?? newId();
  known.set(at, id);
  return id;
}

/** What the server says of what is filled in so far, a moment after the last key. */
function useChecked(agencyId: string, draft: Registration): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const asked = JSON.stringify(registrationOf(draft, { letterId: "check-letter", pieceId: (at) => `check-piece-${at}` }));
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as BodyOf<typeof caseRoutes.check>; // written above
      call(caseRoutes.check, { params: { agencyId }, body, signal: stop.signal }).then(setChecked, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, agencyId]);
  return checked;
}
