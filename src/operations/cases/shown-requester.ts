import { masked, maskedAddress } from "../../law/masking/mask.js";
import type { IdentityProof, Requester } from "../../register/info-request.js";
import { recordActivity } from "../../storage/accounts/activity-store.js";
import type { Actor, Office } from "../office.js";
import { CONTACT_LABELS, DOCUMENT_LABELS, kindLabelled, type Labelled } from "./labelled.js";
import { maskedName } from "./masked-name.js";
import { ownCase } from "./own-case.js";
import { demandRole } from "./procedure-right.js";

/** Who asks, as far as the reader may see. */
export interface ShownRequester {
  readonly kind: Labelled;
  readonly name: string;
  /** null: the letter came without it. */
  readonly identity: { readonly document: Labelled; readonly number: string } | null;
  readonly contact: { readonly code: string; readonly label: string; readonly text: string }[];
  readonly representative: string | null;
  readonly isMasked: boolean;
}

type ContactKind = keyof typeof CONTACT_LABELS;
const CONTACTS = Object.keys(CONTACT_LABELS) as ContactKind[]; // the keys of that very table

/** The requester as the page of a case shows it: numbers and addresses covered, the name whole only for who handles the case. */
export function coveredRequester(requester: Requester, seesName: boolean): ShownRequester {
  const { identity, kind, representative } = requester;
  const isPerson = identity?.document !== "credit-code";
  return shown(requester, {
    name: seesName ? requester.name : maskedName(requester),
    number: (number) => (isPerson ? coveredNumber(number) : number),
    representative:
      representative === undefined || seesName ? (representative ?? null) : maskedName({ kind: "natural", name: representative }),
    contact: (code, text) => coveredContact(code, text, kind),
    isMasked: true,
  });
}

/** The requester with nothing covered, for a purpose that is put on record (个人信息保护法 第六条, 第五十一条). */
export async function showRequester(
  office: Office,
  actor: Actor,
  { agencyId, caseId, purpose }: { readonly agencyId: string; readonly caseId: string; readonly purpose: string },
): Promise<ShownRequester> {
  demandRole(actor, agencyId, { role: "registrar", label: "查看申请人身份信息" });
  const { request } = await ownCase(office, agencyId, caseId);
  // On record first: what was shown is never without its entry.
  await recordActivity(office.database, {
    chain: agencyId,
    recordedBy: actor.id,
    kind: "requester-shown",
    subject: caseId,
    body: { purpose },
  });
  const { requester } = request;
  return shown(requester, {
    name: requester.name,
    number: (number) => number,
    representative: requester.representative ?? null,
    contact: (_code, text) => text,
    isMasked: false,
  });
}

interface Covering {
  readonly name: string;
  readonly representative: string | null;
  readonly isMasked: boolean;
  number(text: string): string;
  contact(code: ContactKind, text: string): string;
}

function shown({ kind, identity, contact }: Requester, covering: Covering): ShownRequester {
  return {
    kind: kindLabelled(kind),
    name: covering.name,
    identity: identity === undefined ? null : shownIdentity(identity, covering),
    contact: CONTACTS.flatMap((code) => {
      const text = contact[code];
      return text === undefined ? [] : [{ code, label: CONTACT_LABELS[code], text: covering.contact(code, text) }];
    }),
    representative: covering.representative,
    isMasked: covering.isMasked,
  };
}

function shownIdentity({ document, number }: IdentityProof, covering: Covering): ShownRequester["identity"] {
  return { document: { code: document, label: DOCUMENT_LABELS[document] }, number: covering.number(number) };
}

function coveredContact(code: ContactKind, text: string, kind: Requester["kind"]): string {
  switch (code) {
    case "phone":
    case "fax":
      return /^1\d{10}$/.test(text.replace(/\D/g, "")) ? masked("mobile", text) : masked("landline", text);
    case "email":
      return text.includes("@") ? masked("email", text) : "****";
    case "address":
      return kind === "natural" ? maskedAddress(text) : text;
    case "postcode":
      return text;
    default:
      return code satisfies never;
  }
}

/** The first and the last of a number, so that a clerk can compare it with the paper in hand. */
function coveredNumber(number: string): string {
  const characters = [...number];
  if (characters.length < 9) return "*".repeat(characters.length);
  return characters.map((character, index) => (index < 2 || index >= characters.length - 3 ? character : "*")).join("");
}
