import type { proceedingRoutes } from "../../api/proceedings.js";
import { exportProceedings } from "../../operations/proceedings/export-proceedings.js";
import { listProceedings } from "../../operations/proceedings/list-proceedings.js";
import { openProceeding } from "../../operations/proceedings/open-proceeding.js";
import { takeProceedingStep } from "../../operations/proceedings/take-proceeding-step.js";
import { viewProceeding } from "../../operations/proceedings/view-proceeding.js";
import { placeByDay } from "./day-cursor.js";
import type { HandlersOf } from "./handle.js";

/** What answers the routes of reconsiderations and lawsuits. */
export const proceedingHandlers: HandlersOf<typeof proceedingRoutes> = {
  async list({ office, params, query, cursors }) {
    const { cursor, ...question } = query;
    const { rows, next } = await listProceedings(office, { ...params, ...question, after: placeByDay(cursors.place(cursor)) });
    return { items: rows, next: next === null ? null : cursors.next(next) };
  },
  export: async ({ office, actor, params, query }) => ({
    ...(await exportProceedings(office, actor, { ...params, ...query })),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  }),
  open: ({ office, actor, params, body }) => openProceeding(office, actor, { ...params, ...body }),
  view: ({ office, actor, params }) => viewProceeding(office, actor, params),
  takeStep: ({ office, actor, params, body }) => takeProceedingStep(office, actor, { ...params, ...body }),
};
