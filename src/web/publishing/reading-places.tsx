import { Button, Input } from "antd";
import type { Guide } from "./guide-form.js";

type Place = Guide["readingPlaces"][number];

interface ReadingPlacesProps {
  readonly places: readonly Place[];
  readonly change: (places: Place[]) => void;
  readonly isReadOnly: boolean;
}

const FIELDS = [
  ["name", "名称"],
  ["address", "地址"],
  ["hours", "开放时间"],
] as const;

/** Where the public can read: archives, libraries, service halls (条例 第二十五条). */
export function ReadingPlaces({ places, change, isReadOnly }: ReadingPlacesProps) {
  const set = (at: number, field: keyof Place, value: string) =>
    change(places.map((place, index) => (index === at ? { ...place, [field]: value } : place)));
  return (
    <div style={{ display: "grid", gap: 8 }}>
      <span className="quiet">国家档案馆、公共图书馆、政务服务场所（条例第二十五条）。</span>
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is where it stands in the list
        <div key={at} style={{ display: "flex", flexWrap: "wrap", gap: 6 }}>
          {FIELDS.map(([field, label]) => (
            <Input
              key={field}
              aria-label={`第 ${at + 1} 处：${label}`}
              placeholder={label}
              readOnly={isReadOnly}
              value={place[field]}
              style={{ flex: "1 1 160px" }}
              onChange={({ target }) => set(at, field, target.value)}
            />
          ))}
          {!isReadOnly && (
            <Button aria-label={`删去第 ${at + 1} 处`} onClick={() => change(places.filter((_, index) => index !== at))}>
              删去
            </Button>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button style={{ justifySelf: "start" }} onClick={() => change([...places, { name: "", address: "", hours: "" }])}>
          加一处
        </Button>
      )}
    </div>
  );
}
