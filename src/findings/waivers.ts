import { z } from "zod";

/** What a person decided about a finding: `accepted` = it is right and will be mended; `waived` = it need not be. */
const decisionSchema = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/, "fingerprint 应为 16 位十六进制数"),
  decision: z.enum(["accepted", "waived"]),
  reason: z.string().trim().min(1, "reason 不能为空"),
  by: z.string().optional(),
  on: z.iso.date().optional(),
});

const waiversSchema = z.object({ version: z.literal(1), decisions: z.array(decisionSchema) });

export type Decision = z.infer<typeof decisionSchema>;

/** Decisions by fingerprint. */
export type Waivers = ReadonlyMap<string, Decision>;

export const NO_WAIVERS: Waivers = new Map();

/** Reads the text of a waivers file; gives the decisions, or a Chinese sentence that says what is wrong with it. */
export function parseWaivers(text: string): { readonly waivers: Waivers } | { readonly fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "不是有效的 JSON" };
  }
  const parsed = waiversSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { fault: issue ? `${issue.path.join(".") || "文件"}：${issue.message}` : "结构不符" };
  }
  return { waivers: new Map(parsed.data.decisions.map((decision) => [decision.fingerprint, decision])) };
}
