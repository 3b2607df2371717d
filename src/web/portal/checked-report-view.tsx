import { type CheckedReport, tallyOf, tallyText } from "../../findings/checked-file.js";

/** A checked report with its findings at their places, the same on a page of the server and inside the browser. */
export function CheckedReportView({ checked }: { readonly checked: CheckedReport }) {
  const { summary, findings, notes, page, name } = checked;
  const facts: readonly (readonly [string, string])[] = [
    ["文件", name],
    ["机关", summary.agency ?? "没有找到"],
    ["年度", summary.reportYear === null ? "没有找到" : String(summary.reportYear)],
    ["格式", summary.formatName],
  ];
  return (
    <div class="checked-report">
      <h1 tabIndex={-1}>{findings.length === 0 ? "没有发现问题" : `发现 ${findings.length} 个问题`}</h1>
      <p class="lead">
        {summary.title ?? name}
        {findings.length > 0 && `：${tallyText(tallyOf(findings))}`}
      </p>
      <dl class="facts">
        {facts.flatMap(([label, text]) => [<dt key={label}>{label}</dt>, <dd key={`${label}-text`}>{text}</dd>])}
      </dl>
      {notes.length > 0 && (
        <section>
          <h2>读取时注意到</h2>
          <ul>
            {notes.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      {page === null ? (
        <p class="note good">合计、勾稽、衔接、完整性、文字等各项检查都没有发现问题。</p>
      ) : (
        <section>
          <h2>问题和位置</h2>
          <p class="small muted">
            “错误”须更正；“警告”多半有误，也可能有正当理由；“询问”请人核对。结果没有保存，需要留存的请打印本页。
          </p>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by writers/findings, which escapes every text of the file */}
          <div class="findings" dangerouslySetInnerHTML={{ __html: page }} />
        </section>
      )}
      <p class="again no-print">
        <a class="button" href="/check">
          再查一份
        </a>
      </p>
    </div>
  );
}
