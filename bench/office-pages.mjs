// Each page of the office alone: what one user waits for when nobody else asks.
import { TODAY } from "./office-register.mjs";
import { browser, SEARCHED } from "./office-users.mjs";

const TIMES = 20;
const YEAR = Number(TODAY.slice(0, 4));

export const PAGES = [
  ["today's desk", () => "/today"],
  ["today's desk, the late ones", () => "/today?group=late"],
  ["register of cases, newest first", () => "/cases?sort=newest"],
  ["register of cases, open, by last day", () => "/cases?open=yes&sort=due"],
  ["register of cases, answered in part", () => "/cases?outcome=partial&sort=newest"],
  ["search in the register", (at) => `/cases?text=${encodeURIComponent(SEARCHED[at % SEARCHED.length])}`],
  ["search for what is nowhere", () => `/cases?text=${encodeURIComponent("规划许可的资金预算")}`],
  ["a case", (at, { fresh }) => `/cases/${fresh[at % fresh.length]}`],
  ["a case of years ago", (at, { agency }) => `/cases/${agency}-2020-${at + 1}`],
  ["cases like one", (at, { agency }) => `/cases/${agency}-2020-${at + 1}/similar`],
  ["report of this year: its three tables", () => `/reports/${YEAR}`],
  ["report of last year: its three tables", () => `/reports/${YEAR - 1}`],
  ["report of this year: findings", () => `/reports/${YEAR}/findings`],
  ["reports, the list of years", () => "/reports"],
  ["figures of this year", () => `/statistics?year=${YEAR}`],
  ["items published, the list", () => "/items"],
];

export async function pagesAlone(url, user) {
  const call = browser(url, user);
  const pages = [];
  for (const [what, path] of PAGES) {
    const took = [];
    let bytes = 0;
    for (let at = -3; at < TIMES; at++) {
      const answer = await call("GET", path(at + 3, user));
      if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
      if (at < 0) continue;
      took.push(answer.took);
      bytes = Math.max(bytes, answer.text.length);
    }
    pages.push({ what, took: took.sort((one, other) => one - other), bytes });
  }
  return pages;
}
