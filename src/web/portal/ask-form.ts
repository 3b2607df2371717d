import type { RequesterKind, WantedForm } from "../../register/info-request.js";

/** The request as it is typed: everything is text until it is sent, and comes back as it was when something is missing. */
export interface AskForm {
  readonly formToken: string;
  readonly kind: RequesterKind | "";
  readonly name: string;
  readonly document: string;
  readonly identity: string;
  readonly representative: string;
  readonly phone: string;
  readonly email: string;
  readonly fax: string;
  readonly address: string;
  readonly postcode: string;
  readonly description: string;
  readonly medium: WantedForm["medium"] | "";
  readonly delivery: WantedForm["delivery"] | "";
}

/** The names of the form's fields, by the places in which faults are told (register/portal/submission-faults). */
export const FIELD_OF_FAULT: ReadonlyMap<string, keyof AskForm | "attachments" | "contact"> = new Map([
  ["requester.kind", "kind"],
  ["requester.name", "name"],
  ["requester.identity.document", "document"],
  ["requester.identity.number", "identity"],
  ["requester.representative", "representative"],
  ["requester.contact", "contact"],
  ["requester.contact.phone", "phone"],
  ["requester.contact.email", "email"],
  ["requester.contact.fax", "fax"],
  ["requester.contact.address", "address"],
  ["requester.contact.postcode", "postcode"],
  ["description", "description"],
  ["wantedForm.medium", "medium"],
  ["wantedForm.delivery", "delivery"],
]);

/** From the top of the page to its end. */
export const FIELDS_IN_ORDER: readonly string[] = [
  ...["description", "medium", "delivery", "kind", "name", "document", "identity", "representative"],
  ...["contact", "phone", "email", "address", "postcode", "fax", "attachments"],
];

export function emptyForm(formToken: string): AskForm {
  return {
    ...{ formToken, kind: "natural", name: "", document: "id-card", identity: "", representative: "" },
    ...{ phone: "", email: "", fax: "", address: "", postcode: "", description: "", medium: "electronic", delivery: "email" },
  };
}
