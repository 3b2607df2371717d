import { reportRoutes } from "../../api/reports.js";
import { useKeptDraft } from "../cases/kept-draft.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { paragraphsOf, type Section } from "./narrative-words.js";

/** What is typed and not yet saved, with the version it was begun on. Null at a place takes back what was written. */
export interface Typed {
  readonly version: number | null;
  readonly places: Readonly<Record<string, string | null>>;
  readonly notes: string | null;
}

const NOTHING: Typed = { version: null, places: {}, notes: null };

/** What somebody types in a section, kept in this browser through every tab and crash until it is saved or given up. */
export function useTypedSection(year: number, section: Section) {
  const { agencyId } = useSession();
  const { failure, isSending, send } = useSending();
  const [typed, setTyped, discard] = useKeptDraft<Typed>(`report:${agencyId}:${year}:${section.section}`, NOTHING);
  const type = (change: Partial<Typed>) => setTyped({ ...typed, version: typed.version ?? section.version, ...change });
  const save = () =>
    send(async () => {
      const { places, notes } = typed;
      await call(reportRoutes.writeReportSection, {
        params: { agencyId, year, section: section.section },
        body: {
          version: section.version,
          places: Object.entries(places).map(([id, text]) => ({ id, written: text === null ? null : paragraphsOf(text) })),
          ...(notes !== null && { notes: paragraphsOf(notes) }),
        },
      });
      await forget(
        ...[reportRoutes.readReportNarrative, reportRoutes.readReportFindings],
        ...[reportRoutes.readReport, reportRoutes.readFreezing, reportRoutes.readPromises],
      );
      discard();
    });
  const isOvertaken = typed.version !== null && typed.version !== section.version;
  return { typed, type, save, discard, isChanged: typed !== NOTHING, isOvertaken, failure, isSending };
}
