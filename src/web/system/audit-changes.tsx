import { Table } from "antd";
import type { AuditLine } from "./audit-page.js";

type Change = AuditLine["changes"][number];

/** What an act changed, before and after side by side. */
export function AuditChanges({ line: { changes, chain, position } }: { readonly line: AuditLine }) {
  return (
    <div className="stack" style={{ gap: 6, paddingBlock: 6 }}>
      <Table<Change>
        rowKey="field"
        size="small"
        bordered
        pagination={false}
        dataSource={[...changes]}
        columns={[
          { title: "字段", width: 180, render: (_, { field }) => field },
          { title: "之前", width: "40%", render: (_, { before }) => <Text text={before} /> },
          { title: "之后", render: (_, { after }) => <Text text={after} /> },
        ]}
      />
      <span className="quiet">
        链 {chain}，第 {position} 条
      </span>
    </div>
  );
}

function Text({ text }: { readonly text: string | null }) {
  if (text === null) return <span className="quiet">没有</span>;
  return <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</span>;
}
