import { Form, Radio } from "antd";
import type { BodyOf } from "../../api/define-route.js";
import type { publishingRoutes } from "../../api/publishing.js";
import { DayField } from "../components/day-field.js";
import type { ImportReading } from "./import-mapping-fields.js";

type Body = BodyOf<(typeof publishingRoutes)["import-items"]>;

/** As what things are imported, and, of documents, since when the former site showed them. */
export interface ImportAs {
  readonly as: Body["as"];
  readonly day: "as-made" | "one-day";
  /** The one day; empty until somebody has said it. */
  readonly oneDay: string;
}

/** A table of a former site has the days in it; documents do not, so they begin as drafts. */
export const importAsOf = ({ kind }: Pick<ImportReading, "kind">): ImportAs => ({
  ...{ as: kind === "table" ? "published" : "draft", day: "as-made", oneDay: "" },
});

/** The day as the route takes it. */
export function publishedOnOf({ as, day, oneDay }: ImportAs, kind: ImportReading["kind"]): Body["publishedOn"] {
  if (kind === "table" || as === "draft") return null;
  return day === "as-made" ? day : (oneDay as Exclude<Body["publishedOn"], undefined>); // the server reads the day
}

interface ImportAsFieldsProps {
  readonly kind: ImportReading["kind"];
  readonly value: ImportAs;
  readonly change: (value: ImportAs) => void;
}

/** Whether what is imported is public at once or goes through the review. */
export function ImportAsFields({ kind, value, change }: ImportAsFieldsProps) {
  const isTable = kind === "table";
  return (
    <>
      <Radio.Group
        aria-label="导入为"
        value={value.as}
        onChange={({ target }) => change({ ...value, as: target.value === "draft" ? "draft" : "published" })}
        options={[
          {
            value: "published",
            label: isTable
              ? "原网站已经公开的：保留原索引号和发布日期，立即出现在公开平台上"
              : "原网站已经公开的：立即出现在公开平台上，文件作为附件",
          },
          { value: "draft", label: `草稿：经筛查、审核后再公开${isTable ? "（不保留原索引号和发布日期）" : "，文件作为附件"}` },
        ]}
        style={{ display: "grid", gap: 4 }}
      />
      {!isTable && value.as === "published" && (
        <Form layout="vertical" component="div" requiredMark={false}>
          <Form.Item label="发布日期：文件里没有，请选定" style={{ marginBlockEnd: 0 }}>
            <Radio.Group
              aria-label="发布日期"
              value={value.day}
              onChange={({ target }) => change({ ...value, day: target.value === "one-day" ? "one-day" : "as-made" })}
              options={[
                { value: "as-made", label: "各按文件的成文日期" },
                { value: "one-day", label: "统一为" },
              ]}
            />
            {value.day === "one-day" && (
              <DayField
                id="import-day"
                label="统一的发布日期"
                value={value.oneDay}
                change={(oneDay) => change({ ...value, oneDay })}
              />
            )}
          </Form.Item>
        </Form>
      )}
    </>
  );
}
