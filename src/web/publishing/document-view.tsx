import type { ReactNode } from "react";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import "./publishing.css";

interface DocumentViewProps {
  readonly blocks: readonly ItemBlock[];
  /** A stretch of text as it is shown: `part` is its place, as the screening names it. */
  readonly text: (part: string, text: string) => ReactNode;
  readonly picture: (attachmentId: string, alt: string) => ReactNode;
}

/** The text of an item as the public will read it, with every stretch drawn by whoever shows it. */
export function DocumentView({ blocks, text, picture }: DocumentViewProps) {
  return (
    <div className="document">
      {blocks.map((block, index) => {
        const part = `blocks/${index}`;
        return <Block key={part} {...{ block, part, text, picture }} />;
      })}
    </div>
  );
}

interface BlockProps extends Omit<DocumentViewProps, "blocks"> {
  readonly block: ItemBlock;
  readonly part: string;
}

function Block({ block, part, text, picture }: BlockProps): ReactNode {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level <= 1 ? "h2" : block.level === 2 ? "h3" : "h4";
      return <Heading>{text(part, block.text)}</Heading>;
    }
    case "paragraph":
      return <p data-align={block.align}>{text(part, block.text)}</p>;
    case "list": {
      const List = block.isNumbered ? "ol" : "ul";
      return (
        <List>
          {block.entries.map((entry, at) => {
            const place = `${part}/${at}`;
            return <li key={place}>{text(place, entry)}</li>;
          })}
        </List>
      );
    }
    case "table":
      return <BlockTable {...{ block, part, text, picture }} />;
    case "picture":
      return picture(block.attachmentId, block.alt);
    default:
      return block satisfies never;
  }
}

function BlockTable({ block, part, text }: BlockProps & { readonly block: Extract<ItemBlock, { readonly kind: "table" }> }) {
  return (
    <div className="document-table">
      <table>
        {block.caption !== undefined && <caption>{text(`${part}/caption`, block.caption)}</caption>}
        <tbody>
          {block.rows.map((row, at) => {
            const rowPlace = `${part}/${at}`;
            return (
              <tr key={rowPlace}>
                {row.map(({ text: cell, isHead, rowSpan, columnSpan }, column) => {
                  const Cell = isHead ? "th" : "td";
                  const place = `${rowPlace}/${column}`;
                  return (
                    <Cell key={place} rowSpan={rowSpan} colSpan={columnSpan}>
                      {text(place, cell)}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
