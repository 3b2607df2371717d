import type { Receipt } from "../../register/portal/public-request.js";
import { chineseMinute } from "./chinese-time.js";
import { type Frame, PageFrame } from "./frame.js";

/** What was handed in, and what to keep. The code is shown here and never again. */
export function ReceiptPage({ frame, receipt }: { readonly frame: Frame; readonly receipt: Receipt }) {
  const { number, code, agencyName, submittedAt } = receipt;
  return (
    <PageFrame frame={frame}>
      <h1>申请已经提交</h1>
      <div class="note good" role="status">
        {agencyName}会尽快与您确认收到。请记下或者打印下面的编号和查询码，查询码只显示这一次。
      </div>
      <div class="sheet slip" data-sent-draft={`ask-${receipt.agencyId}`}>
        <dl class="facts">
          <dt>回执编号</dt>
          <dd>
            <b id="receipt-number">{number}</b>
          </dd>
          <dt>查询码</dt>
          <dd>
            <b id="receipt-code">{code}</b>
          </dd>
          <dt>受理机关</dt>
          <dd>{agencyName}</dd>
          <dt>提交时间</dt>
          <dd>{chineseMinute(submittedAt)}</dd>
        </dl>
      </div>
      <form class="no-print gap" method="post" action="/ask/receipt.pdf">
        {Object.entries({ number, code, agencyName, submittedAt }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="button" type="submit">
          保存回执（pdf）
        </button>
      </form>
      <section>
        <h2>接下来</h2>
        <ol>
          <li>工作人员与您确认收到申请，确认之日为收到申请之日（条例第三十一条）。</li>
          <li>自收到之日起 20 个工作日内答复；需要延长的，会在期满前告诉您，至多再延长 20 个工作日（第三十三条）。</li>
          <li>申请内容不明确的，会在 7 个工作日内通知您补正一次（第三十条）。</li>
        </ol>
        <p>
          随时可以<a href="/status">查询办理进度</a>。
        </p>
      </section>
    </PageFrame>
  );
}
