import type { agencyRoutes } from "../../api/agencies.js";
import { addAgency, changeAgency } from "../../operations/agencies/change-agencies.js";
import { type AgencyView, listAgencies, viewAgency } from "../../operations/agencies/list-agencies.js";
import { todayIn } from "../../operations/office.js";
import { EVERY_AGENCY } from "../../register/account.js";
import type { NewAgency } from "../../register/agency-changes.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of agencies. They are of the whole installation: a role in one of them is not enough. */
export const agencyHandlers: HandlersOf<typeof agencyRoutes> = {
  async list({ office, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    return { today: todayIn(office), items: await listAgencies(office) };
  },
  async view({ office, params, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    return sent(await viewAgency(office, params.changedId));
  },
  async add({ office, actor, body, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    const { parentId, from } = body;
    await addAgency(office, actor, { ...newAgency(body), parentId, from });
    return sent(await viewAgency(office, body.id));
  },
  async change({ office, actor, params, body, demand }) {
    await demand("system:manage", EVERY_AGENCY);
    const { act } = body;
    await changeAgency(office, actor, {
      ...{ id: params.changedId, version: body.version, on: body.on, reason: body.reason },
      act: act.kind === "split" ? { ...act, parts: act.parts.map(newAgency) } : act,
    });
    return sent(await viewAgency(office, params.changedId));
  },
};

type Given = Omit<NewAgency, "creditCode"> & { readonly creditCode?: string | undefined };

function newAgency({ id, kind, level, name, creditCode }: Given): NewAgency {
  return { id, kind, level, name, ...(creditCode !== undefined && { creditCode: creditCode.toUpperCase() }) };
}

/** As JSON holds it: lists that may be written to. */
function sent({ names, creditCodes, parents, predecessors, below, changes, ...view }: AgencyView) {
  return {
    ...view,
    ...{ names: [...names], creditCodes: [...creditCodes], parents: [...parents] },
    ...{ predecessors: [...predecessors], below: [...below], changes: [...changes] },
  };
}
