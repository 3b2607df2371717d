import { z } from "zod";
import type { submissionRoutes } from "../../api/submissions.js";
import { listAnswers, publishCaseAnswer } from "../../operations/portal/case-answers.js";
import { countSubmissions, listSubmissions, viewSubmission } from "../../operations/portal/list-submissions.js";
import { withdrawAnswer } from "../../operations/portal/publish-answer.js";
import { registerSubmission } from "../../operations/portal/register-submission.js";
import { setAsideSubmission } from "../../operations/portal/set-aside-submission.js";
import type { HandlersOf } from "./handle.js";

const PLACE = z.object({ at: z.string(), number: z.string() }).nullable();

/** What answers the routes of what came in from the portal. */
export const submissionHandlers: HandlersOf<typeof submissionRoutes> = {
  async list({ office, actor, params, query, cursors }) {
    const after = PLACE.parse(cursors.place(query.cursor));
    const { rows, next } = await listSubmissions(office, actor, {
      ...params,
      ...{ after, limit: query.limit, state: query.state ?? null },
    });
    return { items: rows, next: next === null ? null : cursors.next(next) };
  },
  async count({ office, params }) {
    return { counts: await countSubmissions(office, params.agencyId) };
  },
  async view({ office, actor, params }) {
    return sent(await viewSubmission(office, actor, named(params)));
  },
  register: ({ office, actor, params }) => registerSubmission(office, actor, named(params)),
  async setAside({ office, actor, params, body }) {
    await setAsideSubmission(office, actor, { ...named(params), ...body });
    return sent(await viewSubmission(office, actor, named(params)));
  },
  async listAnswers({ office, params, query }) {
    return { items: await listAnswers(office, { ...params, ...query }) };
  },
  publishAnswer: ({ office, actor, params: { answerId, ...params }, body }) =>
    publishCaseAnswer(office, actor, { ...params, id: answerId, ...body }),
  async withdrawAnswer({ office, actor, params: { agencyId, answerId }, body }) {
    await withdrawAnswer(office, actor, { agencyId, id: answerId, ...body });
    return undefined;
  },
};

const named = ({ agencyId, submissionNumber }: { readonly agencyId: string; readonly submissionNumber: string }) => ({
  agencyId,
  number: submissionNumber,
});

type Viewed = Awaited<ReturnType<typeof viewSubmission>>;

/** As JSON holds it: lists that may be written to. */
function sent({ attachments, advice, ...view }: Viewed) {
  return { ...view, attachments: [...attachments], advice: [...advice] };
}
