import type { ItemBlock } from "../../register/publishing/item-block.js";
import type { PublishedAttachment } from "../../register/publishing/published-item.js";

interface ItemBlocksProps {
  readonly blocks: readonly ItemBlock[];
  readonly attachments: readonly PublishedAttachment[];
}

/** The text of an item, piece by piece. */
export function ItemBlocks({ blocks, attachments }: ItemBlocksProps) {
  return (
    <>
      {blocks.map((block, at) => (
        <Block key={at} block={block} attachments={attachments} />
      ))}
    </>
  );
}

function Block({ block, attachments }: { readonly block: ItemBlock; readonly attachments: readonly PublishedAttachment[] }) {
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level} text={block.text} />;
    case "paragraph":
      return <p class={block.align}>{block.text}</p>;
    case "list": {
      const entries = block.entries.map((entry) => <li key={entry}>{entry}</li>);
      return block.isNumbered ? <ol>{entries}</ol> : <ul>{entries}</ul>;
    }
    case "table":
      return <Table block={block} />;
    case "picture": {
      const file = attachments.find(({ id }) => id === block.attachmentId);
      return file === undefined ? null : (
        <figure>
          <img
            src={`/attachments/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name)}`}
            alt={block.alt}
            style={{ maxInlineSize: "100%" }}
            loading="lazy"
          />
        </figure>
      );
    }
    default:
      return block satisfies never;
  }
}

function Heading({ level, text }: { readonly level: number; readonly text: string }) {
  // The title of the page is the only heading above them.
  if (level <= 1) return <h2>{text}</h2>;
  return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
}

function Table({ block: { caption, rows } }: { readonly block: Extract<ItemBlock, { readonly kind: "table" }> }) {
  return (
    // Wide tables scroll by themselves, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1 asks for a way to scroll without a mouse
    <section class="wide" aria-label={caption ?? "表格"} tabIndex={0}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map(({ text, isHead, rowSpan, columnSpan }, column) => {
                const Cell = isHead ? "th" : "td";
                return (
                  <Cell
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    scope={isHead ? (at === 0 ? "col" : "row") : undefined}
                  >
                    {text}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
