import type { PublicRequestStatus } from "../../register/portal/public-request.js";
import { PUBLIC_REQUEST_STATES } from "../../register/portal/public-request.js";
import { chineseDate, chineseMinute } from "./chinese-time.js";
import { TextField } from "./form-parts.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";

interface StatusPageProps {
  readonly frame: Frame;
  readonly number: string;
  /** Why nothing is shown; null when there is something or nothing was asked. */
  readonly refusal: string | null;
  readonly status: PublicRequestStatus | null;
}

/** Where a request stands, by number and code, without an account. */
export function StatusPage({ frame, number, refusal, status }: StatusPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>查询办理进度</h1>
      {status === null ? (
        <>
          <p class="lead">填写回执上的编号和查询码。</p>
          {refusal !== null && (
            <div class="note danger" role="alert">
              {refusal}
            </div>
          )}
          <form class="form" method="post" action="/status">
            <TextField name="number" label="回执编号" value={number} maxLength={60} />
            <TextField name="code" label="查询码" value="" maxLength={40} />
            <p>
              <button class="button" type="submit">
                查询
              </button>
            </p>
          </form>
        </>
      ) : (
        <Found status={status} />
      )}
    </PageFrame>
  );
}

function Found({ status }: { readonly status: PublicRequestStatus }) {
  const { number, agencyId, agencyName, submittedAt, updatedAt, state, now, holder, due, steps, youCan } = status;
  return (
    <>
      <div class="sheet slip">
        <p class="muted small">
          {number}　{agencyName}　{chineseMinute(submittedAt)}提交
        </p>
        <h2 class="state">{PUBLIC_REQUEST_STATES[state]}</h2>
        <p class="now">{now}</p>
        <dl class="facts gap">
          <dt>现在由谁办理</dt>
          <dd>{holder}</dd>
          {due !== null && (
            <>
              <dt>期限</dt>
              <dd>
                <b>{chineseDate(due.on)}</b>
                {due.isProvisional && "（暂定：该年节假日安排尚未公布）"}
                <details>
                  <summary>这个日期怎样算出</summary>
                  <ol>
                    {due.why.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ol>
                </details>
              </dd>
            </>
          )}
        </dl>
      </div>
      {youCan.length > 0 && (
        <section>
          <h2>您现在可以</h2>
          <ul class="items">
            {youCan.map(({ title, text, until, basis }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>
                  {text}
                  {until !== null && <b>（{chineseDate(until)}前）</b>}
                </p>
                {basis !== null && <p class="small muted">依据：{basis}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="after">
        电话、地址和办公时间见<a href={`${agencyPath(agencyId)}/guide`}>{agencyName}的政府信息公开指南</a>。
      </p>
      <section>
        <h2>办理经过</h2>
        <ol class="items">
          <li>
            <span class="muted">{chineseDate(submittedAt)}</span>　您提交了申请。
          </li>
          {steps.map(({ on, text }) => (
            <li key={`${on}-${text}`}>
              <span class="muted">{chineseDate(on)}</span>　{text}
            </li>
          ))}
        </ol>
        <p class="small muted gap">更新于 {chineseMinute(updatedAt)}</p>
      </section>
    </>
  );
}
