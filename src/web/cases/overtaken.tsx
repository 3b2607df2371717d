import { Alert } from "antd";
import { useState } from "react";
import type { CallFailed } from "../office/call.js";

/** A step that was not taken because a colleague was faster, and what was filled in. */
export interface Overtaken {
  readonly failure: CallFailed;
  /** Of the step, as people call it. */
  readonly what: string;
  /** What was typed, field by field. */
  readonly typed: readonly { readonly label: string; readonly text: string }[];
}

/** Keeps it where it stays visible although the form is gone with its step. */
export function useOvertaken() {
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  return { overtaken, setOvertaken, forgetOvertaken: () => setOvertaken(null) };
}

/** Who was faster, with what, and what one had typed oneself. */
export function OvertakenNote({ overtaken, close }: { readonly overtaken: Overtaken | null; readonly close: () => void }) {
  if (overtaken === null) return null;
  const { failure, what, typed } = overtaken;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      closable={{ onClose: close }}
      title={failure.message}
      description={
        typed.length === 0 ? (
          `您没有办成的是“${what}”。`
        ) : (
          <>
            您没有办成的是“{what}”，当时填写的是：
            <dl className="facts">
              {typed.map(({ label, text }) => (
                <div key={label} style={{ display: "contents" }}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </>
        )
      }
    />
  );
}
