import type { letterDraftRoutes } from "../../api/letter-drafts.js";
import { draftsForMe, draftsOfCase, readDraft } from "../../operations/letters/read-drafts.js";
import { dropDraft, returnDraft } from "../../operations/letters/return-draft.js";
import { saveLetterDraft } from "../../operations/letters/save-draft.js";
import { submitDraft, takeBackDraft } from "../../operations/letters/submit-draft.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of letters that are not issued yet. */
export const letterDraftHandlers: HandlersOf<typeof letterDraftRoutes> = {
  async waiting({ office, actor, params }) {
    return { items: await draftsForMe(office, actor, params.agencyId) };
  },
  async ofCase({ office, actor, params }) {
    const { items, signers } = await draftsOfCase(office, actor, params);
    return { items, signers: signers.map((one) => ({ ...one, roles: [...one.roles] })) };
  },
  async read({ office, actor, params }) {
    const { view, content } = await readDraft(office, actor, params);
    return { draft: view, content };
  },
  async save({ office, actor, params, body }) {
    return { draft: await saveLetterDraft(office, actor, { ...params, ...body }) };
  },
  async submit({ office, actor, params, body }) {
    return { draft: await submitDraft(office, actor, { ...params, ...body }) };
  },
  async takeBack({ office, actor, params, body }) {
    return { draft: await takeBackDraft(office, actor, { ...params, ...body }) };
  },
  async return({ office, actor, params, body }) {
    return { draft: await returnDraft(office, actor, { ...params, ...body }) };
  },
  async drop({ office, actor, params, body }) {
    await dropDraft(office, actor, { ...params, ...body });
    return undefined;
  },
};
