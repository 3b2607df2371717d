import { Alert, Button, Card, Space, Tag } from "antd";
import { useState } from "react";
import { reportRoutes } from "../../api/reports.js";
import { changedTexts } from "../../tally/changed-texts.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { useMay, useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { ChangedTexts } from "./changed-texts.js";
import { DifferenceTable } from "./difference-table.js";
import { type FileForm, formName } from "./form-name.js";
import { ReleaseDialog } from "./release-dialog.js";
import type { LiveReport } from "./report-page.js";

type Edition = LiveReport["editions"][number];

interface EditionCardProps {
  readonly edition: Edition;
  /** Of the newest one. */
  readonly newest: number;
}

/** An edition that is fixed for good: who froze it and why, what it corrected, its files. */
export function EditionCard({ edition, newest }: EditionCardProps) {
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { edition: number, frozenAt, frozenBy, contentHash, reason, release } = edition;
  return (
    <Card size="small" title={`第 ${number} 版`} extra={<Standing edition={edition} newest={newest} />}>
      <p style={{ margin: 0 }}>
        {frozenBy}，{minuteText(frozenAt)}定稿{reason === null ? "" : `；更正理由：${reason}`}
      </p>
      <p className="quiet" style={{ margin: "2px 0 8px" }}>
        内容校验值 {contentHash.slice(0, 16)}……
      </p>
      {release === null ? (
        may("reports:freeze") && (
          <Button type="primary" onClick={() => setAsking(true)}>
            发布
          </Button>
        )
      ) : (
        <Files edition={edition} release={release} />
      )}
      {release?.missing && <Alert type="warning" title={release.missing} />}
      {number > 1 && (
        <div>
          <Button type="link" style={{ paddingInline: 0 }} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "收起更正内容" : `这一版改了第 ${number - 1} 版的什么`}
          </Button>
          {isOpen && <Corrected edition={edition} />}
        </div>
      )}
      {isAsking && <ReleaseDialog edition={edition} close={() => setAsking(false)} />}
    </Card>
  );
}

function Standing({ edition: { edition, release }, newest }: EditionCardProps) {
  if (release === null) return <Tag>未发布</Tag>;
  return edition === newest ? <Tag color="success">已发布</Tag> : <Tag>已更正，公众仍可查到</Tag>;
}

interface FilesProps {
  readonly edition: Edition;
  readonly release: NonNullable<Edition["release"]>;
}

function Files({ edition: { year, edition }, release }: FilesProps) {
  const { agencyId } = useSession();
  return (
    <Space wrap>
      {release.files.map(({ format, name }) => (
        <a
          key={format}
          href={addressOf(reportRoutes.readReportFile, {
            params: { agencyId, year, edition, format: format as FileForm }, // a form the route names
          })}
          title={formName(format)}
          download={name}
        >
          {format}
        </a>
      ))}
      <span className="quiet">{minuteText(release.releasedAt)}发布；各文件已读回核对</span>
    </Space>
  );
}

/** The cells and words a correction changed, as both editions are frozen. */
function Corrected({ edition: { year, edition } }: { readonly edition: Edition }) {
  const { agencyId } = useSession();
  const before = useCall(reportRoutes.readEdition, { params: { agencyId, year, edition: edition - 1 } });
  const after = useCall(reportRoutes.readEdition, { params: { agencyId, year, edition } });
  return (
    <Answer of={before}>
      {(old) => (
        <Answer of={after}>
          {({ report, correction }) => (
            <div className="stack">
              {correction !== null && correction.differences.length > 0 && (
                <DifferenceTable format={report.format} differences={correction.differences} records={[]} />
              )}
              <ChangedTexts texts={changedTexts(old.report, report)} />
            </div>
          )}
        </Answer>
      )}
    </Answer>
  );
}
