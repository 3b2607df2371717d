import { Alert, Button, Card, Space, Table, Upload } from "antd";
import { useState } from "react";
import { auditRoutes } from "../../api/audit.js";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { minuteText } from "../cases/day-text.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { useSending } from "../office/use-sending.js";

type Proof = ReplyOf<typeof auditRoutes.verifyAudit>;
type Anchors = BodyOf<typeof auditRoutes.verifyAudit>["anchors"];

/** Proves the trail, and keeps the ends of its chains elsewhere, so that a later proof can show that nothing was cut off. */
export function VerifyCard() {
  const { posts } = useSession();
  const { failure, isSending, send } = useSending();
  const [proof, setProof] = useState<(Proof & { at: string; anchors: number }) | null>(null);
  const [badFile, setBadFile] = useState<string | null>(null);
  const verify = (anchors: Anchors) =>
    send(async () => {
      setBadFile(null);
      const reply = await call(auditRoutes.verifyAudit, { body: { anchors } });
      setProof({ ...reply, at: new Date().toISOString(), anchors: anchors.length });
    });
  const verifyWith = async (file: File) => {
    const anchors = anchorsIn(await file.text());
    if (anchors === null) setBadFile(file.name);
    else await verify(anchors);
  };
  if (!posts.some(({ agencyId, role }) => agencyId === EVERY_AGENCY && role === "audit-administrator")) return null;
  return (
    <Card size="small">
      <div className="stack" style={{ gap: 12 }}>
        <Space wrap>
          <Button type="primary" loading={isSending} onClick={() => verify([])}>
            核对全部日志
          </Button>
          <Upload
            accept=".json"
            showUploadList={false}
            beforeUpload={(file) => {
              void verifyWith(file);
              return false;
            }}
          >
            <Button loading={isSending}>连同以前保存的链尾核对</Button>
          </Upload>
          <span className="quiet">逐条重算散列值，并与所记内容比较；不影响正在办公的人。</span>
        </Space>
        {failure !== null && <FailureNote failure={failure} />}
        {badFile !== null && <Alert type="error" showIcon title={`“${badFile}”不是从这里保存的链尾文件。`} />}
        {proof !== null && <ProofNote proof={proof} />}
      </div>
    </Card>
  );
}

function ProofNote({ proof }: { readonly proof: Proof & { readonly at: string; readonly anchors: number } }) {
  const { isIntact, entries, breaks, heads, at, anchors } = proof;
  const counted = `核对了 ${heads.length} 条链、${entries} 条日志${anchors > 0 ? `，对照了 ${anchors} 个以前的链尾` : ""}（${minuteText(at)}）。`;
  if (isIntact) {
    return (
      <Alert
        type="success"
        showIcon
        title="日志完整，没有改动。"
        description={counted}
        action={
          <Button size="small" onClick={() => saveHeads(heads)}>
            保存链尾
          </Button>
        }
      />
    );
  }
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={`${breaks.length} 处断点：这里起的日志不能作为依据。`}
        description={`${counted}请停止手工改动数据库，保留现场，用最近的备份核对。`}
      />
      <Table
        rowKey={({ chain, position, message }) => `${chain} ${position} ${message}`}
        size="small"
        pagination={false}
        dataSource={[...breaks]}
        columns={[
          { title: "链", width: 180, render: (_, one) => one.chain },
          { title: "第一处断点", width: 110, render: (_, one) => (one.position === null ? "" : `第 ${one.position} 条`) },
          { title: "所在记录", width: 240, render: (_, one) => [one.kind, one.subject].filter(Boolean).join(" ") },
          { title: "问题", render: (_, one) => one.message },
        ]}
      />
    </>
  );
}

function saveHeads(heads: Proof["heads"]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(heads, null, 2)], { type: "application/json" }));
  link.download = `日志链尾-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function anchorsIn(text: string): Anchors | null {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return null;
    const anchors = read.flatMap((one: unknown) =>
      typeof one === "object" &&
      one !== null &&
      "chain" in one &&
      "length" in one &&
      "hash" in one &&
      typeof one.chain === "string" &&
      typeof one.length === "number" &&
      typeof one.hash === "string"
        ? [{ chain: one.chain, length: one.length, hash: one.hash }]
        : [],
    );
    return anchors.length === read.length ? anchors : null;
  } catch {
    return null;
  }
}
