import { fillMessage } from "../../document/message.js";
import { citationText } from "../../law/citation.js";
import type { PlainDate } from "../../law/plain-date.js";
import { PUBLICATION_CHANNEL_LABELS } from "../../law/publication/channels.js";
import type { PublicationDue } from "../../law/publication/publication-clock.js";
import { validityMark } from "../../law/publication/validity.js";
import { missingIn } from "../../register/publishing/item-content.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { possibleItemTransitions } from "../../register/publishing/item-procedure.js";
import { ITEM_STATES, type ItemState, itemState, lastRound, openHits, stepInTurn } from "../../register/publishing/item-state.js";
import { itemPath, RELATION_LABELS } from "../../register/publishing/published-item.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import type { ReviewStep } from "../../register/publishing/review-chain.js";
import type { ScreeningHit } from "../../register/publishing/screening-hit.js";
import type { Signature } from "../../register/publishing/signature.js";
import { mayNotSign, SIGNING_REFUSALS } from "../../register/publishing/signing.js";
import { itemOf } from "../../storage/stores/item-store.js";
import { summariesByIds } from "../../storage/stores/item-summary-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { isInterpreted, linksOf } from "./compose-snapshot.js";
import { hitView } from "./hit-view.js";
import { historyOf } from "./item-history.js";
import { itemDues } from "./item-standing.js";
import { listSigners } from "./list-signers.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { signatureOf, unknownItem } from "./take-item-step.js";

/** Everything about an item: what it says, where it stands, what may be done and why not, its days, its review, its history. */
export type ItemView = Awaited<ReturnType<typeof itemView>>;

/** An item of an agency with everything its page shows. */
export async function readItem(
  office: Office,
  actor: Actor,
  { agencyId, itemId }: { readonly agencyId: string; readonly itemId: string },
): Promise<ItemView> {
  const item = await itemOf(office.database.db, itemId);
  if (item === null || item.agencyId !== agencyId) throw unknownItem(itemId);
  return itemView(office, actor, item);
}

/** The same of an item that was just read. `found` are hits with what stands there, straight from a screening. */
export async function itemView(office: Office, actor: Actor, item: InformationItem, found: readonly ScreeningHit[] = []) {
  const state = itemState(item);
  const { content } = state;
  if (content === null) throw unknownItem(item.id);
  const reading = office.database;
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(reading, item.agencyId, today);
  const dues = itemDues(state, { calendar: office.calendar, settings }, await isInterpreted(reading, item, state));
  const dueView = (due: PublicationDue | null) => (due === null ? null : viewOfDue(due, office, today));
  const excerpts = new Map(found.map(({ id, excerpt }) => [id, excerpt]));
  const { publication, screening } = state;
  return {
    id: item.id,
    agencyId: item.agencyId,
    version: item.version,
    state: state.name,
    stateLabel: ITEM_STATES[state.name],
    isSample: item.isSample,
    content,
    revision: state.revision,
    publication: publication === null ? null : { ...publication, path: itemPath(item.id) },
    scheduledFor: state.scheduledFor,
    missing: [...(content.attribute === null ? ["公开属性"] : []), ...missingIn(content)],
    dues: { publish: dueView(dues.publish), interpret: dueView(dues.interpret), reassess: dueView(dues.reassess) },
    steps: possibleItemTransitions(item, today)
      .filter(({ transition }) => !INSIDE.has(transition.id))
      .map(({ transition: { id, label, basis }, why }) => ({
        ...{ id, label, basis: basis.map(citationText).join("；"), why: why?.message ?? null },
      })),
    review: reviewView(
      state,
      signatureOf(actor, item.agencyId),
      stepInTurn(state) === null ? [] : await listSigners(office, item.agencyId),
    ),
    screening: {
      isCurrent: screening !== null && screening.revision === state.revision,
      open: openHits(state)?.length ?? 0,
      hits: (screening?.hits ?? []).map((hit) => hitView(hit, content, excerpts.get(hit.id) ?? null)),
    },
    links: await linkViews(office, item, state),
    channels: state.channels.map((one) => ({ ...one, label: PUBLICATION_CHANNEL_LABELS[one.channel] })),
    validity: validityView(state, settings),
    history: historyOf(item),
  };
}

/** Steps that begin an item: a form of an item that is there never offers them. */
const INSIDE: ReadonlySet<string> = new Set(["draft-item", "import-item"]);

function viewOfDue(
  { due, from, workingDays, isSettled, basis, certainty, spans }: PublicationDue,
  { calendar }: Office,
  today: PlainDate,
) {
  return {
    ...{ due, from, workingDays, isSettled, certainty },
    basis: citationText(basis),
    left: due >= today ? calendar.workingDaysAfter(today, due) : -calendar.workingDaysAfter(due, today),
    derivation: spans.map(({ from: first, to, workingDays: worked, why, basis: written, kind }) => ({
      ...{ from: first, to: to ?? due, workingDays: worked, why, basis: written, counts: kind === "counted" },
    })),
  };
}

function reviewView(state: ItemState, asking: Signature, signers: readonly Signature[]) {
  const round = lastRound(state);
  if (round === null) return null;
  const turn = stepInTurn(state);
  const barred = (step: ReviewStep, by: Signature) =>
    mayNotSign({ round, turn: step, authors: state.authors }, { stepId: step.id, by });
  const done = new Set(round.signed.flatMap(({ stepId, verdict }) => (verdict === "approve" ? [stepId] : [])));
  const waitsFor = (step: ReviewStep) => (done.has(step.id) ? [] : signers.filter((by) => barred(step, by) === null));
  const whyNot = turn === null ? null : barred(turn, asking);
  return {
    chain: round.chain.steps.map((step) => ({
      ...step,
      signed: round.signed.filter(({ stepId }) => stepId === step.id),
      isTurn: turn?.id === step.id,
      waitsFor: waitsFor(step).map(({ id, name }) => ({ id, name })),
    })),
    outcome: round.outcome,
    isOnePersonOneStep: round.chain.isOnePersonOneStep,
    submittedOn: round.submittedOn,
    submittedBy: round.submittedBy,
    round: state.rounds.length,
    whyNotYou: whyNot === null ? null : fillMessage(SIGNING_REFUSALS[whyNot.refusalId], whyNot.data),
  };
}

async function linkViews({ database }: Office, item: InformationItem, state: ItemState) {
  const links = await linksOf(database, item, state);
  const others = await summariesByIds(
    database.db,
    links.map(({ itemId }) => itemId),
  );
  const byId = new Map(others.map((other) => [other.item_id, other]));
  return links.map(({ relation, itemId }) => {
    const other = byId.get(itemId);
    // A draft of another agency is not shown here.
    const isShown = other !== undefined && (other.is_public || other.agency_id === item.agencyId);
    return {
      relation,
      label: RELATION_LABELS[relation],
      itemId,
      title: isShown ? other.title : itemId,
      isPublic: other?.is_public ?? false,
    };
  });
}

function validityView({ validity }: ItemState, { validityMarks }: PublishingSettings) {
  if (validity === null) return null;
  const { mark, from, authority } = validity;
  return { mark, label: validityMark(mark, validityMarks)?.name ?? mark, from, authority };
}
