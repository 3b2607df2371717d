import { Card } from "antd";
import { dayText } from "../cases/day-text.js";
import type { Item } from "./item.js";

/** Where else it was made public: section one of the annual report counts from here. */
export function ItemChannels({ item: { channels } }: { readonly item: Item }) {
  return (
    <Card title="公开渠道" size="small">
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        <li>政府信息公开平台</li>
        {channels.map(({ channel, label, publishedOn, where }) => (
          <li key={`${channel}-${publishedOn}-${where ?? ""}`}>
            {label}
            {where === null ? "" : `（${where}）`}，{dayText(publishedOn)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
