import { z } from "zod";
import { day } from "./input-fields.js";
import type { Act, Transition } from "./transition.js";

/** A schema that reads an event by its type, with the input form of the transition that records it. */
export function actReader<State, Body extends Act>(acts: readonly Transition<State, Body>[]): z.ZodType<Body> {
  return z.looseObject({ type: z.string(), on: day }).transform((data, context): Body => {
    const act = acts.find(({ records }) => records === data.type);
    const read = act?.read(data, { on: data.on, today: data.on }) ?? { issues: [{ path: "type", message: "没有这一类记录" }] };
    if ("body" in read) return read.body;
    for (const { path, message } of read.issues) context.addIssue({ code: "custom", path: path.split("."), message });
    return z.NEVER;
  });
}
