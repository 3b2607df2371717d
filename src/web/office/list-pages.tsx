import { Button } from "antd";
import { useState } from "react";

/** The pages of a list that somebody has turned to, each by where it begins; the server knows no page numbers. */
export interface ListPages {
  /** What the server is asked for the page that is open. */
  readonly asked: { readonly cursor?: string };
  readonly isFirst: boolean;
  readonly turnTo: (next: string) => void;
  readonly turnBack: () => void;
  readonly restart: () => void;
}

/** Turns the pages of a list that is read a piece at a time. */
export function useListPages(): ListPages {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  return {
    asked: cursor === undefined ? {} : { cursor },
    isFirst: cursor === undefined,
    turnTo: (next) => setCursors([...cursors, next]),
    turnBack: () => setCursors(cursors.slice(0, -1)),
    restart: () => setCursors([]),
  };
}

/** 上一页 and 下一页 below a list, each only where there is one. */
export function PageTurner({ pages, next }: { readonly pages: ListPages; readonly next: string | null }) {
  return (
    <div className="page-actions">
      {!pages.isFirst && <Button onClick={pages.turnBack}>上一页</Button>}
      {next !== null && <Button onClick={() => pages.turnTo(next)}>下一页</Button>}
    </div>
  );
}
