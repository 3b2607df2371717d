import { z } from "zod";
import { type Format, SECTION_IDS, type TableForm } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";

/** The name of the schema, said in every file. It is no address: the schema is docs/annual-report.schema.json. */
export const SCHEMA_ID = "urn:yangguang:annual-report:1";

/** A cell: a figure, a blank (null), a figure with its unit or remark, or words that are no figure. */
const CELL_FORM = z
  .union([
    z.number(),
    z.null(),
    z.strictObject({ value: z.number(), unit: z.enum(["万元", "元"]).optional(), note: z.string().optional() }),
    z.strictObject({ text: z.string() }),
  ])
  .meta({ id: "cell", description: "数字；空格为 null，不是 0；带单位或附注的数字；不是数字的文字。表中没有的格不写。" });

export type CellForm = z.infer<typeof CELL_FORM>;

const NARRATIVE = {
  $schema: z.string().optional(),
  agency: z.string().describe("机关全称"),
  report_year: z.number().int().min(0).max(9999).describe("报告年度"),
  title: z.string(),
  preface: z.array(z.string()).describe("第一部分之前的各段"),
  sections: z
    .array(
      z.strictObject({
        id: z.enum(SECTION_IDS).nullable().describe("六个部分之一；其他标题为 null"),
        heading: z.string(),
        paragraphs: z.array(z.string()).describe("表格之前的各段"),
        notes: z.array(z.string()).describe("表格之后的各段"),
      }),
    )
    .describe("各部分，按印出的顺序"),
  sign_off: z.strictObject({ agency: z.string().nullable(), date: z.iso.date().nullable() }).nullable().describe("落款"),
  remarks: z.array(z.string()).describe("落款之后的各行"),
};

/** The json form of a report of any format, checked cell by cell against the tables of its format. */
export const REPORT_FORM = z
  .discriminatedUnion("format", formsOf(FORMATS))
  .meta({ title: "政府信息公开工作年度报告", description: "一份年度报告的全部文字和三张表格的每一个数字。" });

export type ReportForm = z.infer<typeof REPORT_FORM>;

function formsOf(formats: readonly Format[]): [ReturnType<typeof reportForm>, ...ReturnType<typeof reportForm>[]] {
  const [first, ...rest] = formats.map(reportForm);
  if (!first) throw new Error("There is no format.");
  return [first, ...rest];
}

function reportForm(format: Format) {
  const { proactive, requests, review_litigation } = format.tables;
  return z
    .strictObject({
      ...NARRATIVE,
      format: z.literal(format.id),
      proactive: z.strictObject(proactiveForm(proactive)).optional().describe(proactive.heading),
      requests: z.strictObject(rowsForm(requests)).optional().describe(requests.heading),
      review_litigation: z.strictObject(rowsForm(review_litigation)).optional().describe(review_litigation.heading),
    })
    .describe(`${format.name}（${format.instrument}）`);
}

type RowShape = z.ZodOptional<z.ZodObject<Record<string, z.ZodOptional<typeof CELL_FORM>>, z.core.$strict>>;

/** Rows named art20_1.rules stand as rules inside art20_1. */
function proactiveForm(form: TableForm): Record<string, z.ZodOptional<z.ZodObject<Record<string, RowShape>, z.core.$strict>>> {
  const groups = new Map<string, { label: string; rows: Record<string, RowShape> }>();
  for (const [id, shape] of Object.entries(rowsForm(form))) {
    const [group = "", row = ""] = id.split(".");
    const label = form.rows.find((candidate) => candidate.id === id)?.group ?? "";
    const known = groups.get(group) ?? { label, rows: {} };
    groups.set(group, { label, rows: { ...known.rows, [row]: shape } });
  }
  return Object.fromEntries([...groups].map(([id, { label, rows }]) => [id, z.strictObject(rows).optional().describe(label)]));
}

function rowsForm(form: TableForm): Record<string, RowShape> {
  const every = form.columns.map(({ id }) => id);
  const rows = [...form.rows, ...form.standIns.map((row) => ({ ...row, columns: every, group: undefined }))];
  return Object.fromEntries(
    rows.map(({ id, label, group, columns }) => [id, rowForm(form, columns).describe(group ? `${group}·${label}` : label)]),
  );
}

function rowForm(form: TableForm, columns: readonly string[]): RowShape {
  const cells = columns.map((id) => {
    const label = form.columns.find((column) => column.id === id)?.label ?? id;
    return [id, CELL_FORM.optional().describe(label)] as const;
  });
  return z.strictObject(Object.fromEntries(cells)).optional();
}
