import type { figureRoutes } from "../../api/figures.js";
import { namesOf } from "../../operations/cases/names-of.js";
import { enterFigures, setPowers } from "../../operations/reports/enter-figures.js";
import { exportDocuments, exportFigures } from "../../operations/reports/export-figures.js";
import { importFigures } from "../../operations/reports/import-figures.js";
import { figureHistory, listFigures } from "../../operations/reports/list-figures.js";
import { enterDocument, importDocuments, listDocuments } from "../../operations/reports/normative-documents.js";
import type { MonthlyFigure, NormativeDocument } from "../../register/published-figure.js";
import type { HandlersOf } from "./handle.js";
import { replyData } from "./reply-data.js";
import { sentFile } from "./sent-file.js";

type NameOf = (id: string) => string;

/** What answers the routes of figures by month and of normative documents. */
export const figureHandlers: HandlersOf<typeof figureRoutes> = {
  async listFigures({ office, params, query }) {
    const { format, asked, figures } = await listFigures(office, { ...params, ...query });
    return { format, asked: replyData(asked), figures: figuresIn(figures, await namesOf(office, recorders(figures))) };
  },
  async readFigureHistory({ office, params }) {
    const figures = await figureHistory(office, params);
    return { figures: figuresIn(figures, await namesOf(office, recorders(figures))) };
  },
  async writeFigures({ office, actor, params, body }) {
    const source = `${actor.name}填报`;
    const figures = await enterFigures(office, actor, { ...params, figures: body.figures, source });
    return { figures: figuresIn(figures, () => actor.name) };
  },
  async importFigures({ office, actor, params, query, file }) {
    const isDryRun = query.dryRun === "yes";
    return replyData(await importFigures(office, actor, { ...params, ...sentFile(file), isDryRun }));
  },
  async writePowers({ office, actor, params, body }) {
    return { withoutPower: [...(await setPowers(office, actor, { ...params, ...body }))] };
  },
  exportFigures: ({ office, actor, params, query }) => exportFigures(office, actor, { ...params, ...query }),
  exportNormativeDocuments: ({ office, actor, params, query }) => exportDocuments(office, actor, { ...params, ...query }),
  async listNormativeDocuments({ office, params, query }) {
    const { counts, documents } = await listDocuments(office, { ...params, ...query });
    const nameOf = await namesOf(office, recorders(documents));
    return { counts: replyData(counts), documents: documents.map((document) => documentReply(document, nameOf)) };
  },
  async writeNormativeDocument({ office, actor, params, body }) {
    return documentReply(await enterDocument(office, actor, { ...params, ...body }), () => actor.name);
  },
  async importNormativeDocuments({ office, actor, params, query, file }) {
    const isDryRun = query.dryRun === "yes";
    return replyData(await importDocuments(office, actor, { ...params, ...sentFile(file), isDryRun }));
  },
};

const recorders = (records: readonly { readonly recordedBy: string }[]): string[] => records.map(({ recordedBy }) => recordedBy);

function figuresIn(figures: readonly MonthlyFigure[], nameOf: NameOf) {
  return figures.map(({ row, column, month, value, source, sequence, recordedAt, recordedBy, reason = null }) => ({
    ...{ row, column, month, value, source, reason },
    ...{ version: sequence, recordedAt, recordedBy: nameOf(recordedBy) },
  }));
}

function documentReply(document: NormativeDocument, nameOf: NameOf) {
  const { documentId, kind, title, number, madeOn, publishedOn, repealedOn } = document;
  const { sequence, recordedAt, recordedBy, reason = null } = document;
  return {
    ...{ documentId, kind, title, number, madeOn, publishedOn, repealedOn, reason },
    ...{ version: sequence, recordedAt, recordedBy: nameOf(recordedBy) },
  };
}
