import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { AppError } from "../../errors.js";

/** What a form says. One that is none of ours is a fault of whoever sent it: BODY_UNREADABLE, and no trace in the log. */
export function readBody<Schema extends z.ZodType>(schema: Schema, { body }: FastifyRequest): z.output<Schema> {
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw new AppError("BODY_UNREADABLE", {});
  return read.data;
}
