import type { PlainDate } from "../../law/plain-date.js";
import type { PublicationChannel } from "../../law/publication/channels.js";
import type { ItemContent } from "./item-content.js";
import type { InformationItem, ItemEventBody, LinkRelation, ReviewVerdict } from "./item-event.js";
import type { Tombstone } from "./published-item.js";
import type { ReviewChain, ReviewStep } from "./review-chain.js";
import type { RecordedHit } from "./screening-hit.js";
import type { SecrecyForm } from "./secrecy-form.js";
import type { Signature } from "./signature.js";

/** The states of an item, as people read them. */
export const ITEM_STATES = {
  none: "未登记",
  drafting: "拟稿中",
  "in-review": "审核中",
  "on-hold": "暂缓",
  returned: "已退回",
  refused: "不予发布",
  approved: "待公开",
  scheduled: "定时公开",
  published: "已公开",
  kept: "审定不公开",
  withdrawn: "已撤回",
} as const;
export type ItemStateName = keyof typeof ITEM_STATES;

/** A hit with what a person said of it; null: nobody has looked yet. */
export interface ScreenedHit extends RecordedHit {
  readonly cleared: { readonly by: Signature; readonly on: PlainDate; readonly why: string } | null;
}

/** A step of a round that somebody signed. */
export interface SignedStep {
  readonly stepId: string;
  readonly on: PlainDate;
  readonly by: Signature;
  readonly verdict: ReviewVerdict;
  readonly opinion: string | null;
  readonly checked: readonly string[];
  readonly referredTo: string | null;
  /** Of the secrecy review. */
  readonly form: SecrecyForm | null;
}

/** One way through the chain: from being submitted until it is approved, returned or refused. */
export interface ReviewRound {
  readonly chain: ReviewChain;
  readonly revision: number;
  readonly submittedOn: PlainDate;
  readonly submittedBy: Signature;
  readonly signed: readonly SignedStep[];
  readonly outcome: "open" | "approved" | "returned" | "refused" | "recalled";
}

/** What the public sees, or saw. */
export interface Publication {
  readonly indexNumber: string;
  readonly content: ItemContent;
  readonly revision: number;
  /** When it was first published, and when this version was. */
  readonly publishedAt: string;
  readonly revisedAt: string;
  readonly tombstone: Tombstone | null;
}

export interface ItemLink {
  readonly relation: LinkRelation;
  readonly targetId: string;
}

export interface ChannelRecord {
  readonly channel: PublicationChannel;
  readonly publishedOn: PlainDate;
  readonly where: string | null;
}

/** What the events of an item amount to. */
export interface ItemState {
  readonly name: ItemStateName;
  readonly content: ItemContent | null;
  /** 1, 2, 3 … with each draft and revision. */
  readonly revision: number;
  readonly revisedOn: PlainDate | null;
  /** Who wrote the text as it stands, or a part of it, since it was last published: none of them may review it. */
  readonly authors: readonly string[];
  readonly screening: { readonly revision: number; readonly hits: readonly ScreenedHit[] } | null;
  /** The last round is the one that counts. */
  readonly rounds: readonly ReviewRound[];
  readonly scheduledFor: string | null;
  readonly publication: Publication | null;
  readonly formerAddress: string | null;
  readonly links: readonly ItemLink[];
  readonly channels: readonly ChannelRecord[];
  readonly validity: {
    readonly mark: string;
    readonly from: PlainDate;
    readonly authority: string;
    readonly ends: boolean;
  } | null;
  /** The day it was last decided not to publish it. */
  readonly assessedOn: PlainDate | null;
}

/** An item of which nothing is recorded yet. */
export const NO_ITEM: ItemState = {
  name: "none",
  content: null,
  revision: 0,
  revisedOn: null,
  authors: [],
  screening: null,
  rounds: [],
  scheduledFor: null,
  publication: null,
  formerAddress: null,
  links: [],
  channels: [],
  validity: null,
  assessedOn: null,
};

/** The state of an item as its events give it; with `asOf`, as it was known at that instant. */
export function itemState({ events }: Pick<InformationItem, "events">, asOf?: string): ItemState {
  return events
    .filter(({ recordedAt }) => asOf === undefined || recordedAt <= asOf)
    .reduce((state, { body }) => afterItemEvent(state, body), NO_ITEM);
}

