import { AppError } from "../../errors.js";
import { caseLetter } from "../../law/letters/letters.js";
import { EVERY_AGENCY } from "../../register/account.js";
import { type DraftStanding, draftStanding, maySign } from "../../register/letters/letter-draft.js";
import type { OfficeRole } from "../../register/office-role.js";
import type { DraftHead } from "../../storage/stores/letter-draft-store.js";
import { namesOf } from "../cases/names-of.js";
import type { Actor, Office } from "../office.js";

/** A draft as a page shows it: what it is, and with whom it lies since when. */
export interface DraftView {
  readonly caseId: string;
  readonly number: string;
  readonly due: string | null;
  readonly letterId: string;
  readonly name: string;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly state: DraftStanding["state"];
  /** Who submitted it or sent it back, by name, and when; while it is being written who saved it last. */
  readonly by: string;
  readonly since: string;
  /** To whom it was given for signature; null: to whoever may sign it. */
  readonly to: string | null;
  /** The role that must sign it, where one must. */
  readonly needs: "head" | null;
  /** Why it was sent back. */
  readonly reason: string | null;
  /** It waits for whoever asks: to be signed, or to be mended. */
  readonly isForMe: boolean;
  /** Whoever asks may sign it or send it back. */
  readonly maySign: boolean;
  /** Whoever asks has submitted it and may take it back. */
  readonly mayTakeBack: boolean;
}

/** Drafts for whoever asks. */
export async function draftViews(
  office: Pick<Office, "database">,
  actor: Actor,
  drafts: readonly DraftHead[],
): Promise<DraftView[]> {
  const standings = drafts.map((draft) => ({ draft, standing: draftStanding(draft.events) }));
  const nameOf = await namesOf(
    office,
    standings.flatMap(({ draft, standing }) => [
      draft.savedBy,
      ...(standing.state === "writing" ? [] : [standing.by, ...(standing.to === null ? [] : [standing.to])]),
    ]),
  );
  return standings.map(({ draft, standing }) => viewOf(actor, { draft, standing, nameOf }));
}

interface Viewed {
  readonly draft: DraftHead;
  readonly standing: DraftStanding;
  readonly nameOf: (id: string) => string;
}

function viewOf(actor: Actor, { draft, standing, nameOf }: Viewed): DraftView {
  const { caseId, number, due, letterId, version, savedAt, savedBy, agencyId } = draft;
  const needs = standing.state === "submitted" ? standing.needs : null;
  const mine = maySign(rolesIn(actor, agencyId), needs);
  const shared = { caseId, number, due, letterId, name: letterName(letterId), version, savedAt, savedBy: nameOf(savedBy), needs };
  switch (standing.state) {
    case "writing":
      return {
        ...{ ...shared, state: "writing", by: nameOf(savedBy), since: savedAt, to: null, reason: null },
        ...{ isForMe: false, maySign: false, mayTakeBack: false },
      };
    case "submitted":
      return {
        ...{ ...shared, state: "submitted", by: nameOf(standing.by), since: standing.at, reason: null },
        to: standing.to === null ? null : nameOf(standing.to),
        // Whoever was named has it on the desk; any other who may sign can do it in their place.
        isForMe: mine && (standing.to === null || standing.to === actor.id),
        ...{ maySign: mine, mayTakeBack: standing.by === actor.id },
      };
    case "returned":
      return {
        ...{ ...shared, state: "returned", by: nameOf(standing.by), since: standing.at, to: nameOf(standing.to) },
        ...{ reason: standing.reason, isForMe: standing.to === actor.id, maySign: false, mayTakeBack: false },
      };
    default:
      return standing satisfies never;
  }
}

/** What somebody is in an agency. */
export function rolesIn({ roles }: Pick<Actor, "roles">, agencyId: string): OfficeRole[] {
  return roles.filter((held) => held.agencyId === agencyId || held.agencyId === EVERY_AGENCY).map(({ role }) => role);
}

export function letterName(letterId: string): string {
  const letter = caseLetter(letterId);
  if (letter === null) throw new AppError("RECORD_UNKNOWN", { id: letterId, kind: "文书" });
  return letter.name;
}
