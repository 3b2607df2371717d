import { Alert, Button, Card, Space } from "antd";
import { minuteText } from "../cases/day-text.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay } from "../office/session.js";
import { FindingNotes } from "./finding-notes.js";
import { type Finding, type FindingPlace, placeKey } from "./finding-places.js";
import { placeInWords, type Section } from "./narrative-words.js";
import { NotesEditor } from "./notes-editor.js";
import { PlaceEditor } from "./place-editor.js";
import { useSought } from "./use-sought.js";
import { type Typed, useTypedSection } from "./use-typed-section.js";

interface SectionCardProps {
  readonly year: number;
  readonly section: Section;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** A section with its places, under what the checks say of it. */
export function SectionCard({ year, section, findings }: SectionCardProps) {
  const isReadOnly = !useMay()("reports:write");
  const typing = useTypedSection(year, section);
  const { typed, type, discard, isOvertaken } = typing;
  const whole: FindingPlace = { kind: "section", section: section.section, place: null };
  const [place, isSought] = useSought<HTMLDivElement>("at", placeKey(whole));
  return (
    <div ref={place} className={isSought ? "is-sought" : undefined}>
      <Card size="small" title={section.heading} extra={<Edited section={section} />}>
        <div className="stack">
          <FindingNotes findings={findings.get(placeKey(whole)) ?? []} />
          {isOvertaken && <OvertakenNote section={section} typed={typed} discard={discard} />}
          {section.places.map((one) => (
            <PlaceEditor
              key={one.id}
              at={{ ...whole, place: one.id }}
              place={one}
              findings={findings}
              draft={typed.places[one.id]}
              isReadOnly={isReadOnly}
              change={(text) => type({ places: { ...typed.places, [one.id]: text } })}
            />
          ))}
          <NotesEditor section={section} draft={typed.notes} isReadOnly={isReadOnly} change={(notes) => type({ notes })} />
          <LeftWords section={section} />
          {!isReadOnly && <SaveBar typing={typing} />}
        </div>
      </Card>
    </div>
  );
}

function Edited({ section: { editedAt, editedBy } }: { readonly section: Section }) {
  return editedAt !== null && <span className="quiet">{`${editedBy}，${minuteText(editedAt)}`}</span>;
}

function SaveBar({ typing }: { readonly typing: ReturnType<typeof useTypedSection> }) {
  const { isChanged, isSending, failure, save, discard } = typing;
  return (
    <>
      {failure !== null && <FailureNote failure={failure} />}
      <Space>
        <Button type="primary" disabled={!isChanged} loading={isSending} onClick={save}>
          保存这一部分
        </Button>
        {isChanged && (
          <>
            <span className="quiet">有没有保存的修改</span>
            <Button type="link" size="small" onClick={discard}>
              放弃修改
            </Button>
          </>
        )}
      </Space>
    </>
  );
}

interface OvertakenNoteProps {
  readonly section: Section;
  readonly typed: Typed;
  readonly discard: () => void;
}

/** Somebody else was faster: what stands there now, at the places where both wrote. */
function OvertakenNote({ section, typed, discard }: OvertakenNoteProps) {
  const both = section.places.filter(({ id, written }) => written !== null && id in typed.places);
  return (
    <Alert
      type="warning"
      showIcon
      title={`您开始写以后，${section.editedBy ?? "别人"}改过这一部分。您写的还在；保存以后，以您写的为准。`}
      description={both.map((place) => (
        <div key={place.id}>
          {placeInWords(place)}，现在存的是：“{place.written?.join("")}”
        </div>
      ))}
      action={
        <Button size="small" onClick={discard}>
          放弃我写的
        </Button>
      }
    />
  );
}

/** What was written at places that are no longer asked for: not printed, and there to be taken over. */
function LeftWords({ section: { left } }: { readonly section: Section }) {
  if (left.length === 0) return null;
  return (
    <Alert
      type="info"
      title="下面的文字写在现在已经没有的地方，不会印出；还用得着的，请抄到上面。"
      description={left.map(({ id, about, written }) => (
        <div key={about ?? id}>
          {about !== null && <span className="quiet">上年承诺：{about}　</span>}
          {written.join("")}
        </div>
      ))}
    />
  );
}
