import { Button, Input, Select } from "antd";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { BLOCK_KINDS, blockKind, inKind, lineOf, withLine } from "./block-kinds.js";
import "./block-editor.css";
import { type KeptBlock, keptBlock } from "./kept-content.js";
import { blocksOfHtml, blocksOfText } from "./pasted-blocks.js";
import { PictureButton, PictureField } from "./picture-field.js";
import { TableEditor } from "./table-editor.js";

interface BlockEditorProps {
  readonly blocks: readonly KeptBlock[];
  readonly change: (blocks: readonly KeptBlock[]) => void;
  /** Stores a picture among the files of the item and puts it at the end of the text. */
  readonly addPicture?: (file: File) => Promise<void>;
}

/**
 * The text of an item, piece by piece. Enter begins the next paragraph, Backspace at the beginning joins it to the one before, Alt with an
 * arrow moves it; what is pasted from Word or a web page falls into headings, paragraphs, lists and tables.
 */
export function BlockEditor({ blocks, change, addPicture }: BlockEditorProps) {
  const wanted = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { id, at } = wanted.current;
    wanted.current = null;
    const field = document.getElementById(fieldId(id));
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
  });
  const put = (next: readonly KeptBlock[], focus?: { readonly id: string; readonly at: number }) => {
    if (focus !== undefined) wanted.current = focus;
    change(next.length === 0 ? [keptBlock({ kind: "paragraph", text: "" })] : next);
  };
  const move = (index: number, by: -1 | 1) => {
    const other = blocks[index + by];
    const own = blocks[index];
    if (own === undefined || other === undefined) return;
    put(blocks.with(index, other).with(index + by, own), { id: own.id, at: 0 });
  };
  return (
    <div className="block-editor">
      {blocks.map((kept, index) => (
        <BlockRow
          key={kept.id}
          kept={kept}
          set={(block) => put(blocks.with(index, { ...kept, block }))}
          replace={(next, focus) => put(blocks.toSpliced(index, 1, ...next), focus)}
          joinBefore={() => joinBefore(blocks, index, put)}
          move={(by) => move(index, by)}
          isFirst={index === 0}
          isLast={index === blocks.length - 1}
        />
      ))}
      <div className="block-adding">
        <Button
          type="dashed"
          onClick={() => {
            const next = keptBlock({ kind: "paragraph", text: "" });
            put([...blocks, next], { id: next.id, at: 0 });
          }}
        >
          加一段
        </Button>
        <Button type="dashed" onClick={() => put([...blocks, keptBlock(NEW_TABLE)])}>
          加表格
        </Button>
        {addPicture !== undefined && <PictureButton add={addPicture} />}
      </div>
    </div>
  );
}

const NEW_TABLE: ItemBlock = {
  kind: "table",
  rows: [
    [
      { text: "", isHead: true },
      { text: "", isHead: true },
    ],
    [{ text: "" }, { text: "" }],
  ],
};

const fieldId = (id: string): string => `block-${id}`;

type Put = (next: readonly KeptBlock[], focus?: { readonly id: string; readonly at: number }) => void;

function joinBefore(blocks: readonly KeptBlock[], index: number, put: Put): void {
  const own = blocks[index];
  const before = blocks[index - 1];
  const ownText = own === undefined ? null : lineOf(own.block);
  const beforeText = before === undefined ? null : lineOf(before.block);
  if (own === undefined || before === undefined || ownText === null || beforeText === null) return;
  const joined = { ...before, block: withLine(before.block, beforeText + ownText) };
  put(blocks.toSpliced(index - 1, 2, joined), { id: before.id, at: beforeText.length });
}

