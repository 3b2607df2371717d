import { Card } from "antd";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import administrators from "../../../docs/manual/administrators.md?raw";
import handler from "../../../docs/manual/handler.md?raw";
import head from "../../../docs/manual/head.md?raw";
import reviewer from "../../../docs/manual/reviewer.md?raw";
import supervisor from "../../../docs/manual/supervisor.md?raw";
import { MANUAL_PAGES, type ManualPage as Page } from "./help-topics.js";
import { PageHead } from "./page-head.js";

const TEXTS: Readonly<Record<Page, string>> = { handler, reviewer, head, supervisor, administrators };

/** The manual, as it is in docs/manual. */
export function ManualPage() {
  const asked = useParams().page ?? "handler";
  const page = asked in TEXTS ? (asked as Page) : "handler"; // looked up just before
  return (
    <>
      <PageHead title={`使用手册：${MANUAL_PAGES[page]}`} />
      <div className="beside">
        <Card>{blocksOf(TEXTS[page])}</Card>
        <Card size="small" title="各篇">
          {Object.entries(MANUAL_PAGES).map(([key, label]) => (
            <div key={key}>
              <Link to={`/manual/${key}`}>{label}</Link>
            </div>
          ))}
        </Card>
      </div>
    </>
  );
}

/** Headings, paragraphs and lists: what the manual is written with. The title stands in the head of the page; pictures are for readers of the files. */
function blocksOf(markdown: string): ReactNode[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "" && !block.startsWith("# ") && !block.startsWith("!["))
    .map((block) => {
      const lines = block.split("\n");
      if (block.startsWith("## ")) return <h2 key={block}>{block.slice(3)}</h2>;
      if (block.startsWith("- ")) return <ul key={block}>{itemsOf(lines, 2)}</ul>;
      if (/^\d\. /.test(block)) return <ol key={block}>{itemsOf(lines, 3)}</ol>;
      return <p key={block}>{block}</p>;
    });
}

const itemsOf = (lines: readonly string[], mark: number) => lines.map((line) => <li key={line}>{line.slice(mark)}</li>);
