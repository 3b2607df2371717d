// npm run build && node bench/letters.mjs: letters drafted, written and issued per second, beside LibreOffice making a pdf of the same
// docx in the same run. Writes bench/RESULTS-letters.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { hasProgram, interleaved, median } from "./measure.mjs";

const ROOT = join(import.meta.dirname, "..");
const DIST = process.env.YANGGUANG_DIST ?? join(ROOT, "dist");
const ROUNDS = 6;
const PROGRAM_ROUNDS = 3;
const ISSUED = 100;

const load = (path) => import(join(DIST, path));
const { STATE_COUNCIL_CALENDAR } = await load("law/calendar/work-calendar.js");
const { draftLetter } = await load("writers/letter/draft-letter.js");
const { letterDocx } = await load("writers/letter/letter-docx.js");
const { letterPdf } = await load("writers/letter/letter-pdf.js");
const { LETTER_SETTINGS } = await load("register/letters/letter-settings.js");
const { LETTER_ORDER } = await load("register/letters/letter-order.js");
const { issuingAgency } = await load("operations/letters/letter-settings.js");

const since = (value) => [{ value, from: "2015-01-01", until: null }];
const AGENCY = {
  id: "a1",
  kind: "local-department",
  level: "county",
  names: since("示例市青山区商务局"),
  creditCodes: since("11370100004188999X"),
  parents: since(null),
  authorities: since(null),
  successor: null,
};
const SETTINGS = LETTER_SETTINGS.parse({
  code: "青商公开",
  office: "局办公室（政府信息公开工作机构）",
  contact: "示例市青山区人民路1号，000-7654321",
  inquiry: "示例市青山区人民政府门户网站依申请公开栏目",
  reconsideration: { bodies: [{ role: "same-level-government", name: "示例市青山区人民政府" }] },
});

const request = (id) => ({
  id,
  agencyId: "a1",
  letterId: `letter-${id}`,
  number: `2025-${id}`,
  channel: "in_person",
  arrivedOn: "2025-03-03",
  requester: {
    kind: "natural",
    name: "张三",
    identity: { document: "id-card", number: `ID-${id}` },
    contact: { phone: "13800001234" },
  },
  description: `2024年度部门预算调整方案（第${id}份）`,
  wantedForm: { medium: "electronic", delivery: "email" },
});

/** The answers to the questions of law that lead to a row. */
const { OUTCOME_QUESTIONS } = await load("law/outcomes/outcome-questions.js");
function groundsFor(outcome, from = OUTCOME_QUESTIONS[0]) {
  for (const { id, leadsTo } of from.answers) {
    if (leadsTo.outcome === outcome) return { [from.id]: id };
    const next = OUTCOME_QUESTIONS.find((question) => question.id === leadsTo.question);
    const rest = next === undefined ? null : groundsFor(outcome, next);
    if (rest !== null) return { [from.id]: id, ...rest };
  }
  return null;
}
const decided = (outcome) => ({ type: "decided", on: "2025-03-18", outcome, grounds: groundsFor(outcome) });

/** A short letter, one with a derivation of days, one with reasons and evidence. */
const KINDS = [
  {
    letterId: "L-DENY-INTERNAL",
    act: decided("denied.internal"),
    edits: { texts: { "internal-kind": "人事管理", clause: "属于内部人事安排的工作材料，不对外发生效力" } },
  },
  {
    letterId: "L-EXTEND",
    act: {
      type: "extended",
      on: "2025-03-25",
      workingDays: 15,
      approvedBy: "王主任",
      toldOn: "2025-03-26",
      grounds: "需要查找档案",
    },
    edits: {},
  },
  {
    letterId: "L-PARTIAL",
    act: decided("partial"),
    edits: {
      texts: {
        ...{ information: "预算调整方案正文", provision: "电子邮件", "process-kind": "请示报告" },
        "no-duty-to-publish": "已经核对有关法律、法规、规章",
      },
      withheld: [{ part: "附件三", outcome: "denied.process", reasons: "为内部请示报告" }],
      attachments: ["预算调整方案正文", "预算调整说明"],
    },
  },
];

// No two letters are of the same text: typesetting keeps what it has laid out, and no letter goes out twice.
let made = 0;
function inputOf({ letterId, act, edits }) {
  const id = String(++made);
  const recorded = { recordedAt: "2025-03-30T00:00:00.000Z", recordedBy: "u1" };
  return {
    letterId,
    caseFile: {
      request: request(id),
      version: 2,
      events: [
        { id: "e1", sequence: 1, ...recorded, body: { type: "received", on: "2025-03-03" } },
        { id: "e2", sequence: 2, ...recorded, body: act },
      ],
    },
    agency: issuingAgency(AGENCY, SETTINGS),
    today: "2025-12-01",
    calendar: STATE_COUNCIL_CALENDAR,
    servedBy: "registered-mail",
    edits,
    number: { code: "青商公开", year: 2025, sequence: made },
  };
}
function drafted(kind) {
  const draft = draftLetter(inputOf(kind));
  if (!("paragraphs" in draft)) throw new Error(draft.message);
  return draft;
}

