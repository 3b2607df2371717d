import { dayOf } from "../law/plain-date.js";
import type { Agency, Dated } from "../register/agency.js";

/** Lines of work of bureaus of a city; further agencies of a rehearsal are numbered. */
const BUREAUS = ["自然资源和规划局", "住房和城乡建设局", "生态环境局", "民政局", "财政局", "商务局"] as const;

/** A bureau of a city that does not exist. */
export function rehearsedAgency(number: number): Agency {
  const bureau = BUREAUS[number - 1];
  return {
    id: `rehearsal-${number}`,
    kind: "local-department",
    level: "city",
    names: always(`演练市${bureau ?? `第${number}局`}`),
    creditCodes: [],
    parents: [],
    authorities: [],
    successor: null,
  };
}

function always<Value>(value: Value): Dated<Value>[] {
  const from = dayOf(2000, 1, 1);
  return from === null ? [] : [{ value, from, until: null }];
}
