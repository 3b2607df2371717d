import { Card, Timeline } from "antd";
import { minuteText } from "../cases/day-text.js";
import type { Item } from "./item.js";

/** Everything that was done with the item, the newest first. */
export function ItemHistory({ item: { history } }: { readonly item: Item }) {
  return (
    <Card title="办理经过" size="small">
      <Timeline
        items={history.map(({ id, at, by, label, text }) => ({
          key: id,
          content: (
            <div>
              <b>{label}</b>　{text}
              <div className="quiet" style={{ fontSize: 13 }}>
                {by.name}，{minuteText(at)}
              </div>
            </div>
          ),
        }))}
      />
    </Card>
  );
}
