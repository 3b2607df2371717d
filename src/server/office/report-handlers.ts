import type { reportRoutes } from "../../api/reports.js";
import { namesOf } from "../../operations/cases/names-of.js";
import { answerFinding } from "../../operations/reports/answer-finding.js";
import { cellRecords, recordCells } from "../../operations/reports/cell-records.js";
import { checkDraft } from "../../operations/reports/check-draft.js";
import { compareYears } from "../../operations/reports/compare-years.js";
import { draftFile } from "../../operations/reports/draft-file.js";
import { draftReport } from "../../operations/reports/draft-report.js";
import { editionsOfYear, wholeEdition } from "../../operations/reports/editions.js";
import { enterYearFacts } from "../../operations/reports/enter-year-facts.js";
import { explainDifference } from "../../operations/reports/explain-difference.js";
import { freezeYear, freezingOutlook } from "../../operations/reports/freeze-year.js";
import { deadlineOf, listReports } from "../../operations/reports/list-reports.js";
import { closeBooks, openBooksFrom } from "../../operations/reports/open-books.js";
import { answerPromise, promisesOf } from "../../operations/reports/promises.js";
import { readOpening } from "../../operations/reports/read-opening.js";
import { releasedFile, releaseEdition } from "../../operations/reports/release-edition.js";
import { draftState } from "../../operations/reports/report-state.js";
import { writeFrame, writeSection } from "../../operations/reports/write-narrative.js";
import { loadYearFacts } from "../../operations/reports/year-facts-setting.js";
import { CHANNEL_LABELS } from "../../register/info-request.js";
import { figureHandlers } from "./figure-handlers.js";
import type { HandlersOf } from "./handle.js";
import { replyData } from "./reply-data.js";
import {
  booksReply,
  cellReply,
  editionReply,
  frameReply,
  namedIn,
  previousReply,
  promisesReply,
  releaseReply,
  sectionReply,
  shownRecords,
} from "./report-replies.js";
import { sentFile } from "./sent-file.js";

