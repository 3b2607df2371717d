import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../../register/hash-chain.js";
import { REQUESTER_KINDS } from "../../register/info-request.js";
import type { RequestSubmission } from "../../register/portal/public-request.js";

/** What is sealed: the whole form with its files. Nothing of it lies beside the seal but the agency and the receipt's number. */
export type SubmissionContent = Omit<RequestSubmission, "formToken">;

const headSchema = z.strictObject({
  version: z.literal(1),
  agencyId: z.string(),
  requester: z.strictObject({
    kind: z.enum(REQUESTER_KINDS),
    name: z.string(),
    identity: z.strictObject({ document: z.enum(["id-card", "passport", "credit-code", "other"]), number: z.string() }),
    contact: z.strictObject({
      phone: z.string().optional(),
      email: z.string().optional(),
      fax: z.string().optional(),
      address: z.string().optional(),
      postcode: z.string().optional(),
    }),
    representative: z.string().optional(),
  }),
  description: z.string(),
  wantedForm: z.strictObject({
    medium: z.enum(["paper", "electronic", "inspection", "other"]),
    delivery: z.enum(["post", "email", "collect", "online", "fax"]),
  }),
  files: z.array(z.strictObject({ name: z.string(), size: z.int().min(1), sha256: z.string() })).max(50),
});

/** A form as bytes: length of the head, the head as JSON, the files one behind the other. */
export function submissionBytes({ agencyId, requester, description, wantedForm, attachments }: SubmissionContent): Buffer {
  const files = attachments.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) }));
  const head = Buffer.from(canonicalJson({ version: 1, agencyId, requester, description, wantedForm, files }), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...attachments.map(({ bytes }) => bytes)]);
}

/** The form again, or what is wrong with the bytes: whoever holds the public key can seal anything. */
export function submissionFrom(bytes: Buffer): SubmissionContent | { readonly fault: string } {
  if (bytes.length < 4 || bytes.readUInt32BE() > bytes.length - 4) return { fault: "内容不完整" };
  const end = 4 + bytes.readUInt32BE();
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString("utf8", 4, end));
  } catch {
    return { fault: "内容不能读取" };
  }
  const parsed = headSchema.safeParse(json);
  if (!parsed.success) return { fault: `内容不符合格式（${parsed.error.issues[0]?.path.join(".") ?? ""}）` };
  const { files, version: _version, requester, ...rest } = parsed.data;
  const attachments: { name: string; bytes: Uint8Array }[] = [];
  let at = end;
  for (const { name, size, sha256: expected } of files) {
    const part = bytes.subarray(at, at + size);
    if (part.length !== size || sha256(part) !== expected) return { fault: `附件“${name}”不完整` };
    attachments.push({ name, bytes: part });
    at += size;
  }
  if (at !== bytes.length) return { fault: "内容后面还有多余的数据" };
  // zod gives optional fields as "may be undefined"; JSON has no undefined, so they are absent.
  return { ...rest, requester: requester as SubmissionContent["requester"], attachments };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
