import { AppError } from "../../errors.js";
import { readIdCard } from "../../law/identifiers/id-card.js";
import { type PlainDate, yearOf } from "../../law/plain-date.js";
import type { LawOfDays } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import type { InfoRequest } from "../../register/info-request.js";
import { addNewCase } from "../../storage/stores/add-new-case.js";
import { addCases, loadCasesById } from "../../storage/stores/case-store.js";
import { freshNumber, nextRequestNumber, numberRequests } from "../../storage/stores/request-number-store.js";
import { type Writing, write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type CaseRow, rowOfFile } from "./case-row.js";
import { numberScheme } from "./number-scheme.js";
import { lawOf } from "./own-case.js";
import { demandRole } from "./procedure-right.js";
import { prospectiveDue, type Registration, type RequesterGiven, registrationEvents, requesterOf } from "./registration.js";
import { registrationWarnings, type Warning } from "./registration-warnings.js";

export interface Registered {
  readonly cases: CaseRow[];
  readonly warnings: Warning[];
}

/**
 * Registers a letter: each piece gets a number of the year and a file with the receipt in it. Sent twice with the same ids it is written
 * once. Throws REQUEST_NUMBER_TAKEN for a number given by hand that another case has.
 */
export async function registerRequest(
  office: Office,
  actor: Actor,
  agencyId: string,
  registration: Registration,
): Promise<Registered> {
  demandRole(actor, agencyId, { role: registration.handler === undefined ? "registrar" : "handler", label: "登记申请" });
  const [scheme, law, warnings] = await Promise.all([
    numberScheme(office, agencyId),
    lawOf(office, agencyId),
    registrationWarnings(office, { ...registration, agencyId, requests: requestsOf(agencyId, registration) }),
  ]);
  const files = await write(office.database, { chain: agencyId, recordedBy: actor.id }, (writing) =>
    addRegistration(office, writing, registration, { scheme, law, isLast: true }),
  );
  return { cases: files.map((file) => rowOfFile(office, actor, file, law)), warnings };
}

/** How an agency registers. */
export interface Registering {
  readonly scheme: string;
  /** Left out: as the agency has set it, read in the transaction. */
  readonly law?: LawOfDays;
  /** Nothing else is written in the transaction, and nobody reads in it what was registered. */
  readonly isLast?: boolean;
}

/** The same inside a transaction: the portal hands a letter over and takes it off its list at once. */
export async function addRegistration(
  office: Office,
  writing: Writing,
  registration: Registration,
  { scheme, law, isLast = false }: Registering,
): Promise<CaseFile[]> {
  const { pieces, arrivedOn, letterId } = registration;
  const ids = pieces.map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new AppError("RECORD_ID_REUSED", { id: ids.find((id, at) => ids.indexOf(id) !== at) ?? "" });
  const year = yearOf(arrivedOn);
  const day = {
    today: todayIn(office),
    law: law ?? (await lawOf({ ...office, database: { ...office.database, db: writing.trx } }, writing.chain)),
  };
  const casesOf = (numbers: ReadonlyMap<string, string>) =>
    requestsOf(writing.chain, registration).map((asked) => {
      const request = { ...asked, number: numbers.get(asked.id) ?? "" };
      return { request, events: registrationEvents(request, registration, day) };
    });
  const [only, ...others] = pieces;
  if (isLast && only !== undefined && only.number === undefined && others.length === 0) {
    const number = await freshNumber(writing, { caseId: only.id, letterId, year }, scheme);
    const [fresh] = number === null ? [] : casesOf(new Map([[only.id, number]]));
    if (fresh !== undefined) return addNewCase(writing, fresh);
  }
  const there = await loadCasesById({ ...office.database, db: writing.trx }, ids);
  if (there.size > 0) return sentAgain(there, ids, { letterId, agencyId: writing.chain });
  const numbers = await numberRequests(
    writing,
    pieces.map(({ id, number }) => ({ caseId: id, year, number })),
    scheme,
  );
  return addCases(writing, casesOf(numbers));
}

function sentAgain(
  there: ReadonlyMap<string, CaseFile>,
  ids: readonly string[],
  { letterId, agencyId }: { readonly letterId: string; readonly agencyId: string },
): CaseFile[] {
  return ids.map((id) => {
    const file = there.get(id);
    // Some of them there and others not, or of another letter: these are other requests.
    if (file?.request.letterId !== letterId || file.request.agencyId !== agencyId) throw new AppError("RECORD_ID_REUSED", { id });
    return file;
  });
}

function requestsOf(
  agencyId: string,
  registration: Pick<Registration, "letterId" | "channel" | "arrivedOn" | "requester" | "wantedForm" | "pieces">,
): InfoRequest[] {
  const { letterId, channel, arrivedOn, wantedForm, pieces } = registration;
  const requester = requesterOf(registration.requester);
  return pieces.map(({ id, description, number = "" }) => ({
    id,
    agencyId,
    letterId,
    number,
    channel,
    arrivedOn,
    requester,
    description,
    wantedForm,
  }));
}

/** What a registration form may hold while it is filled in. */
export type RegistrationSoFar = { readonly [Key in keyof Omit<Registration, "requester">]?: Registration[Key] | undefined } & {
  /** Of whom the name may not be typed yet. */
  readonly requester?: (Omit<RequesterGiven, "name"> & { readonly name?: string | undefined }) | undefined;
};

export interface RegistrationCheck {
  /** The day it is in the office. */
  readonly today: PlainDate;
  readonly warnings: Warning[];
  readonly nextNumber: string;
  readonly due: PlainDate | null;
  readonly bornOn: PlainDate | null;
}

const UNKNOWN: Registration["requester"] = {
  kind: "natural",
  name: "",
  contact: {},
};

/** Looks at a form before it is sent: numbers, the same person, the same matter, the number and the last day it would get. */
export async function checkRegistration(office: Office, agencyId: string, soFar: RegistrationSoFar): Promise<RegistrationCheck> {
  const today = todayIn(office);
  const { arrivedOn = today, channel = "in_person", pieces = [], letterId = "(new)" } = soFar;
  const requester = soFar.requester && { ...soFar.requester, name: soFar.requester.name ?? "" };
  const wantedForm = soFar.wantedForm ?? { medium: "paper", delivery: "collect" };
  const requests = requestsOf(agencyId, { letterId, channel, arrivedOn, requester: requester ?? UNKNOWN, wantedForm, pieces });
  const [probe] = requestsOf(agencyId, {
    ...{ letterId, channel, arrivedOn, requester: requester ?? UNKNOWN, wantedForm },
    pieces: [{ id: "(new)", description: "" }],
  });
  const scheme = await numberScheme(office, agencyId);
  const identity = requester?.identity;
  return {
    today,
    warnings: await registrationWarnings(office, {
      agencyId,
      arrivedOn: soFar.arrivedOn,
      requester,
      wantedForm: soFar.wantedForm,
      requests,
    }),
    nextNumber: await nextRequestNumber({ trx: office.database.db, chain: agencyId }, yearOf(arrivedOn), scheme),
    due: probe === undefined ? null : prospectiveDue(probe, soFar.confirmedOn, await lawOf(office, agencyId)),
    bornOn: identity?.document === "id-card" ? readIdCard(identity.number, today).bornOn : null,
  };
}
