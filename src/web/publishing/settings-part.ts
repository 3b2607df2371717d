import type { ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";

export type StoredSettings = ReplyOf<(typeof publishingRoutes)["read-publishing-settings"]>;
export type PublishingSettings = StoredSettings["settings"];

const SHOWN_WITH = [publishingRoutes["read-publishing-settings"], publishingRoutes["read-publication-calendar"]] as const;

/** Another part that is saved makes a new version of all; what is being changed here stays as long as this part is what it was. */
function markOf(part: object): string {
  let mark = 0;
  for (const letter of JSON.stringify(part)) mark = (mark * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
}

/**
 * A part of how an agency publishes while it is being changed: kept in this browser until it is saved or given up. `given` is the part as
 * it stands, the same object as long as it stands.
 */
export function useSettingsPart<Part extends Partial<PublishingSettings>>(
  name: string,
  { version, settings }: StoredSettings,
  given: Part,
) {
  const { agencyId } = useSession();
  const [part, set, reset] = useKeptDraft<Part>(`publishing-${name}:${agencyId}:${markOf(given)}`, given);
  const { failure, isSending, send } = useSending();
  const save = () =>
    send(async () => {
      const body = { version, settings: { ...settings, ...part } };
      await call(publishingRoutes["write-publishing-settings"], { params: { agencyId }, body });
      reset();
      await forget(...SHOWN_WITH, publishingRoutes["read-catalogue"]);
    });
  /** Gives up what was changed here and shows what somebody else has set. */
  const takeTheirs = async () => {
    reset();
    await forget(...SHOWN_WITH);
  };
  return { part, set, reset, save, takeTheirs, failure, isSending, isChanged: part !== given };
}
