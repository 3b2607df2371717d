import { z } from "zod";
import { AppError } from "../../errors.js";
import { chineseInput } from "../../register/chinese-input.js";

/** A fault in what was sent, with the field it is in. */
export interface FieldFault {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/** What came in, as its schema reads it; throws INPUT_INVALID with every field that is wrong. */
export function readInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given, { error: chineseInput });
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }): FieldFault => {
    const field = path.map(String).join(".");
    return { field, label: labelOf(schema, path) ?? field, message };
  });
  const fields = [...new Map(faults.map((one) => [one.field, one])).values()]
    .slice(0, 5)
    .map(({ label, message }) => (label === "" ? message : `${label}（${message}）`))
    .join("；");
  throw new AppError("INPUT_INVALID", { fields }, { details: faults });
}

/** What a person calls the field: the title its schema bears, or the innermost one above it. */
function labelOf(schema: z.ZodType, path: readonly PropertyKey[]): string | null {
  let label: string | null = null;
  let at: unknown = schema;
  for (const step of path) {
    at = inside(unwrapped(at), step);
    if (!(at instanceof z.ZodType)) break;
    label = titleOf(at) ?? label;
  }
  return label;
}

function titleOf(schema: z.ZodType): string | null {
  for (let at: unknown = schema; at instanceof z.ZodType; at = innerOf(at)) {
    const title = at.meta()?.title;
    if (typeof title === "string") return title;
  }
  return null;
}

function unwrapped(schema: unknown): unknown {
  let at = schema;
  for (let inner = innerOf(at); inner !== null; inner = innerOf(at)) at = inner;
  return at;
}

/** The schema an optional, defaulted or piped one stands for. */
function innerOf(schema: unknown): z.ZodType | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return schema.unwrap() as z.ZodType; // its types name the smaller interface of the core
  }
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType; // see above
  return null;
}

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}