/** What answers the routes of the annual report. */
export const reportHandlers: HandlersOf<typeof reportRoutes> = {
  ...figureHandlers,
  async listReports({ office, params }) {
    return { reports: replyData(await listReports(office, params.agencyId)) };
  },
  async readReport({ office, actor, params, query }) {
    const { findings, ...drafted } = await checkDraft(office, actor, { ...params, ...query });
    const { counted, previous, isOver } = drafted;
    const { agency, isGovernment, tally } = counted;
    const editions = await editionsOfYear(office.database, params.agencyId, params.year);
    const nameOf = await namesOf(office, namedIn(editions));
    const { format, year, asOf, until, received } = tally;
    return {
      ...{ agency, isGovernment, format, year, asOf, until, isOver, received },
      deadline: deadlineOf(agency, year),
      cells: tally.cells.map((cell) => cellReply(cell, tally.logEnds !== undefined)),
      doubts: replyData(tally.doubts),
      differences: replyData(tally.openingDifferences),
      previous: previousReply(previous),
      editions: editions.map((edition) => editionReply(edition, nameOf)),
      state: draftState(drafted, findings),
    };
  },
  async readReportCell({ office, actor, params, query, cursors, may }) {
    const { cursor, limit, ...asked } = query;
    const place = cursors.place(cursor);
    const from = typeof place === "number" ? place : 0;
    const { cell, records, next } = await cellRecords(office, actor, { ...params, ...asked, from, limit });
    return {
      cell: cellReply(cell),
      records: await shownRecords(records, may),
      next: next === null ? null : cursors.next(next),
    };
  },
  async readRecordCells({ office, actor, params, query }) {
    return replyData(await recordCells(office, actor, { ...params, ...query }));
  },
  async readReportFindings({ office, actor, params, query }) {
    const { findings, counted } = await checkDraft(office, actor, { ...params, ...query });
    const nameOf = await namesOf(
      office,
      findings.flatMap(({ reason }) => reason?.by ?? []),
    );
    const named = findings.map(({ reason, ...finding }) => ({
      ...finding,
      reason: reason === null ? null : { ...reason, by: nameOf(reason.by) },
    }));
    return { asOf: counted.tally.asOf, findings: replyData(named) };
  },
  async answerReportFinding({ office, actor, params, body }) {
    const reason = await answerFinding(office, actor, { ...params, ...body });
    return { reason: reason === null ? null : { ...reason, by: actor.name } };
  },
  async readReportNarrative({ office, actor, params, query }) {
    const drafted = await draftReport(office, actor, { ...params, ...query });
    const written = [...drafted.stored.writtenOf.values()];
    const nameOf = await namesOf(
      office,
      written.flatMap(({ editedBy }) => editedBy ?? []),
    );
    return {
      asOf: drafted.counted.tally.asOf,
      frame: frameReply(drafted, nameOf),
      sections: drafted.narrative.map((section) => sectionReply(section, drafted.stored.writtenOf.get(section.section), nameOf)),
    };
  },
  async writeReportSection({ office, actor, params, body }) {
    const written = await writeSection(office, actor, { ...params, ...body });
    return sectionReply(written, written, () => actor.name);
  },
  async writeReportFrame({ office, actor, params, body }) {
    await writeFrame(office, actor, { ...params, ...body });
    return frameReply(await draftReport(office, actor, params), () => actor.name);
  },
  async readYearFacts({ office, actor, params, query }) {
    const { facts } = await draftReport(office, actor, { ...params, ...query });
    const { written } = await loadYearFacts(office.database, { ...params, ...query });
    const nameOf = await namesOf(office, written.editedBy === null ? [] : [written.editedBy]);
    const { requests, fees, trainings, proposals, published, channels } = facts;
    return {
      ...replyData({ trainings, proposals, published, channels, fees }),
      ...{ ...written, editedBy: written.editedBy === null ? null : nameOf(written.editedBy) },
      requests: {
        ...requests,
        byChannel: requests.byChannel.map(({ channel, pieces }) => ({ channel, label: CHANNEL_LABELS[channel], pieces })),
      },
    };
  },
  async writeYearFacts({ office, actor, params, body }) {
    const { version, ...facts } = body;
    const { editedAt, ...entered } = await enterYearFacts(office, actor, { ...params, version, facts });
    return { ...entered, editedAt: editedAt ?? "", editedBy: actor.name };
  },
  async readOpening({ office, actor, params, query }) {
    const books = await readOpening(office, actor, { ...params, ...query });
    return booksReply(books, await namesOf(office, books.openedBy === null ? [] : [books.openedBy]));
  },
  async openBooks({ office, actor, params, query, file }) {
    const isDryRun = query.dryRun === "yes";
    return booksReply(await openBooksFrom(office, actor, { ...params, ...sentFile(file), isDryRun }), () => actor.name);
  },
  async closeBooks({ office, actor, params }) {
    const books = await closeBooks(office, actor, params);
    return booksReply(books, await namesOf(office, books.openedBy === null ? [] : [books.openedBy]));
  },
  async explainDifference({ office, actor, params, body }) {
    const { agencyId: reporterId, ...explained } = body;
    return { differences: replyData(await explainDifference(office, actor, { ...explained, ...params, reporterId })) };
  },
  async readPromises({ office, actor, params }) {
    return promisesReply(await promisesOf(office, actor, params));
  },
  async answerPromise({ office, actor, params, body }) {
    return promisesReply(await answerPromise(office, actor, { ...params, ...body }));
  },
  async readFreezing({ office, actor, params, may }) {
    const { records, ...outlook } = await freezingOutlook(office, actor, params);
    return {
      ...{ mayFreeze: outlook.refusals.length === 0, ...replyData(outlook) },
      records: await shownRecords(records, may),
    };
  },
  async freezeReport({ office, actor, params, body }) {
    return editionReply(await freezeYear(office, actor, { ...params, ...body }), () => actor.name);
  },
  async listEditions({ office, params }) {
    const editions = await editionsOfYear(office.database, params.agencyId, params.year);
    const nameOf = await namesOf(office, namedIn(editions));
    return { editions: editions.map((edition) => editionReply(edition, nameOf)) };
  },
  async readEdition({ office, params }) {
    const { listed, body, isUnchanged } = await wholeEdition(office.database, params);
    const { report, checks, reasons, correction } = body;
    const nameOf = await namesOf(office, [...namedIn([listed]), ...reasons.map(({ by }) => by)]);
    return {
      edition: editionReply(listed, nameOf),
      isUnchanged,
      ...replyData({ report, checks, correction }),
      reasons: reasons.map((reason) => ({ ...reason, by: nameOf(reason.by) })),
    };
  },
  async releaseReport({ office, actor, params }) {
    const release = await releaseEdition(office, actor, params);
    return releaseReply(release, await namesOf(office, [release.releasedBy]));
  },
  async readReportFile({ office, params }) {
    return releasedFile(office, params);
  },
  async readDraftFile({ office, actor, params }) {
    return draftFile(office, actor, params);
  },
  async compareYears({ office, actor, params, query }) {
    const { years, cells, sections } = await compareYears(office, actor, { ...params, ...query });
    return {
      ...replyData({ years, cells }),
      sections: sections.map(({ id, heading, sentences, reused }) => ({
        ...{ section: id, heading, sentences },
        reused: reused.map(({ text }) => text),
      })),
    };
  },
};
