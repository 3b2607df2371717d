import { Card } from "antd";
import type { Facts } from "./use-typed-facts.js";

/** The facts the register counts, beside those people enter. */
export function CountedFacts({ facts: { requests, fees } }: { readonly facts: Facts }) {
  return (
    <Card size="small" title="台账数出的">
      <dl className="facts">
        <dt>收到申请</dt>
        <dd>{requests.letters} 封</dd>
        {requests.byChannel.map(({ channel, label, pieces }) => (
          <div key={channel} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{pieces} 件</dd>
          </div>
        ))}
        <dt>平均办理</dt>
        <dd>{requests.meanWorkingDays === null ? "—" : `${requests.meanWorkingDays.toFixed(1)} 个工作日`}</dd>
        <dt>延期答复</dt>
        <dd>{requests.extended} 件</dd>
        <dt>信息处理费</dt>
        <dd>
          通知 {fees.notices} 件，缴纳 {fees.paid} 件、{fees.paidYuan} 元
        </dd>
      </dl>
    </Card>
  );
}
