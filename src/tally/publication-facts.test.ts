import { expect, test } from "vitest";
import type { PlainDate } from "../law/plain-date.js";
import { itemContent } from "../register/publishing/item-content.js";
import type { InformationItem, ItemEventBody } from "../register/publishing/item-event.js";
import { publicationFacts } from "./publication-facts.js";

const by = { id: "张", name: "张", roles: [] };

function item(id: string, bodies: readonly ItemEventBody[], isSample = false): InformationItem {
  const events = bodies.map((body, index) => ({
    ...{ id: `${id}-${index}`, sequence: index + 1, recordedAt: `2025-03-0${index + 1}T00:00:00.000Z`, recordedBy: "张", body },
  }));
  return { id, agencyId: "A", isSample, events, version: events.length };
}

const on = "2025-03-01" as PlainDate; // a day that exists
const content = (disclosureItem: "art20-07" | null) =>
  itemContent.parse({ title: "部门预算", disclosureItem, attribute: { value: "active" } });
const drafted = (column: "art20-07" | null): ItemEventBody => ({ type: "drafted", on, by, content: content(column) });
const published = (publishedAt: string): ItemEventBody => ({ type: "published", on, by, indexNumber: "1", publishedAt });
const channel = (name: "wechat" | "website"): ItemEventBody => ({
  ...{ type: "channel-recorded", on, by, channel: name, publishedOn: on, where: null },
});

test("items are counted by column and channel in the year they were first published, by the clock of China", () => {
  const facts = publicationFacts(
    [
      item("a", [drafted("art20-07"), published("2024-12-31T16:00:00.000Z"), channel("wechat"), channel("website")]),
      item("b", [drafted("art20-07"), published("2025-06-01T00:00:00.000Z")]),
      item("c", [drafted(null), published("2025-06-01T00:00:00.000Z")]),
      item("d", [drafted("art20-07"), published("2024-12-31T15:59:59.999Z")]),
      item("e", [drafted("art20-07")]),
    ],
    2025,
  );
  expect(facts.published).toEqual([
    { name: "财政预算决算", items: 2, records: ["a", "b"] },
    { name: "其他信息", items: 1, records: ["c"] },
  ]);
  expect(facts.channels).toEqual([
    { name: "政府网站", items: 3, records: ["a", "b", "c"] },
    { name: "微信公众号", items: 1, records: ["a"] },
  ]);
});

test("what was withdrawn is not counted, but was before; samples never are", () => {
  const withdrawn: ItemEventBody = {
    type: "withdrawn",
    on,
    by,
    authority: "本机关",
    why: "有误",
    withdrawnAt: "2025-07-01T00:00:00.000Z",
  };
  const bodies = [drafted("art20-07"), published("2025-03-02T00:00:00.000Z"), withdrawn];
  expect(publicationFacts([item("a", bodies)], 2025).published).toEqual([]);
  expect(publicationFacts([item("a", bodies)], 2025, "2025-03-02T12:00:00.000Z").published).toHaveLength(1);
  expect(publicationFacts([item("a", bodies.slice(0, 2), true)], 2025).published).toEqual([]);
});
