import { z } from "zod";
import { type PlainDate, parsePlainDate } from "../law/plain-date.js";

/** A day as "YYYY-MM-DD". */
export const day = z.iso.date().transform((text, context): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: "custom", message: "没有这一天" });
  return z.NEVER;
});

/** A line: a name, a number of a letter. */
export const line = z.string().trim().min(1).max(200);

/** What a person writes in some sentences. */
export const words = z.string().trim().min(1).max(5000);

/** An amount in yuan, to the fen. */
export const yuan = z.number().nonnegative().max(1e9).multipleOf(0.01);
