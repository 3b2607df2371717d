import { Alert, Button, Card, Result, Table, Tag, Upload } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { IMPORT_HEADINGS } from "../../register/imported-requests.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { dayText } from "./day-text.js";

type Read = ReplyOf<typeof caseRoutes.import>;
type Fault = Read["faults"][number];
type PreviewRow = Read["preview"][number];

/** The headings alone, as a file that a spreadsheet opens; the mark at its start says that it is UTF-8. */
const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${IMPORT_HEADINGS.join(",")}\r\n`)}`;

/** Takes in the list of a paper year: first read and checked, then written, all rows or none. */
export function ImportPage() {
  const { agencyId } = useSession();
  const [importId] = useState(newId);
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const { failure, isSending, send } = useSending();
  const look = (chosen: File) =>
    send(async () => {
      setFile(chosen);
      setRead(null);
      setRead(await call(caseRoutes.import, { params: { agencyId }, query: { mode: "check", importId }, file: chosen }));
    });
  const write = () =>
    send(async () => {
      if (file === null) return;
      setRead(await call(caseRoutes.import, { params: { agencyId }, query: { mode: "write", importId }, file }));
      await forget(caseRoutes.list, caseRoutes.today);
    });
  if (read !== null && read.written > 0) {
    return (
      <>
        <PageHead title="导入申请台账" />
        <Result
          status="success"
          title={`已导入 ${read.written} 件`}
          subTitle="它们已经计入年度报告的数字。"
          extra={
            <Link to="/cases">
              <Button type="primary">查看台账</Button>
            </Link>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageHead
        title="导入申请台账"
        lead="把以前用表格登记的申请一次导入。先试读，指出每一处问题；全部无误才写入，要么全部写入，要么一件不写。"
        actions={
          <>
            <a href={TEMPLATE} download="申请台账模板.csv">
              下载空白模板
            </a>
            <Link to="/cases">返回台账</Link>
          </>
        }
      />
      <div className="stack">
        <Card size="small" title="选择文件">
          <Upload.Dragger
            accept=".xlsx,.csv"
            showUploadList={false}
            disabled={isSending}
            beforeUpload={(chosen) => {
              void look(chosen);
              return false;
            }}
          >
            <p style={{ margin: 0 }}>
              <b>{file === null ? "选择 xlsx 或者 csv 文件，或者拖到这里" : file.name}</b>
            </p>
            <p className="quiet" style={{ marginBlockEnd: 0 }}>
              一行一件，标题行可以有：{IMPORT_HEADINGS.join("、")}。其他列不读。
            </p>
          </Upload.Dragger>
        </Card>
        {failure !== null && <FailureNote failure={failure} />}
        {read !== null && <ReadList read={read} isSending={isSending} write={write} />}
      </div>
    </>
  );
}

function ReadList({
  read,
  isSending,
  write,
}: {
  readonly read: Read;
  readonly isSending: boolean;
  readonly write: () => Promise<void>;
}) {
  const { rows, faults, columns, preview } = read;
  return (
    <>
      {faults.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`共 ${rows} 行，有 ${faults.length} 处需要改正，没有写入任何内容。请在表格中改好后重新选择文件。`}
        />
      ) : (
        <Alert
          type="success"
          showIcon
          title={`共 ${rows} 行，没有发现问题。`}
          action={
            <Button type="primary" loading={isSending} onClick={write}>
              写入 {rows} 件
            </Button>
          }
        />
      )}
      <Card size="small" title="认出的列">
        <div className="page-actions">
          {columns.map(({ heading, meaning }) => (
            <Tag key={heading} color={meaning === null ? "default" : "success"}>
              {meaning === null ? `${heading}：不导入` : meaning === heading ? heading : `${heading} → ${meaning}`}
            </Tag>
          ))}
        </div>
      </Card>
      {faults.length > 0 && (
        <Card size="small" title="需要改正的地方">
          <Table<Fault>
            rowKey={({ row, column, message }) => `${row}-${column}-${message}`}
            size="small"
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            dataSource={[...faults]}
            columns={[
              { title: "行", width: 80, render: (_, { row }) => row },
              { title: "列", width: 160, render: (_, { column }) => column ?? "整行" },
              { title: "问题", render: (_, { message }) => message },
            ]}
          />
        </Card>
      )}
      {preview.length > 0 && (
        <Card size="small" title="前几行读成这样">
          <Table<PreviewRow>
            rowKey="row"
            size="small"
            pagination={false}
            scroll={{ x: 760 }}
            dataSource={[...preview]}
            columns={[
              { title: "行", width: 70, render: (_, { row }) => row },
              { title: "编号", width: 190, render: (_, { number }) => number },
              { title: "收到", width: 140, render: (_, { arrivedOn }) => dayText(arrivedOn) },
              { title: "申请内容", render: (_, { description }) => description.slice(0, 60) },
              {
                title: "办理结果",
                width: 220,
                render: (_, { outcome }) => outcome ?? "未办结",
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
