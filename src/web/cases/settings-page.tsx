import { Alert, App, Button, Card, Form, Radio } from "antd";
import type { ReactNode } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { letterRoutes } from "../../api/letters.js";
import type { LetterSettings } from "../../register/letters/letter-settings.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { useKeptDraft } from "./kept-draft.js";
import { SettingChanges } from "./setting-changes.js";
import { CLOCK_CHOICES, REMEDY_CHOICES, type SettingChoice } from "./setting-choices.js";
import { Bodies, Series, SettingLine } from "./setting-lists.js";

type Stored = ReplyOf<typeof letterRoutes.readSettings>;

/** 机关设置: what the letters of the agency say of it, and how it counts days where the Regulations leave it open. */
export function SettingsPage() {
  const { agencyId } = useSession();
  const stored = useCall(letterRoutes.readSettings, { params: { agencyId } });
  return (
    <>
      <PageHead
        title="机关设置"
        lead="一次写好，以后每份文书自动带上。改动从保存之时起用于新的文书和全部期限；已经签发的文书不变。"
      />
      <Answer of={stored}>{(one) => <SettingsForm key={agencyId} stored={one} agencyId={agencyId} />}</Answer>
    </>
  );
}

interface Changes {
  readonly changed: Partial<LetterSettings>;
  /** What they were made over; null while nothing is changed. */
  readonly over: Pick<Stored, "version" | "settings"> | null;
}

const NOTHING: Changes = { changed: {}, over: null };

/** Everything that is set so, with what was changed here and not yet saved. */
function SettingsForm({ stored, agencyId }: { readonly stored: Stored; readonly agencyId: string }) {
  const may = useMay();
  const { message } = App.useApp();
  const [{ changed, over }, keep, forgetChanges] = useKeptDraft<Changes>(`settings:${agencyId}`, NOTHING);
  const { failure, isSending, send } = useSending();
  const settings: LetterSettings = { ...stored.settings, ...changed };
  const current = { version: stored.version, settings: stored.settings };
  // What is changed is changed over what one saw: nobody overwrites what came since without having been told.
  const set = (part: Partial<LetterSettings>) => keep({ changed: { ...changed, ...part }, over: over ?? current });
  const isBehind = over !== null && over.version !== stored.version;
  const save = () =>
    send(async () => {
      const body = { version: over?.version ?? stored.version, settings: withoutBlanks(settings) };
      try {
        await call(letterRoutes.recordSettings, { params: { agencyId }, body });
      } finally {
        await forget(letterRoutes.readSettings, letterRoutes.possible);
      }
      forgetChanges();
      void message.success("已保存。");
    });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={save} disabled={!may("agency:configure")}>
      <div className="stack" style={{ maxInlineSize: 860 }}>
        {stored.missing.length > 0 && (
          <Alert type="warning" showIcon title={`还不能签发文书：${stored.missing.join("、")}没有填写。`} />
        )}
        <Card size="small" title="每份文书都要写明的">
          <SettingLine
            name="code"
            {...{ settings, set }}
            label="机关代字"
            help="文号的开头，如“青商公开”，印作：青商公开〔2026〕12号。"
          />
          <SettingLine name="office" {...{ settings, set }} label="承办机构" help="政府信息公开工作机构，如：局办公室。" />
          <SettingLine name="contact" {...{ settings, set }} label="联系方式" help="承办机构的地址和电话。" />
          <SettingLine
            name="inquiry"
            {...{ settings, set }}
            label="查询方式"
            help="申请人在哪里查询办理进度，如：政府门户网站依申请公开栏目。"
          />
          <Form.Item label="印章" extra="GB/T 9704—2012 第7.3.5条：加盖印章与不加盖印章的公文，署名和日期的位置不同。">
            <Radio.Group
              value={settings.isSealed}
              onChange={({ target }) => set({ isSealed: target.value === true })}
              options={[
                { value: true, label: "加盖印章" },
                { value: false, label: "不加盖印章" },
              ]}
            />
          </Form.Item>
        </Card>
        <Card size="small" title="救济途径">
          <Bodies value={settings.reconsideration} change={(reconsideration) => set({ reconsideration })} />
          <SettingLine
            name="court"
            {...{ settings, set }}
            label="管辖的人民法院（可不填）"
            help="行政诉讼法第十四条至第十八条；不填的，文书写“有管辖权的人民法院”。"
          />
          <SettingLine
            name="onlineChannel"
            {...{ settings, set }}
            label="网上申请复议的途径（可不填）"
            help="行政复议法第二十二条第二款：经互联网送达的文书必须写明。"
          />
          <Choices choices={REMEDY_CHOICES} value={settings.remedy} change={(remedy) => set({ remedy })} />
        </Card>
        <Card size="small" title="收费和文号">
          <SettingLine name="payment" {...{ settings, set }} label="缴费方式（不收费的不填）" help="写入收费通知书。" />
          <Series value={settings.series} change={(series) => set({ series })} />
        </Card>
        <Card size="small" title="期限怎样计算">
          <p className="quiet" style={{ marginBlockStart: 0 }}>
            条例没有写明的地方按通行做法计算；本地另有规定的，在这里改。台账、待办、文书和门户上的期限都随之改变。
          </p>
          <Choices choices={CLOCK_CHOICES} value={settings.clock} change={(clock) => set({ clock })} />
        </Card>
        {failure !== null && !isBehind && <FailureNote failure={failure} />}
        {isBehind && (
          <SettingChanges
            before={over.settings}
            now={stored.settings}
            own={changed}
            goOn={() => keep({ changed, over: current })}
            giveUp={forgetChanges}
          />
        )}
        {may("agency:configure") && (
          <div className="page-actions">
            <Button
              type="primary"
              htmlType="submit"
              size="large"
              loading={isSending}
              disabled={Object.keys(changed).length === 0 || isBehind}
            >
              保存
            </Button>
            <Button size="large" onClick={forgetChanges} disabled={Object.keys(changed).length === 0}>
              恢复为已保存的
            </Button>
          </div>
        )}
      </div>
    </Form>
  );
}

/** A line that was emptied is not set; a name that was not filled in is no body. */
function withoutBlanks(settings: LetterSettings): LetterSettings {
  const { reconsideration, series } = settings;
  const filled = Object.entries(settings).filter(([, value]) => typeof value !== "string" || value.trim() !== "");
  return {
    ...(Object.fromEntries(filled) as LetterSettings), // only optional lines are left out
    series: series.filter(({ letterId, code }) => letterId !== "" && code.trim() !== ""),
    reconsideration: { ...reconsideration, bodies: reconsideration.bodies.filter(({ name }) => name.trim() !== "") },
  };
}

interface ChoicesProps<Group> {
  readonly choices: readonly SettingChoice<Group>[];
  readonly value: Group;
  readonly change: (value: Group) => void;
}

function Choices<Group extends object>({ choices, value, change }: ChoicesProps<Group>): ReactNode {
  return choices.map(({ name, label, help, ways }) => (
    <Form.Item key={name} label={label} extra={help}>
      <Radio.Group
        aria-label={label}
        value={value[name]}
        onChange={({ target }) => change({ ...value, [name]: target.value })}
        options={ways.map((one, at) => ({ value: one.value, label: at === 0 ? `${one.label}（通行做法）` : one.label }))}
      />
    </Form.Item>
  ));
}
