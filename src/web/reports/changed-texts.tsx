import type { ChangedText } from "../../tally/changed-texts.js";

/** The words another edition has otherwise. */
export function ChangedTexts({ texts }: { readonly texts: readonly ChangedText[] }) {
  return texts.map(({ heading, before, after }) => (
    <div key={heading}>
      <b>{heading}</b>
      {before.map((line) => (
        <p key={line} style={{ margin: "2px 0" }}>
          <span className="quiet">上一版：</span>
          <del>{line}</del>
        </p>
      ))}
      {after.map((line) => (
        <p key={line} style={{ margin: "2px 0" }}>
          <span className="quiet">现在：</span>
          <ins>{line}</ins>
        </p>
      ))}
      {before.length + after.length === 0 && <p style={{ margin: "2px 0" }}>段落的次序有变化。</p>}
    </div>
  ));
}
