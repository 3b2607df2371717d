import { Alert, Button, Card, Input, Space, Tag } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { NarrativeFrame } from "./narrative-frame.js";
import type { LiveReport } from "./report-page.js";

type Narrative = ReplyOf<typeof reportRoutes.readReportNarrative>;
type Section = Narrative["sections"][number];
type Place = Section["places"][number];
type Finding = ReplyOf<typeof reportRoutes.readReportFindings>["findings"][number];

/** The words of the report: what the register counts, what a person wrote over it, and the places only a person can fill. */
export function NarrativeTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const params = { agencyId, year: live.year };
  const narrative = useCall(reportRoutes.readReportNarrative, { params });
  const findings = useCall(reportRoutes.readReportFindings, { params });
  return (
    <Answer of={narrative}>
      {({ frame, sections }) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <NarrativeFrame year={live.year} frame={frame} />
          {sections.map((section) => (
            <SectionCard
              key={`${section.section}-${section.version}`}
              year={live.year}
              section={section}
              findings={(findings.data?.findings ?? []).filter(
                ({ at }) => at.kind === "section" && at.section === section.section,
              )}
            />
          ))}
        </div>
      )}
    </Answer>
  );
}

interface SectionCardProps {
  readonly year: number;
  readonly section: Section;
  readonly findings: readonly Finding[];
}

function SectionCard({ year, section, findings }: SectionCardProps) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [written, setWritten] = useState<Readonly<Record<string, string | null>>>({});
  const [added, setAdded] = useState("");
  const isChanged = Object.keys(written).length > 0 || added.trim() !== "";
  const save = () =>
    send(async () => {
      const changed = Object.entries(written).map(([id, text]) => ({ id, written: text === null ? null : paragraphsOf(text) }));
      const own =
        added.trim() === ""
          ? []
          : [{ id: `added-${section.places.filter(({ kind }) => kind === "added").length + 1}`, written: paragraphsOf(added) }];
      await call(reportRoutes.writeReportSection, {
        params: { agencyId, year, section: section.section },
        body: { version: section.version, places: [...changed, ...own] },
      });
      await forget(
        reportRoutes.readReportNarrative,
        reportRoutes.readReportFindings,
        reportRoutes.readReport,
        reportRoutes.readFreezing,
      );
    });
  return (
    <Card
      size="small"
      title={section.heading}
      extra={section.editedAt !== null && <span className="quiet">{`${section.editedBy}，${minuteText(section.editedAt)}`}</span>}
    >
      <div className="stack">
        {findings.map(({ fingerprint, message, severity }) => (
          <Alert key={fingerprint} type={severity === "error" ? "error" : "warning"} showIcon title={message} />
        ))}
        {section.places.map((place) => (
          <PlaceEditor
            key={place.id}
            place={place}
            draft={written[place.id]}
            isReadOnly={!may("reports:write")}
            change={(text) => setWritten({ ...written, [place.id]: text })}
          />
        ))}
        {may("reports:write") && (
          <>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 12 }}
              value={added}
              placeholder="另加一段（可不填）"
              aria-label={`${section.heading}：另加一段`}
              onChange={({ target }) => setAdded(target.value)}
            />
            {failure !== null && <FailureNote failure={failure} />}
            <Space>
              <Button type="primary" disabled={!isChanged} loading={isSending} onClick={save}>
                保存这一部分
              </Button>
              {isChanged && <span className="quiet">有没有保存的修改</span>}
            </Space>
          </>
        )}
      </div>
    </Card>
  );
}

interface PlaceEditorProps {
  readonly place: Place;
  /** What is typed and not yet saved; null takes back what was written. */
  readonly draft: string | null | undefined;
  readonly isReadOnly: boolean;
  readonly change: (text: string | null) => void;
}

/** One place of a section. A counted sentence is shown as it is; whoever writes over it sees what the register says now. */
function PlaceEditor({ place, draft, isReadOnly, change }: PlaceEditorProps) {
  const { kind, counted, hint, about, isRequired, written, countedThen } = place;
  const own = draft === undefined ? (written?.join("\n") ?? null) : draft;
  if (kind === "heading") return <b>{counted ?? written?.join("")}</b>;
  if (own === null && kind === "counted") {
    return (
      <p style={{ margin: 0, lineHeight: 1.9 }}>
        {counted}{" "}
        {!isReadOnly && (
          <Button type="link" size="small" onClick={() => change(counted ?? "")}>
            改写
          </Button>
        )}
      </p>
    );
  }
  return (
    <div>
      {about !== null && <div className="quiet">上年承诺：{about}</div>}
      {kind === "to-write" && (
        <div>
          {isRequired && (own ?? "").trim() === "" && <Tag color="warning">待写</Tag>}
          <span className="quiet">{hint}</span>
        </div>
      )}
      {countedThen !== null && <Alert type="warning" title={`改写以后，台账的数字变了，现在是：“${counted}”`} />}
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 16 }}
        readOnly={isReadOnly}
        value={own ?? ""}
        aria-label={hint ?? counted ?? "文字"}
        onChange={({ target }) => change(target.value)}
      />
      {kind === "counted" && !isReadOnly && (
        <Button type="link" size="small" onClick={() => change(null)}>
          恢复为台账写的
        </Button>
      )}
    </div>
  );
}

/** A paragraph a line; empty lines are nothing. */
function paragraphsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
