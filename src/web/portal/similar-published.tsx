import type { SimilarPublished } from "../../register/portal/public-search.js";

/** Published already: a person who finds it here need not wait twenty working days. */
export function Similar({ similar }: { readonly similar: readonly SimilarPublished[] }) {
  if (similar.length === 0) return <p class="note">没有找到相近的已公开信息，可以继续填写。</p>;
  return (
    <div class="note good">
      <b>已经公开的信息里有相近的，也许就是您要的：</b>
      <ul>
        {similar.map(({ title, snippet, item, answer }) => (
          <li key={title}>
            {item === null ? (
              title
            ) : (
              <a href={item.path} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            {answer === null ? <span class="hint">{snippet}</span> : <Answer answer={answer.answer} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const ANSWER_SHOWN = 120;

/** An answer to an earlier request has no page of its own: it is read here, whole. */
function Answer({ answer }: { readonly answer: string }) {
  if (answer.length <= ANSWER_SHOWN) return <span class="hint">答复：{answer}</span>;
  return (
    <>
      <span class="hint">答复：{answer.slice(0, ANSWER_SHOWN)}……</span>
      <details class="small">
        <summary>答复全文</summary>
        {answer}
      </details>
    </>
  );
}