const samples = Array.from({ length: 24 }, (_, at) => KINDS[at % KINDS.length]);
const writing = await interleaved(
  { draft: drafted, docx: (kind) => letterDocx(drafted(kind)), pdf: (kind) => letterPdf(drafted(kind)) },
  samples,
  ROUNDS,
);

/** LibreOffice started for one letter, and once for all of them. */
function libreOffice() {
  if (!hasProgram("soffice")) return null;
  const folder = mkdtempSync(join(tmpdir(), "yangguang-letters-"));
  const files = samples.map((kind, at) => {
    const path = join(folder, `${at}.docx`);
    writeFileSync(path, letterDocx(drafted(kind)));
    return path;
  });
  const convert = (some) => {
    const out = join(folder, "out");
    mkdirSync(out, { recursive: true });
    const started = performance.now();
    spawnSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", out, ...some], { stdio: "ignore" });
    const count = readdirSync(out).length;
    rmSync(out, { recursive: true });
    if (count !== some.length) throw new Error(`soffice made ${count} of ${some.length} files`);
    return (performance.now() - started) / some.length;
  };
  convert(files.slice(0, 1));
  const rounds = Array.from({ length: PROGRAM_ROUNDS }, () => ({ one: convert(files.slice(0, 1)), many: convert(files) }));
  rmSync(folder, { recursive: true });
  return { one: median(rounds.map(({ one }) => one)), many: median(rounds.map(({ many }) => many)) };
}
const office = libreOffice();

/** Milliseconds to issue a letter on the embedded database: act, number, docx, pdf and log, in one transaction on disk. */
async function issuing() {
  const { configurationIn } = await load("operations/open-register.js");
  const { openDatabase } = await load("storage/open-database.js");
  const { saveAgencies } = await load("storage/stores/agency-store.js");
  const { openCases } = await load("storage/stores/case-store.js");
  const { issueLetter } = await load("operations/letters/issue-letter.js");
  const { recordLetterSettings } = await load("operations/letters/letter-settings.js");
  const folder = mkdtempSync(join(tmpdir(), "yangguang-letters-"));
  const database = await openDatabase(configurationIn(folder));
  const actor = { id: "head", name: "王主任", roles: [{ agencyId: "a1", role: "head" }] };
  const desk = { database, calendar: STATE_COUNCIL_CALENDAR, now: () => new Date("2025-03-25T04:00:00.000Z") };
  try {
    await saveAgencies(database, [{ agency: AGENCY, version: 0 }], { recordedBy: "u1" });
    await recordLetterSettings(desk, actor, { agencyId: "a1", version: 0, settings: SETTINGS });
    const ids = Array.from({ length: ISSUED }, (_, at) => `case-${at}`);
    const cases = ids.map((id) => ({
      request: request(id),
      events: [{ id: `${id}-1`, body: { type: "received", on: "2025-03-03" } }],
    }));
    await openCases(database, cases, "u1");
    const times = [];
    for (const id of ids) {
      const { type: _type, on, ...fields } = KINDS[1].act;
      const order = LETTER_ORDER.parse({ letterId: "L-EXTEND", step: { transition: "extend", input: { on, ...fields } } });
      const started = performance.now();
      await issueLetter(desk, actor, { agencyId: "a1", caseId: id, version: 1, id: `${id}-letter`, order });
      times.push(performance.now() - started);
    }
    return median(times.slice(10));
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
const issued = await issuing();

const row = (cells) => `| ${cells.join(" | ")} |`;
const rate = (milliseconds) => (1000 / milliseconds).toFixed(milliseconds > 100 ? 1 : 0);
const line = (name, milliseconds) => row([name, milliseconds.toFixed(2), rate(milliseconds)]);
const pdf = writing.get("pdf");
const lines = [
  "# Letters written",
  "",
  `${samples.length} letters (a refusal, an extension with its derivation of days, a partial disclosure), each of another text; ${ROUNDS} rounds, forms in turn, median.`,
  `Node ${process.version}, ${cpus()[0]?.model?.trim() ?? "?"}, ${cpus().length} cores, one thread. Made by \`node bench/letters.mjs\`.`,
  "",
  row(["", "ms", "letters a second"]),
  row(["---", "---:", "---:"]),
  line("drafted from the register", writing.get("draft")),
  line("drafted and written as docx", writing.get("docx")),
  line("drafted and written as pdf (PDF/A-2b)", pdf),
  line(`issued: act, number, docx, pdf and log on disk (embedded PostgreSQL, ${ISSUED} letters)`, issued),
  "",
  office === null
    ? "LibreOffice is not installed here: nothing to stand beside."
    : [
        row(["the same docx to pdf by LibreOffice, same run", "ms", "letters a second", "our pdf is faster by"]),
        row(["---", "---:", "---:", "---:"]),
        row(["started for one letter", office.one.toFixed(0), rate(office.one), `${(office.one / pdf).toFixed(1)} ×`]),
        row(["started once for all", office.many.toFixed(0), rate(office.many), `${(office.many / pdf).toFixed(1)} ×`]),
      ].join("\n"),
  "",
];
writeFileSync(join(ROOT, "bench", "RESULTS-letters.md"), lines.join("\n"));
console.log(lines.join("\n"));
