import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ServiceMethod } from "../../register/case-event.js";
import { standingEvents } from "../../register/case-file.js";
import { loadCase } from "../../storage/stores/case-store.js";
import { loadIssuedLetter } from "../../storage/stores/issued-letter-store.js";
import type { Actor, Office } from "../office.js";
import { closes } from "./draft-order.js";
import { type Issued, issueLetter } from "./issue-letter.js";
import type { LetterBody, OfCase, StoredLetter } from "./letter-source.js";

/** A service of an issued letter. */
export interface LetterService extends OfCase {
  /** Of the receipt of service; made by whoever asks. */
  readonly id: string;
  readonly version: number;
  /** The issued letter that was served. */
  readonly letter: string;
  /** Left out: today. */
  readonly on?: PlainDate;
  readonly method: ServiceMethod;
  /** 送达凭证: number of the registered letter, signature … */
  readonly proof?: string;
}

/** Records that a letter was served and makes its 送达回证: serving the answer is the service of the case, serving any other letter its own. */
export async function serveLetter(office: Office, actor: Actor, service: LetterService): Promise<Issued> {
  const { id, agencyId, caseId, version, letter, on, method, proof } = service;
  const served = await loadIssuedLetter<LetterBody>(office.database, letter);
  if (served === null || served.caseId !== caseId) throw new AppError("RECORD_UNKNOWN", { id: letter, kind: "文书" });
  const isAnswer = closes(served.letterId);
  const inquiry = await inquiryOf(office, served);
  const input = {
    method,
    ...(on === undefined ? {} : { on }),
    ...(proof === undefined ? {} : { proof }),
    ...(isAnswer ? {} : { letter }),
    ...(inquiry === null ? {} : { inquiry }),
  };
  return issueLetter(office, actor, {
    ...{ id, agencyId, caseId, version },
    order: {
      letterId: "L-DELIVER",
      edits: { texts: {}, withheld: [], attachments: [] },
      servedBy: method,
      step: { transition: isAnswer ? "serve" : "serve-letter", input },
      delivers: letter,
    },
  });
}

/** Letters whose service begins the fifteen working days of whoever is asked (第三十二条、第三十四条). */
const INQUIRIES: ReadonlySet<string> = new Set(["L-3P-ASK", "L-COAUTHOR"]);

/** The act on record by which the addressee was asked; null for other letters, and where the act was taken back. */
async function inquiryOf({ database }: Office, { caseId, letterId, actEventId }: StoredLetter): Promise<string | null> {
  if (!INQUIRIES.has(letterId)) return null;
  const file = await loadCase(database, caseId);
  return standingEvents(file?.events ?? []).find(({ id }) => id === actEventId)?.id ?? null;
}
