import { blankCellsCompleteness } from "./completeness/blank-cells.js";
import { rowsCompleteness } from "./completeness/rows.js";
import { tablesCompleteness } from "./completeness/tables.js";
import { unreadCellsCompleteness } from "./completeness/unread-cells.js";
import { rowTotalsCrossFooting } from "./cross-footing/row-totals.js";
import { calendarDates } from "./dates/calendar.js";
import { countedToYearEndDates } from "./dates/counted-to-year-end.js";
import { futureYearDates } from "./dates/future-year.js";
import { latestMeetingDates } from "./dates/latest-meeting.js";
import { periodDates } from "./dates/period.js";
import { publishedInTimeDates } from "./dates/published-in-time.js";
import { sameYearDates } from "./dates/same-year.js";
import { signOffDates } from "./dates/sign-off.js";
import { signedAfterYearEndDates } from "./dates/signed-after-year-end.js";
import { thisYearDates } from "./dates/this-year.js";
import type { Check } from "./define-check.js";
import { columnTotalsFooting } from "./footing/column-totals.js";
import { citationFormat } from "./format/citation.js";
import { editionFormat } from "./format/edition.js";
import { lineOfWorkNames } from "./names/line-of-work.js";
import { ownKindNames } from "./names/own-kind.js";
import { placeNames } from "./names/place.js";
import { sameAgencyNames } from "./names/same-agency.js";
import { titleNames } from "./names/title.js";
import { countsPlausibility } from "./plausibility/counts.js";
import { documentsInForcePlausibility } from "./plausibility/documents-in-force.js";
import { feesPlausibility } from "./plausibility/fees.js";
import { jumpPlausibility } from "./plausibility/jump.js";
import { processingFeePlausibility } from "./plausibility/processing-fee.js";
import { publishedDocumentsPlausibility } from "./plausibility/published-documents.js";
import { rulesPlausibility } from "./plausibility/rules.js";
import { unpaidFeesPlausibility } from "./plausibility/unpaid-fees.js";
import { unusedItemsPlausibility } from "./plausibility/unused-items.js";
import { broughtForwardRollForward } from "./roll-forward/brought-forward.js";
import { itemsListsRollForward } from "./roll-forward/items-lists.js";
import { normativeDocumentsRollForward } from "./roll-forward/normative-documents.js";
import { requestsRollForward } from "./roll-forward/requests.js";
import { headingNumbersStructure } from "./structure/heading-numbers.js";
import { headingWordingStructure } from "./structure/heading-wording.js";
import { overviewPartsStructure } from "./structure/overview-parts.js";
import { partCountStructure } from "./structure/part-count.js";
import { sectionContentStructure } from "./structure/section-content.js";
import { sectionOrderStructure } from "./structure/section-order.js";
import { tableShapeStructure } from "./structure/table-shape.js";
import { outcomesTieOut } from "./tie-out/outcomes.js";
import { partsOfWholeTieOut } from "./tie-out/parts-of-whole.js";
import { percentagesTieOut } from "./tie-out/percentages.js";
import { proactiveFiguresTieOut } from "./tie-out/proactive-figures.js";
import { reconsiderationsAndSuitsTieOut } from "./tie-out/reconsiderations-and-suits.js";
import { requestsCarriedTieOut } from "./tie-out/requests-carried.js";
import { requestsReceivedTieOut } from "./tie-out/requests-received.js";
import { sameFactTwiceTieOut } from "./tie-out/same-fact-twice.js";
import { superlativesTieOut } from "./tie-out/superlatives.js";
import { bracketsWording } from "./wording/brackets.js";
import { confusedWordsWording } from "./wording/confused-words.js";
import { cutOffWording } from "./wording/cut-off.js";
import { doubledWording } from "./wording/doubled.js";
import { englishWording } from "./wording/english.js";
import { labelsWording } from "./wording/labels.js";
import { lostWordsWording } from "./wording/lost-words.js";
import { pageNumbersWording } from "./wording/page-numbers.js";
import { repeatedWording } from "./wording/repeated.js";
import { residueWording } from "./wording/residue.js";
import { takenOverWording } from "./wording/taken-over.js";
import { titleRepeatsWording } from "./wording/title-repeats.js";

/** Every check, in the order a careful reader would go. Written by hand; a test compares it with the folders. */
export const CHECKS: readonly Check[] = [
  columnTotalsFooting,
  rowTotalsCrossFooting,
  broughtForwardRollForward,
  itemsListsRollForward,
  normativeDocumentsRollForward,
  requestsRollForward,
  outcomesTieOut,
  partsOfWholeTieOut,
  percentagesTieOut,
  proactiveFiguresTieOut,
  reconsiderationsAndSuitsTieOut,
  requestsCarriedTieOut,
  requestsReceivedTieOut,
  sameFactTwiceTieOut,
  superlativesTieOut,
  blankCellsCompleteness,
  rowsCompleteness,
  tablesCompleteness,
  unreadCellsCompleteness,
  countsPlausibility,
  documentsInForcePlausibility,
  feesPlausibility,
  jumpPlausibility,
  processingFeePlausibility,
  publishedDocumentsPlausibility,
  rulesPlausibility,
  unpaidFeesPlausibility,
  unusedItemsPlausibility,
  sectionOrderStructure,
  sectionContentStructure,
  headingNumbersStructure,
  headingWordingStructure,
  partCountStructure,
  overviewPartsStructure,
  tableShapeStructure,
  editionFormat,
  citationFormat,
  sameYearDates,
  periodDates,
  thisYearDates,
  countedToYearEndDates,
  futureYearDates,
  latestMeetingDates,
  calendarDates,
  signOffDates,
  signedAfterYearEndDates,
  publishedInTimeDates,
  titleNames,
  sameAgencyNames,
  placeNames,
  lineOfWorkNames,
  ownKindNames,
  titleRepeatsWording,
  labelsWording,
  residueWording,
  englishWording,
  pageNumbersWording,
  lostWordsWording,
  confusedWordsWording,
  cutOffWording,
  doubledWording,
  bracketsWording,
  repeatedWording,
  takenOverWording,
];
