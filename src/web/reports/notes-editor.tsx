import { Input } from "antd";
import { TABLE_IDS } from "../../report/format.js";
import type { Section } from "./narrative-words.js";

const WITH_TABLE: ReadonlySet<string> = new Set(TABLE_IDS);

interface NotesEditorProps {
  readonly section: Section;
  /** What is typed and not yet saved. */
  readonly draft: string | null;
  readonly isReadOnly: boolean;
  readonly change: (text: string) => void;
}

/** Below the table of a section: what the register notes there, and what people add. Sections without a table have none. */
export function NotesEditor({ section, draft, isReadOnly, change }: NotesEditorProps) {
  const { countedNotes, notes, heading } = section;
  if (!WITH_TABLE.has(section.section) && notes.length === 0) return null;
  return (
    <div>
      <div className="quiet">印在表格下面的说明（可不填）</div>
      {countedNotes.map((note) => (
        <p key={note} style={{ margin: 0, lineHeight: 1.9 }}>
          {note}
        </p>
      ))}
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 12 }}
        readOnly={isReadOnly}
        value={draft ?? notes.join("\n")}
        aria-label={`${heading}：表下说明`}
        onChange={({ target }) => change(target.value)}
      />
    </div>
  );
}
