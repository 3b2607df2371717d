import { z } from "zod";

export const id = z.string().trim().min(1).max(200);
export const agency = z.object({ agencyId: id });
export const item = z.object({ agencyId: id, itemId: id });
export const words = z.string().trim().min(1).max(5000);
/** The version of the item that was read: of two writers one wins, the other is told what changed. */
export const version = z.int().nonnegative();
export const tag = "主动公开";

/** A day in an answer; in what is sent it is read and checked by register/input-fields. */
export const replyDay = z.iso.date();
export const instant = z.string().describe("UTC 时刻，ISO 8601");
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
