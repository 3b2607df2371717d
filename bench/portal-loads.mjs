// What the portal is asked for while it is measured.
import { countyOf, itemId, itemOf } from "./portal-data.mjs";

const some = (count, of) => Array.from({ length: count }, (_, at) => of(at));
export const search = (text) => `/search?q=${encodeURIComponent(text)}`;

const COMMON = [
  ...["政府信息", "公开", "政府信息公开", "主动公开", "工作", "申请", "年度报告", "信息公开工作", "依申请公开", "公开 申请"],
];

/** How often the k-th of many questions is asked (Zipf, exponent 1), as ranks. */
function ranks(questions, count) {
  const sums = [];
  for (let rank = 1; rank <= questions; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  return some(count, () => {
    const drawn = Math.random() * sums.at(-1);
    let [low, high] = [0, questions - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** Addresses by the name of the load. `isOther` marks those in which no question comes twice. */
export function loads({ items, words, newest }) {
  const any = () => Math.floor(Math.random() * items);
  const popular = some(1_000, any);
  const phrase = () => words.phrases[Math.floor(Math.random() * words.phrases.length)];
  const twoParts = () => `${countyOf(any())} ${phrase()}`;
  const documentNumber = () => {
    const n = any();
    return itemOf(n, words, newest).documentNumber ?? `某政发〔2020〕${n}号`;
  };
  const noHit = (at) => `${phrase().slice(0, 4)}量子${at}`;
  // What people ask for all day: one in ten a common word, half a phrase, a quarter two parts, the rest numbers and what is not there.
  const question = (at) => {
    const kind = Math.random();
    if (kind < 0.1) return COMMON[at % COMMON.length];
    if (kind < 0.6) return phrase();
    if (kind < 0.85) return twoParts();
    return kind < 0.95 ? documentNumber() : noHit(at);
  };
  const day = some(20_000, question);
  const others = (count, of) => [...new Set(some(count, of))].map(search);
  return {
    "list, newest": { paths: ["/catalogue"] },
    "list, by agency, page": {
      paths: some(2_000, (at) => `/agencies/B${String(at % 100).padStart(3, "0")}/catalogue?page=${1 + (at % 7)}`),
    },
    "document, a thousand popular ones": {
      paths: some(20_000, () => `/items/${itemId(popular[Math.floor(Math.random() ** 3 * 1_000)])}`),
    },
    "document, every time another": { paths: some(60_000, () => `/items/${itemId(any())}`) },
    "search, as in a day (20,000 questions, Zipf)": { paths: ranks(day.length, 60_000).map((rank) => search(day[rank])) },
    "search, every question another": { paths: others(40_000, question), isOther: true },
    "search, common words": { paths: COMMON.flatMap((text) => [search(text), `${search(text)}&page=2`]) },
    "search, rare words (a county)": { paths: others(40_000, () => `${countyOf(any())}${phrase().slice(0, 2)}`), isOther: true },
    "search, two parts of a title": { paths: others(40_000, twoParts), isOther: true },
    "search, document number": { paths: others(40_000, documentNumber), isOther: true },
    "search, no hit": { paths: others(40_000, noHit), isOther: true },
  };
}
