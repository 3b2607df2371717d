import type { Channel, IdentityProof, RequesterKind } from "../../register/info-request.js";
import type { FormFault } from "../components/form-faults.js";

/** A registration as it is typed: everything is text until it is sent. */
export interface Registration {
  readonly letterId: string;
  readonly channel: Channel;
  readonly arrivedOn: string;
  readonly confirmedOn: string;
  readonly kind: RequesterKind;
  readonly name: string;
  readonly document: IdentityProof["document"];
  readonly identity: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly postcode: string;
  readonly representative: string;
  readonly pieces: readonly { readonly id: string; readonly description: string }[];
  readonly medium: string;
  readonly delivery: string;
  readonly handler: string;
  readonly reason: string;
}

interface Ids {
  readonly letterId: string;
  readonly pieceId: (at: number) => string;
}

/** What is sent of it: what was left empty is left out, never sent as "". */
export function registrationOf(draft: Registration, { letterId, pieceId }: Ids) {
  const given = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(fields).flatMap(([name, text]) => (text.trim() === "" ? [] : [[name, text.trim()]])));
  const { channel, arrivedOn, confirmedOn, kind, name, document, identity, phone, email, address, postcode, representative } =
    draft;
  const pieces = draft.pieces.flatMap(({ description }, at) =>
    description.trim() === "" ? [] : [{ id: pieceId(at), description: description.trim() }],
  );
  const isKnown = name.trim() !== "" || identity.trim() !== "";
  return {
    letterId,
    channel,
    ...given({ arrivedOn, confirmedOn, handler: draft.handler, reason: draft.reason }),
    ...(isKnown && {
      requester: {
        kind,
        ...(identity.trim() !== "" && { identity: { document, number: identity.trim() } }),
        contact: given({ phone, email, address, postcode }),
        ...given({ name, representative }),
      },
    }),
    wantedForm: { medium: draft.medium, delivery: draft.delivery },
    ...(pieces.length > 0 && { pieces }),
  };
}

/** A part of the form: what is filled in so far, and how it is changed. */
export interface RegistrationPart {
  readonly draft: Registration;
  readonly set: (change: Partial<Registration>) => void;
  /** What it was not registered for, once somebody tried. */
  readonly faults: readonly FormFault[];
}

/** The form before anything is filled in. */
export const NOTHING_REGISTERED: Registration = {
  letterId: "",
  channel: "registered_mail",
  /** Empty: today, as the office counts it. */
  arrivedOn: "",
  confirmedOn: "",
  kind: "natural",
  name: "",
  document: "id-card",
  identity: "",
  phone: "",
  email: "",
  address: "",
  postcode: "",
  representative: "",
  pieces: [{ id: "", description: "" }],
  medium: "paper",
  delivery: "post",
  handler: "",
  reason: "",
};
