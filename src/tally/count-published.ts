import type { PlainDate } from "../law/plain-date.js";
import { standingDocuments, stockOn } from "../register/normative-documents.js";
import type { CellAddress } from "../report/format.js";
import { monthlyCell } from "./monthly-cell.js";
import { openedFigure } from "./opened-figure.js";
import { explanationOf } from "./opening.js";
import type { CountedDocument, PublishedOfYear } from "./published-of-year.js";
import type { OpeningDifference, TalliedCell } from "./tally-result.js";

export interface PublishedCount {
  readonly cells: readonly TalliedCell[];
  readonly differences: readonly OpeningDifference[];
}

/** Table two: 规章 and 行政规范性文件 counted from the documents, everything else from the figures entered by month. */
export function countPublished(year: PublishedOfYear): PublishedCount {
  const { form } = year;
  const standing = standingDocuments(year.documents, year.asOf);
  const differences: OpeningDifference[] = [];
  const cells = form.rows.flatMap((row) =>
    row.columns.map((column): TalliedCell => {
      const address: CellAddress = { table: form.id, row: row.id, column };
      const kind = row.id.replace("art20_1.", "");
      if (kind !== row.id)
        return documentCell(
          year,
          address,
          standing.filter((one) => one.kind === kind),
          differences,
        );
      return monthlyCell(year, address, differences);
    }),
  );
  return { cells, differences };
}

function documentCell(
  year: PublishedOfYear,
  address: CellAddress,
  documents: readonly CountedDocument[],
  differences: OpeningDifference[],
): TalliedCell {
  const { begin, until, settings } = year;
  const isInYear = (day: PlainDate | null): boolean => day !== null && begin <= day && day <= until;
  switch (address.column) {
    case "made":
      return counted(
        address,
        documents.filter(({ madeOn }) => isInYear(madeOn)),
      );
    case "repealed":
      return counted(
        address,
        documents.filter(({ repealedOn }) => isInYear(repealedOn)),
      );
    case "newly_public":
      return counted(
        address,
        documents.filter(({ publishedOn }) => isInYear(publishedOn)),
      );
    case "valid": {
      const flow = [
        documents.filter(({ madeOn }) => isInYear(madeOn)).length,
        -documents.filter(({ repealedOn }) => isInYear(repealedOn)).length,
      ];
      return stockCell(year, { address, now: stockOn(documents, until), flow, differences });
    }
    default: {
      const isPublic = ({ publishedOn }: CountedDocument): boolean => publishedOn !== null && publishedOn <= until;
      const all = settings.publicTotal === "in-force" ? stockOn(documents, until) : documents;
      const flow = [documents.filter(({ publishedOn }) => isInYear(publishedOn)).length];
      const isOpened = settings.publicTotal === "ever-published";
      return stockCell(
        { ...year, openings: isOpened ? year.openings : [] },
        { address, now: all.filter(isPublic), flow, differences },
      );
    }
  }
}

function counted(address: CellAddress, documents: readonly CountedDocument[]): TalliedCell {
  return { ...address, value: documents.length, records: documents.map(({ documentId }) => documentId) };
}

interface Stock {
  readonly address: CellAddress;
  readonly now: readonly CountedDocument[];
  /** What came in and went out in the year. */
  readonly flow: readonly number[];
  readonly differences: OpeningDifference[];
}

/**
 * What is there at the end of the year. Where last year's report printed another number than the register has for its end, the stock is
 * last year's with the flow of this year, so that 上年有效加制发减废止 holds; once the difference is explained it is the register's.
 */
function stockCell(year: PublishedOfYear, { address, now, flow, differences }: Stock): TalliedCell {
  const cell = counted(address, now);
  const opened = openedFigure(year, address);
  if (opened === null) return cell;
  const { agencyId, value: reported } = opened;
  const ledger = flow.reduce((stock, change) => stock - change, now.length);
  if (reported === ledger) return cell;
  const explanation = explanationOf(year.explanations, { ...address, agencyId });
  const printed = explanation === null ? "reported" : "ledger";
  differences.push({ ...address, agencyId, reported, ledger, records: [], printed, explanation });
  return printed === "ledger" ? cell : { ...cell, value: flow.reduce((stock, change) => stock + change, reported) };
}
