import { Button, Card, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import type { PlainDate } from "../../law/plain-date.js";
import { DayField } from "../components/day-field.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { FindingNotes } from "./finding-notes.js";
import { type Finding, placeKey } from "./finding-places.js";
import { paragraphsOf } from "./narrative-words.js";
import { useSought } from "./use-sought.js";

type Frame = ReplyOf<typeof reportRoutes.readReportNarrative>["frame"];
type Part = "title" | "preface" | "sign-off";

interface NarrativeFrameProps {
  readonly year: number;
  readonly frame: Frame;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** What is typed of the frame, and how it is saved. */
function useTypedFrame(year: number, frame: Frame) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const before = {
    preface: frame.preface?.join("\n") ?? null,
    signedOn: frame.signedOn ?? "",
    remarks: frame.remarks.join("\n"),
  };
  const [typed, setTyped] = useState(before);
  const { preface, signedOn, remarks } = typed;
  const type = (change: Partial<typeof before>) => setTyped({ ...typed, ...change });
  const isChanged = preface !== before.preface || signedOn !== before.signedOn || remarks !== before.remarks;
  const save = () =>
    send(async () => {
      await call(reportRoutes.writeReportFrame, {
        params: { agencyId, year },
        body: {
          version: frame.version,
          preface: preface === null ? null : paragraphsOf(preface),
          signedOn: signedOn === "" ? null : (signedOn as PlainDate), // the server checks it
          remarks: paragraphsOf(remarks),
        },
      });
      await forget(
        ...[reportRoutes.readReportNarrative, reportRoutes.readReportFindings],
        ...[reportRoutes.readReport, reportRoutes.readFreezing],
      );
    });
  return { typed, type, save, isChanged, failure, isSending };
}

/** Title, preface, the day it is signed, and the lines below. */
export function NarrativeFrame({ year, frame, findings }: NarrativeFrameProps) {
  const isReadOnly = !useMay()("reports:write");
  const { typed, type, save, isChanged, failure, isSending } = useTypedFrame(year, frame);
  const { preface, signedOn, remarks } = typed;
  return (
    <FramePart part="title">
      <Card size="small" title={frame.title}>
        <div className="stack">
          <FrameNotes part="title" findings={findings} />
          <FramePart part="preface">
            <FrameNotes part="preface" findings={findings} />
            <Preface
              counted={frame.countedPreface}
              own={preface}
              isReadOnly={isReadOnly}
              change={(own) => type({ preface: own })}
            />
          </FramePart>
          <FramePart part="sign-off">
            <FrameNotes part="sign-off" findings={findings} />
            <label htmlFor="signed-on">
              落款日期　
              <DayField id="signed-on" value={signedOn} readOnly={isReadOnly} change={(day) => type({ signedOn: day })} />
            </label>
          </FramePart>
          <div>
            <div className="quiet">落款下面的附注（可不填，一行一条）</div>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 10 }}
              readOnly={isReadOnly}
              value={remarks}
              aria-label="附注"
              onChange={({ target }) => type({ remarks: target.value })}
            />
          </div>
          {failure !== null && <FailureNote failure={failure} />}
          {isChanged && (
            <Button type="primary" loading={isSending} onClick={save} style={{ alignSelf: "start" }}>
              保存
            </Button>
          )}
        </div>
      </Card>
    </FramePart>
  );
}

interface FramePartProps {
  readonly part: Part;
  readonly children: ReactNode;
}

/** A part that a finding can lead to. */
function FramePart({ part, children }: FramePartProps) {
  const [place, isSought] = useSought<HTMLDivElement>("at", placeKey({ kind: "frame", part }));
  return (
    <div ref={place} className={isSought ? "is-sought" : undefined}>
      {children}
    </div>
  );
}

interface FrameNotesProps {
  readonly part: Part;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

function FrameNotes({ part, findings }: FrameNotesProps) {
  return <FindingNotes findings={findings.get(placeKey({ kind: "frame", part })) ?? []} />;
}

interface PrefaceProps {
  readonly counted: readonly string[];
  /** Null: as the register writes it. */
  readonly own: string | null;
  readonly isReadOnly: boolean;
  readonly change: (own: string | null) => void;
}

function Preface({ counted, own, isReadOnly, change }: PrefaceProps) {
  const link = (label: string, next: string | null) =>
    !isReadOnly && (
      <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => change(next)}>
        {label}
      </Button>
    );
  if (own === null) {
    return (
      <>
        {counted.map((line) => (
          <p key={line} style={{ margin: 0, lineHeight: 1.9 }}>
            {line}
          </p>
        ))}
        {link("改写前言", counted.join("\n"))}
      </>
    );
  }
  return (
    <>
      <Input.TextArea
        autoSize={{ minRows: 3, maxRows: 12 }}
        readOnly={isReadOnly}
        value={own}
        aria-label="前言"
        onChange={({ target }) => change(target.value)}
      />
      {link("恢复为台账写的", null)}
    </>
  );
}
