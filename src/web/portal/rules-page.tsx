import type { PublishedRule } from "../../register/portal/public-guide.js";
import { itemPath } from "../../register/publishing/published-item.js";
import { chineseDate } from "./chinese-time.js";
import { type Frame, PageFrame } from "./frame.js";

/** A law that is not of this agency is often no more than where it stands. */
const ADDRESS = /^https?:\/\/[^\s"'<>]+$/;

/** 政府信息公开制度: each rule opens where it stands. */
export function RulesPage({ frame, rules }: { readonly frame: Frame; readonly rules: readonly PublishedRule[] }) {
  return (
    <PageFrame frame={frame}>
      <h1>政府信息公开制度</h1>
      <p class="lead">规定政府信息公开工作的法规、规章、文件和本机关的工作制度。</p>
      {rules.length === 0 && <p class="note">还没有公布制度文件。</p>}
      {rules.map(({ id, title, documentNumber, madeOn, paragraphs, itemId }) => (
        <details key={id} id={id} class="rule">
          <summary>
            <b>{title}</b>{" "}
            <span class="muted small">
              {[documentNumber, madeOn === null ? null : chineseDate(madeOn)].filter(Boolean).join("　")}
            </span>
          </summary>
          <div class="text">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>
                {ADDRESS.test(paragraph) ? (
                  <a href={paragraph} rel="noreferrer">
                    {paragraph}
                  </a>
                ) : (
                  paragraph
                )}
              </p>
            ))}
            {itemId !== null && (
              <p>
                <a href={itemPath(itemId)}>查看原文件</a>
              </p>
            )}
          </div>
        </details>
      ))}
    </PageFrame>
  );
}
