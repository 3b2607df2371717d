import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import {
  interpretationDue,
  type PublicationDue,
  publicationDue,
  reassessmentDue,
} from "../../law/publication/publication-clock.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { type ItemState, isPublic, stepInTurn } from "../../register/publishing/item-state.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import type { ItemSummary } from "../../storage/stores/item-summary-store.js";
import { dayInChina } from "../tally-register.js";

/** What days are counted with. */
export interface Counting {
  readonly calendar: WorkCalendar;
  readonly settings: Pick<PublishingSettings, "reassessMonths">;
}

/** The last days of an item: to publish it, to interpret it, to look at it again; null where none runs. */
export interface ItemDues {
  readonly publish: PublicationDue | null;
  readonly interpret: PublicationDue | null;
  readonly reassess: PublicationDue | null;
}

/** The days that run for an item. `isInterpreted` tells whether something public interprets it. */
export function itemDues(state: ItemState, { calendar, settings }: Counting, isInterpreted: boolean): ItemDues {
  const { content, publication, assessedOn, name } = state;
  const isDocument = content?.documentKind != null;
  const publishedOn = publication === null ? null : dayInChina(publication.publishedAt);
  return {
    publish: publishDue(state, calendar),
    interpret:
      isDocument && publishedOn !== null && isPublic(state) && !isInterpreted && state.formerAddress === null
        ? interpretationDue(publishedOn, calendar)
        : null,
    reassess: name === "kept" && assessedOn !== null ? reassessmentDue(assessedOn, settings.reassessMonths) : null,
  };
}

/** 条例第二十六条: from the day it was made, or from the day it changed where it is public already. */
function publishDue({ name, content, publication }: ItemState, calendar: WorkCalendar): PublicationDue | null {
  if (content === null || name === "kept" || name === "refused" || name === "withdrawn" || name === "published") return null;
  if (content.attribute !== null && content.attribute.value !== "active") return null;
  const from = publication === null ? (content.changedOn ?? content.madeOn) : content.changedOn;
  if (from === null || (publication !== null && from === publication.content.changedOn)) return null;
  return publicationDue(from, calendar, content.otherTerm?.workingDays);
}

/** What lists keep of an item. */
export function itemSummary(item: InformationItem, state: ItemState, counting: Counting, snapshots: number): ItemSummary {
  const { content, publication } = state;
  const { publish, reassess } = itemDues(state, counting, true);
  const turn = stepInTurn(state);
  const shown = isPublic(state) ? (publication?.content ?? content) : content;
  return {
    item_id: item.id,
    agency_id: item.agencyId,
    state: state.name,
    title: content?.title ?? "",
    index_text: publication?.indexNumber ?? null,
    document_number: shown?.documentNumber ?? null,
    disclosure_item: shown?.disclosureItem ?? null,
    theme: shown?.theme ?? null,
    genre: shown?.genre ?? null,
    attribute: content?.attribute?.value ?? null,
    document_kind: shown?.documentKind ?? null,
    validity: shown?.validity ?? null,
    made_on: shown?.madeOn ?? null,
    counted_from: publish?.from ?? null,
    other_days: content?.otherTerm?.workingDays ?? null,
    published_at: publication?.publishedAt ?? null,
    revised_at: publication?.revisedAt ?? null,
    is_public: isPublic(state),
    scheduled_for: state.scheduledFor,
    assessed_on: state.assessedOn,
    due_on: publish?.due ?? reassess?.due ?? null,
    turn: turn?.name ?? null,
    turn_roles: [...(turn?.roles ?? [])],
    turn_people: [...(turn?.people ?? [])],
    authors: [...state.authors],
    interprets: state.links.flatMap(({ relation, targetId }) => (relation === "interprets" ? [targetId] : [])),
    version: item.version,
    snapshots,
    changed_at: item.events.at(-1)?.recordedAt ?? new Date(0).toISOString(),
    is_sample: item.isSample,
  };
}
