import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { ChannelLines } from "./channel-lines.js";
import { agencyPath, type Frame, PageFrame } from "./frame.js";

interface NoOnlineRequestPageProps {
  readonly frame: Frame;
  readonly agency: PublicAgency;
  readonly guide: PublishedGuide | null;
}

/** How to ask an agency that has not opened the internet for it. */
export function NoOnlineRequestPage({ frame, agency, guide }: NoOnlineRequestPageProps) {
  return (
    <PageFrame frame={frame}>
      <h1>申请公开政府信息</h1>
      <p class="note">{agency.name}没有开通网上申请。当面提交和邮寄提交始终可以，行政机关不得拒收。</p>
      {guide !== null && <ChannelLines channels={guide.channels} />}
      <p class="gap">
        <a class="button" href={`/ask/${encodeURIComponent(agency.id)}/paper`}>
          打印申请表
        </a>{" "}
        <a class="button quiet" href={`${agencyPath(agency.id)}/guide`}>
          查看指南
        </a>
      </p>
    </PageFrame>
  );
}
