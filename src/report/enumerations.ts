import type { Figure } from "./figures.js";
import { labelOf, type Statement, statementsOf, wordsAfter } from "./narrative.js";
import type { Report } from "./report.js";

export interface Part {
  readonly figure: Figure;
  readonly label: string;
  /** The punctuation mark that divides it from the part before; "" for the first. */
  readonly divider: string;
}

/** A whole told with its parts: 共计131条，其中：机构职能5条，工作动态67条 … */
export interface Enumeration {
  readonly statement: Statement;
  /** The figures that may be the whole, nearest first; usually one. */
  readonly wholes: readonly Figure[];
  readonly parts: readonly Part[];
  readonly unit: string;
  /** The sum of the parts with those of another unit: 行政执法公示4123条，抽检公示312期. */
  readonly sumOfAllUnits: number;
  /** True when the words promise that nothing is left out: a list after a colon, or one that ends in 其他. */
  readonly isClosed: boolean;
  /** True when the words say that something is left out: 等, 包括, 主要. */
  readonly isOpen: boolean;
  /** True when it reads as a plain list, label and figure, so that no other statement has slipped in. */
  readonly isPlain: boolean;
}

const MARKER = /其中|(?<=[条件篇期次项个起宗份元])[:](?!$)/g;
const ENDS_LIST =
  /全年|本年|20\d\d年|我[局市县区镇委办]|另外|此外|同时|还[^有]|举办|组织|开展|召开|接受|制作|新增|较|同比|比上|增长|平均|累计|满意|率|超过|评论|点赞|浏览|阅读|访问|点击|关注(?:人数|量|用户|度)|粉丝|播放|共(?:收到|受理|开展|举办|组织|制作|发布|办理)/;
const SAYS_INCOMPLETE = /^[^,;。\d]{0,4}(?:包括|主要|例如|比如|涉及|含有|涵盖)|主要(?:包括|有|是)/;

/** How deep in brackets each offset of a text stands. */
function bracketDepths(text: string): number[] {
  let depth = 0;
  return Array.from(text, (sign) => {
    if (sign === "(") depth += 1;
    const here = depth;
    if (sign === ")") depth -= 1;
    return here;
  });
}

interface Marked {
  readonly statement: Statement;
  readonly from: number;
  readonly to: number;
  readonly wholes: readonly Figure[];
  readonly marker: string;
  readonly depthAt: (offset: number) => number;
}

function partsOf({ statement, from, to, depthAt }: Marked): Part[] {
  const depth = depthAt(from);
  const parts: Part[] = [];
  for (const figure of statement.figures.filter(({ start }) => start >= from && start < to)) {
    if (depthAt(figure.start) < depth) break;
    if (depthAt(figure.start) > depth || figure.unit === "%") continue;
    const label = labelOf(statement, figure);
    const between = statement.line.text.slice(parts.at(-1)?.figure.end ?? from, figure.start);
    if (parts.length > 0 && ENDS_LIST.test(between)) break;
    parts.push({ figure, label, divider: parts.length > 0 ? (/[、,;]/.exec(between)?.[0] ?? "") : "" });
  }
  return parts;
}

function* enumerationsOfMarker(marked: Marked): Generator<Enumeration> {
  const { statement, from, to, marker } = marked;
  const all = partsOf(marked);
  const units = new Set(all.map(({ figure }) => figure.unit).filter((unit) => unit !== ""));
  const hasBare = all.some(({ figure }) => figure.unit === "");
  for (const unit of units) {
    // 部分公开67，占4.61%: a unit that was left out is that of the list, when the list has but one.
    const parts = all.filter(({ figure }) => figure.unit === unit || (figure.unit === "" && units.size === 1));
    const wholes = marked.wholes.filter((figure) => figure.unit === unit);
    const last = parts.at(-1);
    if (!last || wholes.length === 0) continue;
    if (![...wholes, ...parts.map(({ figure }) => figure)].every(({ isExact }) => isExact)) continue;
    const text = statement.line.text.slice(from, to);
    const tail = statement.line.text.slice(last.figure.end, last.figure.end + 2);
    const isOther = /^(?:其他|其它)/.test(last.label.replace(/^其中/, ""));
    yield {
      statement,
      wholes,
      parts,
      unit,
      sumOfAllUnits: all.reduce((sum, { figure }) => sum + figure.value, 0),
      isClosed: (isOther && all.length === parts.length) || (marker === ":" && all.length === parts.length),
      isOpen:
        (hasBare && units.size > 1) ||
        SAYS_INCOMPLETE.test(text) ||
        tail.startsWith("等") ||
        /等(?:[^,;。]{0,6})?$/.test(last.label),
      isPlain: parts.every(({ figure, label }) => {
        const after = wordsAfter(statement, figure);
        return label.length > 0 ? label.length <= 26 && after.length <= 2 : after.length <= 16 && after.length > 0;
      }),
    };
  }
}

function* enumerationsIn(statement: Statement, previous: Statement | undefined): Generator<Enumeration> {
  if (statement.figures.length === 0) return;
  const text = statement.line.text.slice(statement.start, statement.end);
  const markers = [...text.matchAll(MARKER)].map(({ 0: marker, index }) => ({ marker, at: statement.start + index }));
  if (markers.length === 0) return;
  const depths = bracketDepths(text);
  const depthAt = (offset: number): number => depths[offset - statement.start] ?? 0;
  for (const [index, { marker, at }] of markers.entries()) {
    const since = markers[index - 1]?.at ?? statement.start;
    const opensSentence = at === statement.start && previous?.line === statement.line;
    const before = opensSentence ? previous.figures : statement.figures.filter(({ start, end }) => end <= at && start >= since);
    const to = markers.slice(index + 1).find((next) => depthAt(next.at) <= depthAt(at))?.at ?? statement.end;
    yield* enumerationsOfMarker({ statement, from: at + marker.length, to, wholes: before.toReversed(), marker, depthAt });
  }
}

/** Every whole told with its parts in the narrative. A part may be the whole of the next 其中. */
export function enumerationsOf(report: Report): Enumeration[] {
  const statements = statementsOf(report);
  return statements.flatMap((statement, index) => [...enumerationsIn(statement, statements[index - 1])]);
}