/** The round that is under way, or the last one. */
export function lastRound({ rounds }: Pick<ItemState, "rounds">): ReviewRound | null {
  return rounds.at(-1) ?? null;
}

/** The step whose turn it is; null when no round is under way. */
export function stepInTurn(state: Pick<ItemState, "rounds">): ReviewStep | null {
  const round = lastRound(state);
  if (round === null || round.outcome !== "open") return null;
  const done = new Set(round.signed.flatMap(({ stepId, verdict }) => (verdict === "approve" ? [stepId] : [])));
  return round.chain.steps.find(({ id }) => !done.has(id)) ?? null;
}

/** Hits nobody has looked at yet; null when the text as it stands was not screened. */
export function openHits({ screening, revision }: Pick<ItemState, "screening" | "revision">): readonly ScreenedHit[] | null {
  if (screening === null || screening.revision !== revision) return null;
  return screening.hits.filter(({ cleared }) => cleared === null);
}

/** Whether the public can read it now. */
export function isPublic({ publication }: Pick<ItemState, "publication">): boolean {
  return publication !== null && publication.tombstone === null;
}

/** The state after one more event. */
export function afterItemEvent(state: ItemState, body: ItemEventBody): ItemState {
  switch (body.type) {
    case "drafted":
    case "revised":
      return written(state, body);
    case "imported":
      return imported(state, body);
    case "screened":
      return { ...state, screening: { revision: body.revision, hits: body.hits.map((hit) => withClearance(state, hit)) } };
    case "hit-cleared":
      return { ...state, screening: state.screening && cleared(state.screening, body) };
    case "submitted":
      return submitted(state, body);
    case "reviewed":
      return signed(state, { ...body, form: null });
    case "secrecy-reviewed":
      return signed(state, secrecySigned(body));
    case "recalled":
      return { ...state, name: "drafting", rounds: closed(state, "recalled") };
    case "scheduled":
      return { ...state, name: "scheduled", scheduledFor: body.publishAt };
    case "unscheduled":
      return { ...state, name: "approved", scheduledFor: null };
    case "published":
      return published(state, body);
    case "withdrawn":
      return withdrawn(state, body);
    case "reassessed":
      return reassessed(state, body);
    case "linked":
      return { ...state, links: [...withoutLink(state, body), { relation: body.relation, targetId: body.targetId }] };
    case "unlinked":
      return { ...state, links: withoutLink(state, body) };
    case "channel-recorded":
      return { ...state, channels: [...state.channels, channelOf(body)] };
    case "validity-changed":
      return validityChanged(state, body);
    default:
      return body satisfies never;
  }
}

type Of<Type extends ItemEventBody["type"]> = Extract<ItemEventBody, { readonly type: Type }>;

function written(state: ItemState, { content, on, by }: Of<"drafted"> | Of<"revised">): ItemState {
  const authors = state.authors.includes(by.id) ? state.authors : [...state.authors, by.id];
  return { ...state, name: "drafting", content, revision: state.revision + 1, revisedOn: on, authors, scheduledFor: null };
}

function imported(state: ItemState, body: Of<"imported">): ItemState {
  const { content, indexNumber, publishedAt, on, formerAddress } = body;
  const revision = state.revision + 1;
  const publication = { indexNumber, content, revision, publishedAt, revisedAt: publishedAt, tombstone: null };
  return { ...state, name: "published", content, revision, revisedOn: on, publication, formerAddress };
}

/** What was cleared stays cleared where the same thing is found again in the same place. */
function withClearance({ screening }: ItemState, hit: RecordedHit): ScreenedHit {
  return { ...hit, cleared: screening?.hits.find(({ id }) => id === hit.id)?.cleared ?? null };
}

function cleared(
  screening: NonNullable<ItemState["screening"]>,
  { hitId, by, on, why }: Of<"hit-cleared">,
): NonNullable<ItemState["screening"]> {
  return { ...screening, hits: screening.hits.map((hit) => (hit.id === hitId ? { ...hit, cleared: { by, on, why } } : hit)) };
}

function submitted(state: ItemState, { chain, on, by }: Of<"submitted">): ItemState {
  const round: ReviewRound = {
    ...{ chain, revision: state.revision, submittedOn: on, submittedBy: by, signed: [], outcome: "open" },
  };
  return { ...state, name: "in-review", rounds: [...state.rounds, round] };
}

