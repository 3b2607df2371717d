import { z } from "zod";

/** What is answered when a request cannot be served (RFC 9457), with our code and a sentence to show. */
export const problem = z
  .object({
    type: z.string().describe("错误说明的地址"),
    title: z.string().describe("错误编号的名称"),
    status: z.number().int(),
    code: z.string().describe("错误编号，见 docs/errors.md，不会改名"),
    detail: z.string().describe("可以直接显示的一句话，说明怎么办"),
    details: z.unknown().describe("更多内容：哪些字段不对、期间有何变化；没有时为 null"),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problem>;
