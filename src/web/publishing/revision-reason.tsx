import { Card, Input } from "antd";
import { useState } from "react";
import type { Item } from "./item.js";

export interface Reason {
  readonly isAsked: boolean;
  readonly text: string;
  readonly set: (text: string) => void;
  readonly why: string | null;
  readonly isReady: boolean;
}

/** Why an item is changed that has been reviewed or published: asked for then, and kept with the change. */
export function useRevisionReason({ publication, state }: Item): Reason {
  const [text, set] = useState("");
  const isAsked = publication !== null || state === "approved" || state === "scheduled" || state === "kept";
  return { isAsked, text, set, why: text.trim() === "" ? null : text, isReady: !isAsked || text.trim() !== "" };
}

export function RevisionReason({ reason: { isAsked, text, set } }: { readonly reason: Reason }) {
  if (!isAsked) return null;
  return (
    <Card size="small" title="为什么修改">
      <Input.TextArea
        aria-label="为什么修改"
        autoSize={{ minRows: 1 }}
        maxLength={5000}
        placeholder="已经审核或者公开的，修改须写明原因；修改后重新审核。"
        value={text}
        onChange={({ target }) => set(target.value)}
      />
    </Card>
  );
}
