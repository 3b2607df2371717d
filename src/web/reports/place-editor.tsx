import { Alert, Button, Input, Tag } from "antd";
import { FindingNotes } from "./finding-notes.js";
import { type Finding, type FindingPlace, placeKey } from "./finding-places.js";
import type { Section } from "./narrative-words.js";
import { useSought } from "./use-sought.js";

type Place = Section["places"][number];

interface PlaceEditorProps {
  readonly at: FindingPlace;
  readonly place: Place;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** What is typed and not yet saved; null takes back what was written. */
  readonly draft: string | null | undefined;
  readonly isReadOnly: boolean;
  readonly change: (text: string | null) => void;
}

/** One place of a section, under what the checks say of it. */
export function PlaceEditor(props: PlaceEditorProps) {
  const { at, place, findings } = props;
  const [here, isSought] = useSought<HTMLDivElement>("at", placeKey(at));
  const own = props.draft === undefined ? (place.written?.join("\n") ?? null) : props.draft;
  return (
    <div ref={here} className={isSought ? "is-sought" : undefined}>
      <FindingNotes findings={findings.get(placeKey(at)) ?? []} />
      {place.kind === "heading" ? (
        <b>{place.counted ?? place.written?.join("")}</b>
      ) : place.kind === "counted" && own === null ? (
        <CountedWords {...props} />
      ) : (
        <OwnWords {...props} own={own ?? ""} />
      )}
    </div>
  );
}

/** A sentence the register writes, as it will be printed. */
function CountedWords({ place: { counted }, isReadOnly, change }: PlaceEditorProps) {
  return (
    <p style={{ margin: 0, lineHeight: 1.9 }}>
      {counted}{" "}
      {!isReadOnly && (
        <Button type="link" size="small" onClick={() => change(counted ?? "")}>
          改写
        </Button>
      )}
    </p>
  );
}

/** Words of a person. Whoever writes over a counted sentence sees what the register says now. */
function OwnWords({ place, own, isReadOnly, change }: PlaceEditorProps & { readonly own: string }) {
  const { kind, hint, about, counted, countedThen, isRequired } = place;
  const isAdded = kind === "added";
  return (
    <div>
      {about !== null && <div className="quiet">上年承诺：{about}</div>}
      {hint !== null && (
        <div>
          {isRequired && own.trim() === "" && <Tag color="warning">待写</Tag>} <span className="quiet">{hint}</span>
        </div>
      )}
      {isAdded && <div className="quiet">另加的段落（可不填，一行一段）</div>}
      {countedThen !== null && <Alert type="warning" title={`改写以后，台账的数字变了，现在是：“${counted}”`} />}
      <Input.TextArea
        autoSize={{ minRows: isAdded ? 1 : 2, maxRows: 16 }}
        readOnly={isReadOnly}
        value={own}
        aria-label={about ?? hint ?? counted ?? "另加一段"}
        onChange={({ target }) => change(target.value)}
      />
      {kind === "counted" && !isReadOnly && (
        <Button type="link" size="small" onClick={() => change(null)}>
          恢复为台账写的
        </Button>
      )}
    </div>
  );
}
