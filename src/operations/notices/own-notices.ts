import { EVERY_AGENCY } from "../../register/account.js";
import { NOTICE_LABELS, type NoticeKind, noticePath } from "../../register/notice.js";
import { countUnread, noticesOf, readNotices, type StoredNotice } from "../../storage/notices/notice-store.js";
import type { Actor, Office } from "../office.js";

/** A notice as the bell shows it. */
export interface ShownNotice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly label: string;
  readonly agencyId: string;
  readonly number: string;
  readonly dueOn: string | null;
  /** The page it leads to. */
  readonly path: string;
  readonly madeAt: string;
  readonly isRead: boolean;
}

export interface OwnNotices {
  readonly unread: number;
  readonly notices: readonly ShownNotice[];
  /** The notice after which the next page begins; null at the end. */
  readonly next: number | null;
}

/** What somebody was told, newest first. Of agencies in which they have no role any more nothing is shown. */
export async function ownNotices(
  { database }: Office,
  actor: Actor,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<OwnNotices> {
  const own = { accountId: actor.id, agencies: agenciesOf(actor) };
  const found = await noticesOf(database.db, { ...own, before, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return {
    unread: await countUnread(database.db, own),
    notices: shown.flatMap(shownNotice),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Marks some notices as read, or all (null). Only one's own. */
export async function markNoticesRead(office: Office, actor: Actor, ids: readonly number[] | null): Promise<void> {
  await readNotices(office.database.db, { accountId: actor.id, ids, at: office.now().toISOString() });
}

/** Null: every one. */
function agenciesOf({ roles }: Actor): readonly string[] | null {
  const agencies = roles.map(({ agencyId }) => agencyId);
  return agencies.includes(EVERY_AGENCY) ? null : agencies;
}

function shownNotice({ id, kind, agencyId, subject, number, dueOn, madeAt, readAt }: StoredNotice): ShownNotice[] {
  if (!isKind(kind)) return [];
  const label = NOTICE_LABELS[kind];
  return [{ id, kind, label, agencyId, number, dueOn, path: noticePath(kind, subject), madeAt, isRead: readAt !== null }];
}

const isKind = (kind: string): kind is NoticeKind => kind in NOTICE_LABELS;
