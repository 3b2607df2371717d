import { EVERY_AGENCY } from "../../register/account.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import type { Actor, Office } from "../office.js";
import { recordActivity } from "./record-activity.js";

/** What somebody tried and may not do. No personal data: neither what was sent nor which record was asked for. */
export interface RefusedCall {
  /** The id of the route, and what it does. */
  readonly route: string;
  readonly doing: string;
  /** The label of the right that is missing. */
  readonly right: string;
  /** The agency aimed at; null where the route names none. */
  readonly agencyId: string | null;
}

const MINUTE = 60_000;
/** Different refusals of one account that are told one by one within a minute. */
const MOST_TOLD = 20;
/** Refusals of as many accounts and kinds are counted at once; it bounds the memory, not the trail. */
const MOST_COUNTED = 10_000;

interface Counted {
  readonly actor: Actor;
  readonly call: RefusedCall;
  readonly since: number;
  times: number;
}

/** Stands for all that one account is refused beyond what is told one by one. */
const MORE: RefusedCall = { route: "", doing: "其他接口", right: "", agencyId: null };

/**
 * Puts refused calls into the audit trail (GB/T 22239—2019 安全审计), so that nobody can flood it: the first of a kind within a minute is
 * one entry, all that follow within it are one more with their number, and an account has a score of kinds a minute.
 */
export class RefusedCalls {
  readonly #office: Office;
  readonly #counted = new Map<string, Counted>();

  constructor(office: Office) {
    this.#office = office;
  }

  async add(actor: Actor, call: RefusedCall): Promise<void> {
    const now = this.#office.now().getTime();
    await this.tell(now - MINUTE);
    const known = this.#counted.get(keyOf(actor, call)) ?? this.#counted.get(keyOf(actor, MORE));
    if (known !== undefined) {
      known.times++;
      return;
    }
    if (this.#counted.size >= MOST_COUNTED) return;
    const own = [...this.#counted.values()].filter(({ actor: { id } }) => id === actor.id);
    const told = own.length < MOST_TOLD ? call : MORE;
    this.#counted.set(keyOf(actor, told), { actor, call: told, since: now, times: 0 });
    await this.#record(actor, told, null);
  }

  /** Writes down how often what was refused before an instant was tried again within its minute. */
  async tell(until = Number.POSITIVE_INFINITY): Promise<void> {
    const over = [...this.#counted].filter(([, { since }]) => since <= until);
    // Taken out before anything is awaited: two who tell at once do not tell the same.
    for (const [key] of over) this.#counted.delete(key);
    for (const [, { actor, call, times }] of over) if (times > 0) await this.#record(actor, call, times);
  }

  async #record(actor: Actor, { route, doing, right, agencyId }: RefusedCall, again: number | null): Promise<void> {
    const isOne = agencyId !== null && agencyId !== EVERY_AGENCY;
    const agency = isOne ? await loadAgency(this.#office.database, agencyId) : null;
    await recordActivity(this.#office, actor, {
      kind: "access-refused",
      // What is no id of an agency could be anything somebody typed.
      subject: agency === null ? "" : agency.agency.id,
      ...(agency !== null && { agencyId: agency.agency.id }),
      body: {
        ...{ doing, ...(route !== "" && { route }), ...(right !== "" && { right }) },
        ...(isOne && { agency: agency?.agency.names.at(-1)?.value ?? "（没有这个机关）" }),
        ...(again !== null && { again }),
      },
    });
  }
}

const keyOf = ({ id }: Actor, { route, agencyId }: RefusedCall): string => JSON.stringify([id, route, agencyId]);
