import { z } from "zod";

export const id = z.string().trim().min(1).max(200);
export const agency = z.object({ agencyId: id });
export const item = z.object({ agencyId: id, itemId: id });
export const words = z.string().trim().min(1).max(5000);
/** The version of the item that was read: of two writers one wins, the other is told what changed. */
export const version = z.int().nonnegative();
export const tag = "主动公开";
