import type { PublishedGuide } from "../../register/portal/public-guide.js";
import { ChannelLines } from "./channel-lines.js";
import { chineseDate } from "./chinese-time.js";
import { type Frame, PageFrame } from "./frame.js";

/** 政府信息公开指南 with the fields of 条例第十二条; a channel for requests stands here or is not open. */
export function GuidePage({ frame, guide }: { readonly frame: Frame; readonly guide: PublishedGuide | null }) {
  if (guide === null) {
    return (
      <PageFrame frame={frame}>
        <h1>政府信息公开指南</h1>
        <p class="note">指南还没有公布。申请政府信息可以当面提交，也可以邮寄，机关不得拒收。</p>
      </PageFrame>
    );
  }
  const { office } = guide;
  const contact: readonly (readonly [string, string | null])[] = [
    ["工作机构", office.office],
    ["办公地址", office.address],
    ["邮政编码", office.postcode],
    ["办公时间", office.hours],
    ["联系电话", office.phone],
    ["传真号码", office.fax],
    ["电子邮箱", office.email],
  ];
  return (
    <PageFrame frame={frame}>
      <h1>政府信息公开指南</h1>
      <p class="lead">
        更新于{chineseDate(guide.updatedOn)}，第 {guide.edition} 版
      </p>
      <div class="sheet">
        <Chapter heading="政府信息的分类" text={guide.classification} />
        <Chapter heading="编排体系" text={guide.arrangement} />
        <Chapter heading="获取方式" text={guide.access} />
        <section>
          <h2>政府信息公开工作机构</h2>
          <dl class="facts">
            {contact.flatMap(([label, text]) =>
              text === null ? [] : [<dt key={label}>{label}</dt>, <dd key={`${label}-text`}>{text}</dd>],
            )}
          </dl>
        </section>
        <section>
          <h2>申请渠道</h2>
          <ChannelLines channels={guide.channels} />
          <p class="gap">
            <a class="button" href={`/ask/${encodeURIComponent(guide.agencyId)}`}>
              申请公开政府信息
            </a>
          </p>
        </section>
        {guide.remedies !== null && <Chapter heading="救济途径" text={guide.remedies} />}
        {guide.chapters.map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </PageFrame>
  );
}

function Chapter({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <section>
      <h2>{heading}</h2>
      {text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
