import { CHANNEL_LABELS } from "../../register/info-request.js";
import type { PublishedGuide } from "../../register/portal/public-guide.js";

/** How one may ask, each way with where and how. Editions of the guide repeat the name of the way before its address: it stands beside it already. */
export function ChannelLines({ channels }: Pick<PublishedGuide, "channels">) {
  return (
    <dl class="facts">
      {channels.flatMap(({ channel, description }) => {
        const label = CHANNEL_LABELS[channel];
        const own = description.startsWith(`${label}：`) ? description.slice(label.length + 1) : description;
        return [
          <dt key={channel}>{label}</dt>,
          <dd key={`${channel}-text`}>
            {own.split("\n").map((line) => (
              <div key={line}>{line}</div>
            ))}
          </dd>,
        ];
      })}
    </dl>
  );
}
