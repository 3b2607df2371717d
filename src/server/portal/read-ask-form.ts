import type { MultipartFile, MultipartValue } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { REQUESTER_KINDS, type RequesterKind, type WantedForm } from "../../register/info-request.js";
import {
  MOST_ATTACHMENT_MEGABYTES,
  MOST_ATTACHMENTS,
  MOST_SUBMISSION_MEGABYTES,
  type RequestSubmission,
  type SubmittedFile,
} from "../../register/portal/public-request.js";
import { type AskForm, emptyForm } from "../../web/portal/ask-form.js";

/** What somebody sent: the form as it was typed, the files, and what they wanted done with it. */
export interface SentForm {
  readonly form: AskForm;
  readonly files: readonly SubmittedFile[];
  readonly action: "send" | "similar";
  /** A field that people do not see was filled in. */
  readonly isRobot: boolean;
}

const MEGABYTE = 2 ** 20;

/**
 * A little more than may be sent, so that a file too large and one too many come to `submissionFaults`, which says so beside what was
 * typed: whoever has a phone and no script would otherwise type it all again. Beyond that nothing is read.
 */
const READ = {
  limits: { files: MOST_ATTACHMENTS * 4, fileSize: MOST_ATTACHMENT_MEGABYTES * MEGABYTE + 1 },
  throwFileSizeLimit: false,
} as const;

/** Reads the form and its files, and keeps no more of them than shows what is wrong. */
export async function readAskForm(request: FastifyRequest): Promise<SentForm> {
  const typed = new Map<string, string>();
  const files: SubmittedFile[] = [];
  let kept = 0;
  for await (const part of request.parts(READ)) {
    if (isFile(part)) {
      const bytes = await part.toBuffer();
      if (part.filename === "" || files.length > MOST_ATTACHMENTS || kept > MOST_SUBMISSION_MEGABYTES * MEGABYTE) continue;
      kept += bytes.length;
      files.push({ name: part.filename, bytes: new Uint8Array(bytes) });
    } else if (typeof part.value === "string") typed.set(part.fieldname, part.value);
  }
  const blank = emptyForm(typed.get("formToken") ?? "");
  const text = (name: keyof AskForm) => typed.get(name) ?? "";
  const kind = REQUESTER_KINDS.find((one) => one === typed.get("kind")) ?? "";
  return {
    form: {
      ...blank,
      kind,
      ...{ name: text("name"), document: text("document"), identity: text("identity"), representative: text("representative") },
      ...{ phone: text("phone"), email: text("email"), fax: text("fax"), address: text("address"), postcode: text("postcode") },
      description: text("description").replaceAll("\r\n", "\n"),
      medium: text("medium") as WantedForm["medium"] | "", // submissionFaults refuses any other
      delivery: text("delivery") as WantedForm["delivery"] | "", // likewise
    },
    files,
    action: typed.get("action") === "similar" ? "similar" : "send",
    isRobot: (typed.get("website") ?? "") !== "",
  };
}

function isFile(part: MultipartFile | MultipartValue): part is MultipartFile {
  return part.type === "file";
}

/** The form as the site takes it: what was left empty is left out. */
export function submissionOf(agencyId: string, form: AskForm, attachments: readonly SubmittedFile[]): RequestSubmission {
  const { formToken, kind, name, document, identity, representative, description, medium, delivery } = form;
  const contact = Object.fromEntries(
    (["phone", "email", "fax", "address", "postcode"] as const).flatMap((field) =>
      form[field].trim() === "" ? [] : [[field, form[field].trim()]],
    ),
  );
  return {
    agencyId,
    formToken,
    requester: {
      kind: kind as RequesterKind, // submissionFaults refuses an empty one
      name: name.trim(),
      identity: { document: document as RequestSubmission["requester"]["identity"]["document"], number: identity.trim() }, // likewise
      contact,
      ...(representative.trim() !== "" && { representative: representative.trim() }),
    },
    description: description.trim(),
    wantedForm: { medium: medium as WantedForm["medium"], delivery: delivery as WantedForm["delivery"] }, // likewise
    attachments,
  };
}
