import { Empty } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import type { letterRoutes } from "../../api/letters.js";
import "./letter-sheet.css";

/** The letter on paper: what the register and the law say, and marked what the clerk wrote. */
export function LetterSheet({ preview }: { readonly preview: ReplyOf<typeof letterRoutes.preview> | null }) {
  if (preview === null || preview.paragraphs.length === 0) {
    return (
      <div className="letter-sheet">
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              填好左边的内容，这里就是文书的样子。
              {preview?.refusal && <p className="letter-missing">{preview.refusal.message}</p>}
            </>
          }
        />
      </div>
    );
  }
  return (
    // A long letter is scrolled by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <article className="letter-sheet" aria-label="文书预览" tabIndex={0}>
      <h2>{preview.name.replace(/（[^）]*）$/, "")}</h2>
      {preview.number !== null && <p className="letter-number">{preview.number}</p>}
      {preview.addressee !== null && <p className="letter-to">{preview.addressee}：</p>}
      {preview.paragraphs.map(({ parts }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <p key={at}>
          {parts.map(({ kind, text }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have their parts
            kind === "edited" ? <mark key={place}>{text}</mark> : text,
          )}
        </p>
      ))}
    </article>
  );
}
