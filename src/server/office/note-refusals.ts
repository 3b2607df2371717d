import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Route } from "../../api/define-route.js";
import { RIGHTS } from "../../api/rights.js";
import type { AppError } from "../../errors.js";
import { recordsElsewhere } from "../../operations/accounts/record-elsewhere.js";
import { type RefusedCall, RefusedCalls } from "../../operations/accounts/refused-calls.js";
import type { Actor, Office } from "../../operations/office.js";
import type { Caller } from "./caller.js";
import { faultLine, type WriteLog } from "./request-log.js";

const TOLD_EVERY = 60_000;

/** What was asked of an agency, and not given because of what was asked for. */
export interface NotGiven {
  readonly caller: Caller;
  readonly route: Route;
  readonly agencyId: string;
  /** Why; null where nothing was refused and the answer held nothing of it. */
  readonly error: AppError | null;
}

/** How calls that are refused come into the audit trail; neither ever throws. */
export interface NoteRefusals {
  noteRefusal(request: FastifyRequest, actor: Actor, call: RefusedCall): Promise<void>;
  /**
   * The same for the id of a record of another agency: the caller is told that there is none, and as fast as if there were none, so it is
   * looked up and written down after the answer has begun.
   */
  noteGuess(request: FastifyRequest, asked: NotGiven): void;
}

/** The id that an answer says is unknown. */
function missingIn(error: AppError | null): string | null {
  if (error?.status !== 404) return null;
  const { id } = error.data as { readonly id?: unknown }; // looked at
  return typeof id === "string" && id !== "" ? id : null;
}

/** Calls that are refused go into the audit trail. That it cannot be written to is told in the log, and refuses nobody more than before. */
export function noteRefusals(app: FastifyInstance, office: Office, log: WriteLog | null): NoteRefusals {
  const refused = new RefusedCalls(office);
  const underWay = new Set<Promise<void>>();
  const tryTo = async (write: Promise<void>, requestId: string, route: string) => {
    await write.catch((error: unknown) => log?.(faultLine(error, requestId, route)));
  };
  const timer = setInterval(
    () => void tryTo(refused.tell(office.now().getTime() - TOLD_EVERY), "", "access-refused"),
    TOLD_EVERY,
  ).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    await tryTo(refused.tell(), "", "access-refused");
  });
  return {
    noteRefusal: (request, actor, call) => tryTo(refused.add(actor, call), request.id, request.routeOptions.url ?? ""),
    noteGuess(request, { caller, route, agencyId, error }) {
      const { params, query, body } = request;
      const how = error?.status === 404 ? "按编号查找其他机关的记录，已答复没有找到" : "用了其他机关记录的编号，没有得到内容";
      const guess = async () => {
        const asked = { params, query, body: error === null ? null : body, missing: missingIn(error) };
        for (const owner of await recordsElsewhere(office, asked, agencyId)) {
          if (await caller.may(route.right, owner)) continue;
          const doing = `${route.summary}（${how}）`;
          await refused.add(caller.actor, { route: route.id, doing, right: RIGHTS[route.right].label, agencyId: owner });
        }
      };
      const written = tryTo(guess(), request.id, request.routeOptions.url ?? "").finally(() => underWay.delete(written));
      underWay.add(written);
    },
  };
}
