import { Alert, Button, Modal, Table, Upload } from "antd";
import { type ReactNode, useState } from "react";
import { FailureNote } from "../office/failure-note.js";
import { useSending } from "../office/use-sending.js";

interface SheetFault {
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

interface Tried {
  readonly unchanged: number;
  readonly faults: readonly SheetFault[];
}

interface ImportDialogProps<Reply extends Tried> {
  readonly label: string;
  /** What the sheet should look like. */
  readonly hint: ReactNode;
  readonly read: (file: File, dryRun: "yes" | "no") => Promise<Reply>;
  /** How much would be written. */
  readonly many: (reply: Reply) => number;
  readonly shown: (reply: Reply) => ReactNode;
  readonly done: () => Promise<void>;
}

/** Import in two steps: first what would be written and what is wrong with the file, then writing it, all or nothing. */
export function ImportDialog<Reply extends Tried>({ label, hint, read, many, shown, done }: ImportDialogProps<Reply>) {
  const { failure, isSending, send } = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState<Reply | null>(null);
  const attempt = (chosen: File) =>
    send(async () => {
      setFile(chosen);
      setTried(null);
      setTried(await read(chosen, "yes"));
    });
  const write = () =>
    send(async () => {
      if (file === null) return;
      await read(file, "no");
      await done();
      setFile(null);
    });
  const mayWrite = tried !== null && tried.faults.length === 0 && many(tried) > 0;
  return (
    <>
      <Upload
        accept=".xlsx,.csv"
        showUploadList={false}
        beforeUpload={(chosen) => {
          void attempt(chosen);
          return false;
        }}
      >
        <Button loading={isSending && file === null}>{label}</Button>
      </Upload>
      <Modal
        open={file !== null}
        title={`${label}：${file?.name ?? ""}`}
        width={860}
        onCancel={() => setFile(null)}
        okText={tried === null ? "写入" : `写入 ${many(tried)} 条`}
        okButtonProps={{ disabled: !mayWrite, loading: isSending }}
        onOk={write}
        cancelText="不导入"
      >
        <div className="stack">
          <span className="quiet">{hint}</span>
          {failure !== null && <FailureNote failure={failure} />}
          {tried !== null && <TriedNote tried={tried} many={many(tried)} />}
          {tried !== null && <SheetFaults faults={tried.faults} />}
          {tried !== null && shown(tried)}
        </div>
      </Modal>
    </>
  );
}

function SheetFaults({ faults }: Pick<Tried, "faults">) {
  if (faults.length === 0) return null;
  return (
    <Table<SheetFault>
      rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
      size="small"
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      dataSource={[...faults]}
      columns={[
        { title: "行", width: 60, render: (_, { row }) => row },
        { title: "列", width: 60, render: (_, { column }) => column },
        { title: "问题", render: (_, { message }) => message },
      ]}
    />
  );
}

function TriedNote({ tried: { faults, unchanged }, many }: { readonly tried: Tried; readonly many: number }) {
  if (faults.length > 0) {
    return <Alert type="error" showIcon title={`文件有 ${faults.length} 处问题，一条也没有写入。请改好文件后再导入。`} />;
  }
  if (many === 0) return <Alert type="info" showIcon title={`文件里的 ${unchanged} 条与已有的一样，没有要写入的。`} />;
  return <Alert type="success" showIcon title={`可以写入 ${many} 条；另有 ${unchanged} 条与已有的一样。还没有写入。`} />;
}
