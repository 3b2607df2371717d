import { Button, Card, Space, Upload } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { publishingRoutes } from "../../api/publishing.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { type ImportAs, ImportAsFields, importAsOf, publishedOnOf } from "./import-as-fields.js";
import { EMPTY_MAPPING, type ImportMapping, ImportMappingFields, type ImportReading } from "./import-mapping-fields.js";
import { type ImportReport, ImportReportCard } from "./import-report-card.js";
import { zipOf } from "./zip-of-files.js";

interface Read {
  readonly fileId: string;
  readonly reading: ImportReading;
  readonly mapping: ImportMapping;
  readonly as: ImportAs;
}

/** Import of what a former site showed, or of a folder of documents: read, tried, and only then written. */
export function ImportPage() {
  const { agencyId } = useSession();
  const params = { agencyId };
  const [fileName, setFileName] = useState("");
  const [read, setRead] = useState<Read | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const { failure, isSending, send } = useSending();
  const take = (given: () => Promise<File>) =>
    send(async () => {
      setReport(null);
      setRead(null);
      const file = await given();
      setFileName(file.name);
      const { id } = await call(publishingRoutes["store-item-attachment"], { params, file });
      const reading = await call(publishingRoutes["read-import"], { params, body: { attachmentId: id } });
      setRead({ fileId: id, reading, mapping: reading.mapping ?? EMPTY_MAPPING, as: importAsOf(reading) });
    });
  const run = ({ fileId, reading, mapping, as }: Read, isDryRun: boolean) =>
    send(async () => {
      const isTable = reading.kind === "table";
      const body = {
        ...{ attachmentId: fileId, mapping: isTable ? mapping : null, as: as.as, isDryRun },
        publishedOn: publishedOnOf(as, reading.kind),
      };
      setReport(await call(publishingRoutes["import-items"], { params, body }));
      if (!isDryRun) await forget(publishingRoutes["list-items"], publishingRoutes["read-catalogue"]);
    });
  const change = (next: Read) => {
    setRead(next);
    // A trial of something else is no longer what would be written.
    setReport(null);
  };
  return (
    <>
      <PageHead
        title="导入信息"
        lead="先试算，每一行都说明能否导入和理由；您看过以后再写入。重复导入不会产生两份。"
        actions={<Link to="/items">返回列表</Link>}
      />
      <div className="stack">
        <Card size="small" title="1　选择文件">
          <FileButtons take={take} isReading={isSending && read === null} isBusy={isSending} fileName={fileName} />
        </Card>
        {failure !== null && <FailureNote failure={failure} />}
        {read !== null && (
          <Card size="small" title="2　核对">
            <div className="stack" style={{ gap: 12 }}>
              {read.reading.kind === "folder" ? (
                <span>压缩包里有 {read.reading.total} 个文件。标题、文号、成文日期和落款从文件里读出，试算后逐件列出。</span>
              ) : (
                <ImportMappingFields
                  reading={read.reading}
                  mapping={read.mapping}
                  change={(mapping) => change({ ...read, mapping })}
                />
              )}
              <ImportAsFields kind={read.reading.kind} value={read.as} change={(as) => change({ ...read, as })} />
              <Button
                id="try-import"
                type={report === null ? "primary" : "default"}
                loading={isSending}
                disabled={lacks(read)}
                onClick={() => run(read, true)}
                style={{ justifySelf: "start", alignSelf: "start" }}
              >
                试算
              </Button>
            </div>
          </Card>
        )}
        {read !== null && report !== null && (
          <ImportReportCard report={report} isSending={isSending} write={() => run(read, false)} />
        )}
      </div>
    </>
  );
}

/** Whether something must be said before it can be tried. */
function lacks({ reading, mapping, as }: Read): boolean {
  if (reading.kind === "table") return mapping.title === "";
  return as.as === "published" && as.day === "one-day" && as.oneDay === "";
}

interface FileButtonsProps {
  readonly take: (given: () => Promise<File>) => Promise<unknown>;
  readonly isReading: boolean;
  readonly isBusy: boolean;
  readonly fileName: string;
}

function FileButtons({ take, isReading, isBusy, fileName }: FileButtonsProps) {
  return (
    <Space wrap>
      <Upload
        accept=".xlsx,.csv,.zip"
        showUploadList={false}
        beforeUpload={(one) => {
          void take(async () => one);
          return false;
        }}
      >
        <Button loading={isReading} disabled={isBusy}>
          表格（xlsx、csv）或者压缩包（zip）
        </Button>
      </Upload>
      <Upload
        directory
        showUploadList={false}
        beforeUpload={(one, all) => {
          // The dialog gives every file in turn; they go as one package.
          if (one === all[0]) void take(() => zipOf(all));
          return false;
        }}
      >
        <Button disabled={isBusy}>一个文件夹（docx、pdf、txt 等）</Button>
      </Upload>
      {fileName !== "" && <span className="quiet">{fileName}</span>}
    </Space>
  );
}
