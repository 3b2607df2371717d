import { Alert } from "antd";
import { useEffect, useRef } from "react";

/** What was done, in sentences. It takes the focus, so that it is read out and the next Tab goes on from here. */
export function Told({ lines, close }: { readonly lines: readonly string[]; readonly close: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Alert type="success" closable={{ onClose: close }} title={lines.map((line) => <div key={line}>{line}</div>)} />
    </div>
  );
}