const VERDICT_OF = { "may-publish": "approve", "may-not": "return", refer: "refer" } as const;

function secrecySigned({ stepId, on, by, form }: Of<"secrecy-reviewed">): SignedStep {
  const { conclusion, basis, referredTo } = form;
  return { stepId, on, by, verdict: VERDICT_OF[conclusion], opinion: basis, checked: [], referredTo, form };
}

/** The rounds, the last of them over. */
function closed({ rounds }: ItemState, outcome: ReviewRound["outcome"]): ReviewRound[] {
  return rounds.map((round, at) => (at === rounds.length - 1 ? { ...round, outcome } : round));
}

function signed(state: ItemState, step: SignedStep): ItemState {
  const round = lastRound(state);
  if (round === null) return state;
  const { stepId, on, by, verdict, opinion, checked, referredTo, form } = step;
  const kept: SignedStep = { stepId, on, by, verdict, opinion, checked, referredTo, form };
  const after: ReviewRound = { ...round, signed: [...round.signed, kept] };
  const close = (outcome: ReviewRound["outcome"]): ReviewRound[] => [...state.rounds.slice(0, -1), { ...after, outcome }];
  switch (verdict) {
    case "approve": {
      const rounds = close("open");
      if (stepInTurn({ rounds }) !== null) return { ...state, name: "in-review", rounds };
      return approved({ ...state, rounds: close("approved") }, on);
    }
    case "hold":
    case "refer":
      return { ...state, name: "on-hold", rounds: close("open") };
    case "return":
      return { ...state, name: "returned", rounds: close("returned") };
    case "refuse":
      return refused({ ...state, rounds: close("refused") });
    default:
      return verdict satisfies never;
  }
}

/** The chain is through: what may be public waits for its publication, what may not is kept and looked at again (第十八条). */
function approved(state: ItemState, on: PlainDate): ItemState {
  if (state.content?.attribute?.value === "active") return { ...state, name: "approved" };
  return { ...state, name: "kept", assessedOn: on };
}

/** What is public stays as it is when a change of it is refused. */
function refused(state: ItemState): ItemState {
  const { publication } = state;
  if (publication === null) return { ...state, name: "refused" };
  const name = publication.tombstone === null ? "published" : "withdrawn";
  return { ...state, name, content: publication.content, revision: state.revision + 1, authors: [] };
}

function published(state: ItemState, { indexNumber, publishedAt }: Of<"published">): ItemState {
  const { content, revision } = state;
  if (content === null) return state;
  const first = state.publication?.publishedAt ?? publishedAt;
  const publication = { indexNumber, content, revision, publishedAt: first, revisedAt: publishedAt, tombstone: null };
  return { ...state, name: "published", publication, scheduledFor: null, authors: [] };
}

function withdrawn(state: ItemState, { authority, why, withdrawnAt }: Of<"withdrawn">): ItemState {
  const publication = state.publication && { ...state.publication, tombstone: { withdrawnAt, authority, reason: why } };
  // A change that is under way goes on; what is not changed is simply withdrawn.
  return { ...state, name: state.name === "published" ? "withdrawn" : state.name, publication };
}

function reassessed(state: ItemState, { outcome, on, by }: Of<"reassessed">): ItemState {
  if (outcome === "stays") return { ...state, assessedOn: on };
  const content: ItemContent | null = state.content && { ...state.content, attribute: { value: "active" } };
  return { ...state, name: "drafting", content, revision: state.revision + 1, revisedOn: on, authors: [by.id], assessedOn: on };
}

function withoutLink({ links }: ItemState, { relation, targetId }: ItemLink): ItemLink[] {
  return links.filter((link) => link.relation !== relation || link.targetId !== targetId);
}

function channelOf({ channel, publishedOn, where }: Of<"channel-recorded">): ChannelRecord {
  return { channel, publishedOn, where };
}

function validityChanged(state: ItemState, { validity: mark, from, authority, ends }: Of<"validity-changed">): ItemState {
  const marked = (content: ItemContent): ItemContent => ({ ...content, validity: mark });
  const publication = state.publication && { ...state.publication, content: marked(state.publication.content) };
  return { ...state, content: state.content && marked(state.content), publication, validity: { mark, from, authority, ends } };
}
