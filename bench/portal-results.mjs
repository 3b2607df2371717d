// What was measured of the portal, as a page.
import { median } from "./measure.mjs";
import { machine, ms, number, row } from "./under-load.mjs";

const PUBLISHED_A_SECOND = 10;

const aim = (what) => (what.startsWith("document") ? 20 : what.startsWith("search") ? 100 : null);
const judged = (what, { p99 }) =>
  aim(what) === null ? "" : `${aim(what)} ${!(p99 > 0) ? "**no answer in the time**" : p99 < aim(what) ? "met" : "**missed**"}`;
const share = (value) => (value === null || value === undefined ? "" : `${(value * 100).toFixed(0)} %`);

function partOf({
  name,
  version,
  megabytes,
  filled,
  together,
  idle,
  memory,
  floor,
  results,
  steadily,
  took,
  peer,
  stored,
  items,
}) {
  const at = (part) => took[Math.min(took.length - 1, Math.floor(took.length * part))];
  const line = (one) =>
    row([
      ...[one.what, number(one.rate), ms(one.p50), ms(one.p99), judged(one.what, one), one.errors, share(one.kept)],
      ...[one.cpu?.toFixed(2) ?? "", one.database?.toFixed(2) ?? "", one.memory, (one.rate / floor.rate).toFixed(3)],
    ]);
  return `## ${number(items)} items, ${name} ${version}

${number(megabytes)} MB, filled in ${number(filled)} s${together > 1 ? " (both servers at the same time)" : ""}. Portal: ${idle.now} MB when it has started, **${memory.most} MB at its most** (aim 300: ${memory.most < 300 ? "met" : "**missed**"}).
Published meanwhile: ${number(took.length)} items at ${PUBLISHED_A_SECOND} a second, median ${ms(median(took))} ms, 99 of 100 below ${ms(at(0.99))} ms.

${row(["64 connections", "requests/s", "p50 ms", "p99 ms", "aim p99", "errors", "kept answers", "CPU ms a request, portal", "database", "MB", "of the floor"])}
${row(["---", "---:", "---:", "---:", "---", "---:", "---:", "---:", "---:", "---:", "---:"])}
${row(["floor: nginx, one document page from a file", number(floor.rate), ms(floor.p50), ms(floor.p99), "", floor.errors, "", "", "", "", "1"])}
${results.map(line).join("\n")}

${steadyTable(steadily)}
Of the ${number(stored)} requests submitted each that got a receipt lies sealed in the inbox.
${peer === null ? "" : `\n${peer}\n`}`;
}

/** What is waited when so many ask a second, each at its time: counted from when the question was due. */
function steadyTable(steadily) {
  if (steadily.length === 0) return "";
  const line = (one) =>
    row([
      ...[one.what, number(one.asked), number(one.rate), ms(one.p50), ms(one.p99), judged(one.what, one), ms(one.worst)],
      ...[one.errors, share(one.kept), one.cpu.toFixed(2)],
    ]);
  return `${row(["at a steady rate, 64 connections", "asked/s", "answered/s", "p50 ms", "p99 ms", "aim p99", "longest ms", "errors", "kept answers", "CPU ms a request, portal"])}
${row(["---", "---:", "---:", "---:", "---:", "---", "---:", "---:", "---:", "---:"])}
${steadily.map(line).join("\n")}
`;
}

/** Prints what was measured; RESULTS-portal.md is put together from it. */
export function told(all, { seconds }) {
  const page = `Made by \`node bench/portal.mjs measure\`, ${seconds} s a row, ${new Date().toISOString().slice(0, 10)}. ${machine()}.

${all.map(partOf).join("\n")}
`;
  process.stdout.write(page);
}
