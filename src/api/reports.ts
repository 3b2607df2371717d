import { z } from "zod";
import { defineRoute } from "./define-route.js";
import { figureRoutes } from "./figures.js";
import { pageQuery } from "./paging.js";
import {
  ADDRESS,
  AGENCY,
  AGENCY_YEAR,
  cellDifference,
  composedReport,
  freezeRefusal,
  openingDifference,
  REPORT_YEAR,
  reportDay,
  reportEdition,
  reportFinding,
  reportInstant,
  reportRelease,
  section,
  talliedCell,
  yesNo,
} from "./report-parts.js";

const tag = "年度报告";
const AS_OF = z.object({ asOf: reportInstant.optional() });
const EDITION = z.object({ ...AGENCY, ...REPORT_YEAR, edition: z.coerce.number().int().min(1) });
const ONE_FILE = z.enum(["docx", "pdf", "html", "xlsx", "txt", "json", "csv"]);
const paragraph = z.string().max(20_000);

const draftState = z.object({
  /** Places a person still has to write. */
  toWrite: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  questions: z.number().int(),
  /** Errors and warnings without a written reason, and errors no reason helps. */
  unanswered: z.number().int(),
  unexplained: z.number().int(),
  blanks: z.number().int(),
});

const PREVIOUS = z.object({ kind: z.enum(["edition", "paper"]), year: z.number().int(), title: z.string() }).nullable();

const narrativePlace = z.object({
  id: z.string(),
  /** counted: written by the register. to-write: only a person can. heading: stands as it is. added: a person's own paragraphs. */
  kind: z.enum(["counted", "to-write", "heading", "added"]),
  /** What the register writes there now; null for a place to write. */
  counted: z.string().nullable(),
  hint: z.string().nullable(),
  /** The promise of last year it answers. */
  about: z.string().nullable(),
  isRequired: z.boolean(),
  /** What a person wrote; null: nobody did; empty: left out on purpose. */
  written: z.array(z.string()).nullable(),
  /** What the register wrote there when the person wrote over it, if it says something else now. */
  countedThen: z.string().nullable(),
});

const narrativeSection = z.object({
  section,
  heading: z.string(),
  version: z.number().int(),
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
  places: z.array(narrativePlace),
  /** Below the table: what the register writes, and what people add. */
  countedNotes: z.array(z.string()),
  notes: z.array(z.string()),
  /** What was written at places that are no longer asked for. Kept, not printed. */
  left: z.array(z.object({ id: z.string(), about: z.string().nullable(), written: z.array(z.string()) })),
});

const narrativeFrame = z.object({
  version: z.number().int(),
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
  title: z.string(),
  countedPreface: z.array(z.string()),
  /** Null: as counted. */
  preface: z.array(z.string()).nullable(),
  signedOn: z.string().nullable(),
  remarks: z.array(z.string()),
});

const columnCounts = z.array(z.object({ name: z.string().min(1).max(100), items: z.number().int().min(0) })).max(100);
const proposalCount = z.object({ handled: z.number().int().min(0), satisfied: z.number().int().min(0) });
const factsEntered = z.object({
  trainings: z.object({ held: z.number().int().min(0), people: z.number().int().min(0) }).nullable(),
  proposals: z.object({ congress: proposalCount, conference: proposalCount }).nullable(),
  /** Items published by column of the platform, and by channel. Null: not entered. */
  published: columnCounts.nullable(),
  channels: columnCounts.nullable(),
});

const promise = z.object({
  number: z.number().int(),
  /** In the words of last year's report. */
  promise: z.string(),
  state: z.enum(["done", "partly", "not-yet"]).nullable(),
  answer: z.array(z.string()),
});
const promises = z.object({
  previous: PREVIOUS,
  /** Of section five, where the answers are printed. */
  version: z.number().int(),
  promises: z.array(promise),
  answered: z.number().int(),
});