interface BlockRowProps {
  readonly kept: KeptBlock;
  readonly set: (block: ItemBlock) => void;
  readonly replace: (next: readonly KeptBlock[], focus?: { readonly id: string; readonly at: number }) => void;
  readonly joinBefore: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function BlockRow(props: BlockRowProps) {
  const { kept, set, replace, move, isFirst, isLast } = props;
  const { block } = kept;
  return (
    <div className="block-row" data-kind={blockKind(block)}>
      <Select
        variant="borderless"
        size="small"
        tabIndex={-1}
        aria-label="这一段是什么"
        value={blockKind(block)}
        disabled={block.kind === "picture"}
        onChange={(kind) => set(inKind(block, kind))}
        options={BLOCK_KINDS.map(({ kind, label }) => ({ value: kind, label }))}
        popupMatchSelectWidth={false}
      />
      <BlockField {...props} />
      <div className="block-tools">
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          disabled={isFirst}
          aria-label="上移"
          title="上移（Alt+↑）"
          onClick={() => move(-1)}
        >
          ↑
        </Button>
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          disabled={isLast}
          aria-label="下移"
          title="下移（Alt+↓）"
          onClick={() => move(1)}
        >
          ↓
        </Button>
        <Button type="text" size="small" tabIndex={-1} aria-label="删去这一段" title="删去" onClick={() => replace([])}>
          ✕
        </Button>
      </div>
    </div>
  );
}

function BlockField(props: BlockRowProps) {
  const { kept, set } = props;
  const { block } = kept;
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return <LineField {...props} text={block.text} />;
    case "list":
      return (
        <Input.TextArea
          id={fieldId(kept.id)}
          variant="borderless"
          autoSize
          aria-label="列表，一行一项"
          placeholder="一行一项"
          value={block.entries.join("\n")}
          onChange={({ target }) => set({ ...block, entries: target.value.split("\n") })}
        />
      );
    case "table":
      return <TableEditor block={block} change={set} />;
    case "picture":
      return <PictureField id={fieldId(kept.id)} block={block} set={set} />;
    default:
      return block satisfies never;
  }
}

function LineField({ kept, set, replace, joinBefore, move, text }: BlockRowProps & { readonly text: string }) {
  const { block, id } = kept;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, altKey, shiftKey, ctrlKey, currentTarget, nativeEvent } = event;
    // A key that ends the choice of characters of an input method is not one of ours.
    if (nativeEvent.isComposing || ctrlKey) return;
    const { selectionStart, selectionEnd } = currentTarget;
    if (altKey && (key === "ArrowUp" || key === "ArrowDown")) {
      event.preventDefault();
      move(key === "ArrowUp" ? -1 : 1);
    } else if (key === "Enter" && !shiftKey) {
      event.preventDefault();
      const rest = keptBlock({ kind: "paragraph", text: text.slice(selectionEnd) });
      replace([{ ...kept, block: withLine(block, text.slice(0, selectionStart)) }, rest], { id: rest.id, at: 0 });
    } else if (key === "Backspace" && selectionStart === 0 && selectionEnd === 0) {
      event.preventDefault();
      joinBefore();
    }
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    const found = html === "" ? blocksOfText(plain) : blocksOfHtml(html);
    const [first] = found;
    // One line goes into the line that is there, as everywhere.
    if (first === undefined || (found.length === 1 && lineOf(first) !== null)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = text.slice(0, selectionStart);
    const after = text.slice(selectionEnd);
    const added = found.map(keptBlock);
    const last = added.at(-1);
    replace(
      [
        ...(before === "" ? [] : [{ ...kept, block: withLine(block, before) }]),
        ...added,
        ...(after === "" ? [] : [keptBlock({ kind: "paragraph", text: after })]),
      ],
      last && { id: last.id, at: lineOf(last.block)?.length ?? 0 },
    );
  };
  return (
    <Input.TextArea
      id={fieldId(id)}
      variant="borderless"
      autoSize
      aria-label={block.kind === "heading" ? "标题" : "正文"}
      value={text}
      placeholder={block.kind === "heading" ? "标题" : "正文。可以从 Word 粘贴。"}
      onChange={({ target }) => set(withLine(block, target.value.replaceAll("\n", " ")))}
      onKeyDown={press}
      onPaste={paste}
    />
  );
}
