import type { statisticsRoutes } from "../../api/statistics.js";
import { exportAgenciesBelow, exportStatistics } from "../../operations/statistics/export-statistics.js";
import { readAgenciesBelow } from "../../operations/statistics/read-agencies-below.js";
import { readStatistics } from "../../operations/statistics/read-statistics.js";
import type { HandlersOf } from "./handle.js";
import { replyData } from "./reply-data.js";

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What answers the routes of statistics. */
export const statisticsHandlers: HandlersOf<typeof statisticsRoutes> = {
  readStatistics: async ({ office, params, query }) => replyData(await readStatistics(office, { ...params, ...query })),
  exportStatistics: async ({ office, actor, params, query }) => ({
    ...(await exportStatistics(office, actor, { ...params, ...query })),
    mediaType,
  }),
  readAgenciesBelow: async ({ office, actor, params, query }) =>
    replyData(await readAgenciesBelow(office, actor, { ...params, ...query })),
  exportAgenciesBelow: async ({ office, actor, params, query }) => ({
    ...(await exportAgenciesBelow(office, actor, { ...params, ...query })),
    mediaType,
  }),
};