const openingBooks = z.object({
  kind: z.enum(["edition", "paper"]).nullable(),
  year: z.number().int(),
  title: z.string().nullable(),
  fileName: z.string().nullable(),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
  figures: z.array(z.object({ ...ADDRESS, value: z.number().nullable() })),
  differences: z.array(openingDifference),
  /** What a person should look at before relying on it. */
  warnings: z.array(z.string()),
});

const recordBehind = z.object({
  id: z.string(),
  kind: z.enum(["request", "proceeding", "document", "figure"]),
  agencyId: z.string(),
  number: z.string(),
  title: z.string(),
  on: z.string().nullable(),
});

/** The annual report, its three tables live all year, and what is done with it. */
export const reportRoutes = {
  ...figureRoutes,
  listReports: defineRoute({
    id: "list-reports",
    method: "GET",
    path: "/agencies/:agencyId/reports",
    summary: "列出各年度的报告：编制到哪一步，定稿、发布情况",
    tag,
    right: "reports:read",
    params: z.object(AGENCY),
    reply: z.object({
      reports: z.array(
        z.object({
          year: z.number().int(),
          editions: z.number().int(),
          frozenAt: z.string().nullable(),
          releasedAt: z.string().nullable(),
          /** 条例 第四十九条; null where no national rule names a day. */
          deadline: z.string().nullable(),
          isOver: z.boolean(),
        }),
      ),
    }),
  }),
  readReport: defineRoute({
    id: "read-report",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year",
    summary: "查看一个年度的三张表和编制情况，任何时候都可以",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({
      agency: z.string(),
      isGovernment: z.boolean(),
      format: z.string(),
      year: z.number().int(),
      asOf: z.string(),
      until: z.string(),
      isOver: z.boolean(),
      deadline: z.string().nullable(),
      cells: z.array(talliedCell),
      received: z.object({ letters: z.number().int(), pieces: z.number().int() }),
      doubts: z.array(z.object({ record: z.string(), doubtId: z.string(), message: z.string() })),
      differences: z.array(openingDifference),
      previous: PREVIOUS,
      editions: z.array(reportEdition),
      state: draftState,
    }),
  }),
  readReportCell: defineRoute({
    id: "read-report-cell",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/cells/:table/:row/:column",
    summary: "查看一格数字所依据的记录",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, ...ADDRESS }),
    query: z.object({
      asOf: reportInstant.optional(),
      edition: z.coerce.number().int().min(1).optional(),
      ...pageQuery.shape,
    }),
    reply: z.object({ cell: talliedCell, records: z.array(recordBehind), next: z.string().nullable() }),
  }),
  readRecordCells: defineRoute({
    id: "read-record-cells",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/records/:recordId/cells",
    summary: "查看一件记录计入了哪些格",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, recordId: z.string().max(200) }),
    query: AS_OF,
    reply: z.object({
      cells: z.array(z.object({ ...ADDRESS, where: z.string() })),
      /** Why it stands in none, or a person should look at it. */
      doubts: z.array(z.string()),
    }),
  }),
  readReportFindings: defineRoute({
    id: "read-report-findings",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/findings",
    summary: "检查草稿，列出问题和所在位置",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({ asOf: z.string(), findings: z.array(reportFinding) }),
  }),
  answerReportFinding: defineRoute({
    id: "answer-report-finding",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/findings/:fingerprint/reason",
    summary: "写明一个问题可以不改的理由；留空则撤回",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, fingerprint: z.string().max(200) }),
    body: z.object({ reason: z.string().max(2000) }),
    reply: z.object({ reason: z.object({ text: z.string(), by: z.string(), at: z.string() }).nullable() }),
  }),
  readReportNarrative: defineRoute({
    id: "read-report-narrative",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/narrative",
    summary: "查看报告文字：台账写的、待写的、人写的",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({ asOf: z.string(), frame: narrativeFrame, sections: z.array(narrativeSection) }),
  }),
  writeReportSection: defineRoute({
    id: "write-report-section",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/narrative/:section",
    summary: "保存一个部分的文字；别人已经改过的，不覆盖",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, section }),
    body: z.object({
      /** As read. */
      version: z.number().int().min(0),
      /** Only the places named are changed. Null takes back what was written. */
      places: z
        .array(z.object({ id: z.string().max(100), written: z.array(paragraph).max(200).nullable() }))
        .max(100)
        .default([]),
      /** Left out: as they are. */
      notes: z.array(paragraph).max(50).optional(),
    }),
    reply: narrativeSection,
  }),
  writeReportFrame: defineRoute({
    id: "write-report-frame",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/frame",
    summary: "保存前言、落款日期和附注",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({
      version: z.number().int().min(0),
      preface: z.array(paragraph).max(20).nullable(),
      signedOn: reportDay.nullable(),
      remarks: z.array(z.string().max(500)).max(10),
    }),
    reply: narrativeFrame,
  }),
  readYearFacts: defineRoute({
    id: "read-year-facts",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/facts",
    summary: "查看写报告用的事实：台账数出的和填报的",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: z.object({
      version: z.number().int(),
      editedAt: z.string().nullable(),
      editedBy: z.string().nullable(),
      ...factsEntered.shape,
      requests: z.object({
        letters: z.number().int(),
        byChannel: z.array(z.object({ channel: z.string(), label: z.string(), pieces: z.number().int() })),
        meanWorkingDays: z.number().nullable(),
        extended: z.number().int(),
      }),
      fees: z.object({ notices: z.number(), paid: z.number(), paidYuan: z.number(), lapsed: z.number() }),
    }),
  }),
  writeYearFacts: defineRoute({
    id: "write-year-facts",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/facts",
    summary: "填报培训、建议提案、各栏目和渠道的信息条数",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({ version: z.number().int().min(0), ...factsEntered.shape }),
    reply: z.object({ version: z.number().int(), editedAt: z.string(), editedBy: z.string(), ...factsEntered.shape }),
  }),
  readOpening: defineRoute({
    id: "read-opening",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "查看以上年哪份报告开账，与台账有哪些不一致",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: AS_OF,
    reply: openingBooks,
  }),
  openBooks: defineRoute({
    id: "open-books",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "以上年度已公布的报告文件开账（docx、doc、pdf、html、txt、xlsx 等）",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    /** `dryRun` tells what would be, and stores nothing. */
    query: z.object({ dryRun: yesNo.default("no") }),
    takesFile: true,
    reply: openingBooks,
  }),
  closeBooks: defineRoute({
    id: "close-books",
    method: "DELETE",
    path: "/agencies/:agencyId/reports/:year/opening",
    summary: "撤回以文件开的账",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    reply: openingBooks,
  }),
  explainDifference: defineRoute({
    id: "explain-difference",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/differences",
    summary: "说明上年报告与台账不一致的原因；留空则撤回",
    tag,
    right: "reports:write",
    params: AGENCY_YEAR,
    body: z.object({ ...ADDRESS, agencyId: z.string().max(100), reason: z.string().max(2000) }),
    reply: z.object({ differences: z.array(openingDifference) }),
  }),
  readPromises: defineRoute({
    id: "read-promises",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/promises",
    summary: "上年报告承诺的改进和落实情况",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: promises,
  }),
  answerPromise: defineRoute({
    id: "answer-promise",
    method: "PUT",
    path: "/agencies/:agencyId/reports/:year/promises/:number",
    summary: "写明一项承诺的落实情况",
    tag,
    right: "reports:write",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, number: z.coerce.number().int().min(1) }),
    body: z.object({
      version: z.number().int().min(0),
      state: z.enum(["done", "partly", "not-yet"]).nullable(),
      answer: z.array(paragraph).max(20),
    }),
    reply: promises,
  }),
  readFreezing: defineRoute({
    id: "read-freezing",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/freezing",
    summary: "列出定稿前还要做的事",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: z.object({
      mayFreeze: z.boolean(),
      /** The number the next edition would bear; from 2 on it is a correction. */
      nextEdition: z.number().int(),
      refusals: z.array(freezeRefusal),
      /** What the next edition would change in the last one; null when there is none yet. */
      differences: z.array(cellDifference).nullable(),
    }),
  }),
  freezeReport: defineRoute({
    id: "freeze-report",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/editions",
    summary: "定稿；已经定稿的，写明原因后更正为下一版",
    tag,
    right: "reports:freeze",
    params: AGENCY_YEAR,
    body: z.object({
      /** The edition it is to follow, 0 for the first: nobody freezes past another one. */
      after: z.number().int().min(0),
      /** Why there is another edition. Null for the first. */
      reason: z.string().max(2000).nullable(),
    }),
    reply: reportEdition,
  }),
  listEditions: defineRoute({
    id: "list-editions",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions",
    summary: "列出一个年度的各版报告",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    reply: z.object({ editions: z.array(reportEdition) }),
  }),
  readEdition: defineRoute({
    id: "read-edition",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions/:edition",
    summary: "查看一版报告的全文、检查结果、理由和更正内容",
    tag,
    right: "reports:read",
    params: EDITION,
    reply: z.object({
      edition: reportEdition,
      /** Whether the content still gives its hash. */
      isUnchanged: z.boolean(),
      report: composedReport,
      checks: z.array(z.object({ fingerprint: z.string(), checkId: z.string(), severity: z.string(), message: z.string() })),
      reasons: z.array(z.object({ fingerprint: z.string(), reason: z.string(), by: z.string() })),
      correction: z.object({ reason: z.string(), ofHash: z.string(), differences: z.array(cellDifference) }).nullable(),
    }),
  }),
  releaseReport: defineRoute({
    id: "release-report",
    method: "POST",
    path: "/agencies/:agencyId/reports/:year/editions/:edition/release",
    summary: "发布：写出各种格式的文件，逐个读回核对后保存",
    tag,
    right: "reports:freeze",
    params: EDITION,
    reply: reportRelease,
  }),
  readReportFile: defineRoute({
    id: "read-report-file",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/editions/:edition/files/:format",
    summary: "下载已发布的报告文件",
    tag,
    right: "reports:read",
    params: z.object({ ...EDITION.shape, format: ONE_FILE }),
    file: { mediaType: "application/octet-stream" },
  }),
  readDraftFile: defineRoute({
    id: "read-draft-file",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/draft/:format",
    summary: "下载草稿，供内部审阅",
    tag,
    right: "reports:read",
    params: z.object({ ...AGENCY, ...REPORT_YEAR, format: ONE_FILE }),
    file: { mediaType: "application/octet-stream" },
  }),
  compareYears: defineRoute({
    id: "compare-years",
    method: "GET",
    path: "/agencies/:agencyId/reports/:year/comparison",
    summary: "与往年逐格比较；文字与上年逐句比较",
    tag,
    right: "reports:read",
    params: AGENCY_YEAR,
    query: z.object({ years: z.coerce.number().int().min(1).max(10).default(3) }),
    reply: z.object({
      /** This year first. draft: as it stands now. */
      years: z.array(z.object({ year: z.number().int(), source: z.enum(["draft", "edition", "paper"]) })),
      /** Cells of all the forms met; a year whose form has not the cell, or left it blank, is null. */
      cells: z.array(z.object({ ...ADDRESS, where: z.string(), values: z.array(z.number().nullable()) })),
      sections: z.array(
        z.object({
          section: section.nullable(),
          heading: z.string(),
          sentences: z.number().int(),
          /** Sentences that stand word for word in last year's report. */
          reused: z.array(z.string()),
        }),
      ),
    }),
  }),
} as const;
