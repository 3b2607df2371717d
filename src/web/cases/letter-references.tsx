import { Form, Select } from "antd";
import { caseRoutes } from "../../api/cases.js";
import { useCall } from "../office/use-call.js";
import type { CaseView } from "./case-page.js";
import type { LetterDraft } from "./letter-draft.js";

interface LetterReferencesProps {
  readonly view: CaseView;
  readonly letterId: string;
  /** The letter is an act that is taken with it, so that it is clear whom it goes to. */
  readonly hasStep: boolean;
  readonly draft: LetterDraft;
  readonly change: (part: Partial<LetterDraft>) => void;
}

/** What a letter refers to: what is enclosed, whom it is for when several were asked, the earlier answer of a repeated request. */
export function LetterReferences({ view, letterId, hasStep, draft, change }: LetterReferencesProps) {
  const parties = hasStep ? [] : partiesOf(view, letterId);
  return (
    <>
      {parties.length > 1 && (
        <Form.Item label="致哪一方" htmlFor="letter-party">
          <Select
            id="letter-party"
            allowClear
            placeholder="最后征求意见的一方"
            value={draft.party}
            onChange={(party: string | undefined) => change({ party: party ?? null })}
            options={parties.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      )}
      {letterId === "L-REPEAT" && <EarlierCase view={view} draft={draft} change={change} />}
      <Form.Item label="随文附件的名称（可不填）" htmlFor="letter-attachments">
        <Select
          id="letter-attachments"
          mode="tags"
          tokenSeparators={["；", ";"]}
          placeholder="写一个，按回车；或者从案卷附件中选"
          value={[...draft.attachments]}
          onChange={(attachments: string[]) => change({ attachments })}
          options={view.attachments.map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
    </>
  );
}

function EarlierCase({ view, draft, change }: Pick<LetterReferencesProps, "view" | "draft" | "change">) {
  const similar = useCall(caseRoutes.similar, { params: { agencyId: view.agencyId, caseId: view.row.id } });
  const earlier = [...view.related, ...(similar.data?.cases ?? [])].filter(({ isSameRequester }) => isSameRequester);
  const known = [...new Map(earlier.map((one) => [one.id, one])).values()];
  return (
    <Form.Item label="重复的是哪一件" htmlFor="letter-earlier" extra="同一申请人此前的申请。">
      <Select
        id="letter-earlier"
        value={draft.earlierCase}
        onChange={(earlierCase: string) => change({ earlierCase })}
        options={known.map(({ id, number, description }) => ({ value: id, label: `${number}　${description.slice(0, 30)}` }))}
        notFoundContent="没有找到同一申请人的其他申请。"
      />
    </Form.Item>
  );
}

/** Which events name whom a letter may be for, and in which field. */
const ASKED: ReadonlyMap<string, readonly [type: string, field: string]> = new Map([
  ["L-3P-ASK", ["third-party-asked", "party"]],
  ["L-3P-REPLY", ["third-party-asked", "party"]],
  ["L-3P-DECIDE", ["third-party-asked", "party"]],
  ["L-COAUTHOR", ["joint-maker-asked", "agency"]],
  ["L-ASSIST", ["assistance-asked", "unit"]],
]);

function partiesOf({ timeline }: CaseView, letterId: string): string[] {
  const asked = ASKED.get(letterId);
  if (asked === undefined) return [];
  const [type, field] = asked;
  const named = timeline
    .filter((event) => event.type === type && event.standing === "stands")
    .flatMap(({ body }) => (typeof body[field] === "string" ? [body[field]] : []));
  return [...new Set(named)];
}
