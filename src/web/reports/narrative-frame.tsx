import { Button, Card, Input } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import type { PlainDate } from "../../law/plain-date.js";
import { DayField } from "../components/day-field.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

type Frame = ReplyOf<typeof reportRoutes.readReportNarrative>["frame"];

/** Title, preface, the day it is signed. */
export function NarrativeFrame({ year, frame }: { readonly year: number; readonly frame: Frame }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [preface, setPreface] = useState(frame.preface?.join("\n") ?? null);
  const [signedOn, setSignedOn] = useState(frame.signedOn ?? "");
  const isChanged = preface !== (frame.preface?.join("\n") ?? null) || signedOn !== (frame.signedOn ?? "");
  const save = () =>
    send(async () => {
      await call(reportRoutes.writeReportFrame, {
        params: { agencyId, year },
        body: {
          version: frame.version,
          preface: preface === null ? null : preface.split("\n").filter((line) => line.trim() !== ""),
          signedOn: signedOn === "" ? null : (signedOn as PlainDate), // the server checks it
          remarks: frame.remarks,
        },
      });
      await forget(reportRoutes.readReportNarrative, reportRoutes.readReportFindings, reportRoutes.readReport);
    });
  return (
    <Card size="small" title={frame.title}>
      <div className="stack">
        {preface === null ? (
          <div>
            {frame.countedPreface.map((line) => (
              <p key={line} style={{ margin: 0, lineHeight: 1.9 }}>
                {line}
              </p>
            ))}
            {may("reports:write") && (
              <Button
                type="link"
                size="small"
                style={{ paddingInline: 0 }}
                onClick={() => setPreface(frame.countedPreface.join("\n"))}
              >
                改写前言
              </Button>
            )}
          </div>
        ) : (
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={preface}
            aria-label="前言"
            onChange={({ target }) => setPreface(target.value)}
          />
        )}
        <label htmlFor="signed-on">
          落款日期　
          <DayField id="signed-on" value={signedOn} readOnly={!may("reports:write")} change={setSignedOn} />
        </label>
        {failure !== null && <FailureNote failure={failure} />}
        {isChanged && (
          <Button type="primary" loading={isSending} onClick={save} style={{ alignSelf: "start" }}>
            保存
          </Button>
        )}
      </div>
    </Card>
  );
}
