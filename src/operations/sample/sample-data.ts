import { readFileSync } from "node:fs";
import { z } from "zod";
import { type PlainDate, parsePlainDate, yearOf } from "../../law/plain-date.js";
import { PUBLICATION_CHANNELS } from "../../law/publication/channels.js";
import { AGENCY_KINDS } from "../../register/agency.js";
import { LINK_RELATIONS } from "../../register/publishing/item-event.js";

const FOLDER = new URL("../../../assets/sample/", import.meta.url);
export const EXAMPLES = new URL("../../../examples/", import.meta.url);

const text = z.string().min(1);
/** Years from this one, and the day: [-1, "03-18"] is 18 March of last year. */
const relativeDay = z.tuple([z.int().max(0), z.string().regex(/^\d{2}-\d{2}$/)]);

const sampleAgency = z.strictObject({
  ...{ id: text, name: text, shortName: text, kind: z.enum(AGENCY_KINDS), level: z.enum(["city", "county"]) },
  ...{ creditCode: text, divisionCode: text, place: text, office: text, address: text, phone: text, mail: text },
  ...{ duty: text, offices: text },
  /** 机关代字 of its letters; only agencies that answer requests in the sample have one. */
  letterCode: text.optional(),
  /** The file of its annual report as published, in examples/. */
  report: text.optional(),
});
export type SampleAgency = z.output<typeof sampleAgency>;

const itemText = {
  ...{ key: text, title: text, number: text.optional(), made: relativeDay, theme: text, genre: text, item: text, summary: text },
  kind: z.enum(["rules", "normative_docs"]).optional(),
  validity: text.optional(),
  /** Paragraphs; "# " begins a heading. */
  text: z.array(text).min(1),
  table: z.strictObject({ caption: text, rows: z.array(z.array(z.string())).min(1) }).optional(),
  /** A table as a file; without rows, that of the text. */
  file: z.strictObject({ name: text, rows: z.array(z.array(z.string())).optional() }).optional(),
  links: z.array(z.strictObject({ relation: z.enum(LINK_RELATIONS), target: text })).default([]),
  channels: z.array(z.enum(PUBLICATION_CHANNELS)).default([]),
  ended: z.strictObject({ validity: text, from: relativeDay, authority: text }).optional(),
  withdrawn: z.strictObject({ why: text }).optional(),
};
const sampleItem = z.strictObject({ ...itemText, agency: text });
export type SampleItem = z.output<typeof sampleItem>;

/** The agencies of the sample city: its government, and those whose reports are in examples/. */
export function sampleAgencies(): SampleAgency[] {
  return z.array(sampleAgency).parse(fileOf("agencies.json"));
}

/** What the city publishes: what every agency has, and what is there once. */
export function sampleItems(agencies: readonly SampleAgency[]): SampleItem[] {
  const families = z.array(z.strictObject(itemText)).parse(fileOf("families.json"));
  const ofAll = agencies.flatMap(({ id }) => families.map((one) => ({ ...one, key: `${id}-${one.key}`, agency: id })));
  return [...z.array(sampleItem).parse(fileOf("items.json")), ...ofAll];
}

/** The items with their years and agencies filled in. */
export function filledIn<Value>(value: Value, agency: SampleAgency, year: number): Value {
  const words = wordsOf(agency);
  const fill = (one: string): string =>
    one.replaceAll(/\{([^{}]{1,12})\}/g, (whole, name: string) => {
      const [, back] = /^Y(?:-(\d))?$/.exec(name) ?? [];
      if (name === "Y" || back !== undefined) return String(year - Number(back ?? 0));
      return words.get(name) ?? whole;
    });
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return fill(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(value) as Value; // the same shape, only strings differ
}

/** The day that is meant, or, where this year has not come so far, the same day a year before. */
export function dayMeant([years, monthDay]: readonly [number, string], today: PlainDate): PlainDate {
  const in_ = (back: number) => parsePlainDate(`${yearOf(today) + years - back}-${monthDay}`);
  const meant = in_(0);
  const day = meant !== null && meant <= today ? meant : in_(1);
  if (day === null) throw new Error(`The sample data name a day ${monthDay} that does not exist.`);
  return day;
}

function wordsOf(agency: SampleAgency): ReadonlyMap<string, string> {
  // Sums that add up, different for each agency, made from its phone number.
  const seed = Number(agency.phone.slice(-2));
  const [main, other] = [320 + seed * 7, 18 + seed];
  return new Map([
    ["机关", agency.name],
    ["职责", agency.duty],
    ["内设机构", agency.offices],
    ["地址", agency.address],
    ["电话", agency.phone],
    ["数1", String(main + other)],
    ["数2", String(main)],
    ["数3", String(4 + (seed % 9))],
    ["数4", String(other)],
  ]);
}

function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
}
