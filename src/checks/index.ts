import { blankCellsCompleteness } from "./completeness/blank-cells.js";
import { rowsCompleteness } from "./completeness/rows.js";
import { surplusNumbersCompleteness } from "./completeness/surplus-numbers.js";
import { tablesCompleteness } from "./completeness/tables.js";
import { unreadCellsCompleteness } from "./completeness/unread-cells.js";
import { rowTotalsCrossFooting } from "./cross-footing/row-totals.js";
import { datesCalendar } from "./dates/calendar.js";
import { datesCountedToYearEnd } from "./dates/counted-to-year-end.js";
import { datesFutureYear } from "./dates/future-year.js";
import { datesLatestMeeting } from "./dates/latest-meeting.js";
import { datesPeriod } from "./dates/period.js";
import { datesPublishedInTime } from "./dates/published-in-time.js";
import { datesSameYear } from "./dates/same-year.js";
import { datesSignOff } from "./dates/sign-off.js";
import { datesSignedAfterYearEnd } from "./dates/signed-after-year-end.js";
import { datesThisYear } from "./dates/this-year.js";
import type { Check } from "./define-check.js";
import { columnTotalsFooting } from "./footing/column-totals.js";
import { formatCitation } from "./format/citation.js";
import { formatEdition } from "./format/edition.js";
import { namesLineOfWork } from "./names/line-of-work.js";
import { namesOwnKind } from "./names/own-kind.js";
import { namesPlace } from "./names/place.js";
import { namesSameAgency } from "./names/same-agency.js";
import { namesTitle } from "./names/title.js";
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
import { structureHeadingNumbers } from "./structure/heading-numbers.js";
import { structureHeadingWording } from "./structure/heading-wording.js";
import { structureOverviewParts } from "./structure/overview-parts.js";
import { structurePartCount } from "./structure/part-count.js";
import { structureSectionContent } from "./structure/section-content.js";
import { structureSectionOrder } from "./structure/section-order.js";
import { structureTableShape } from "./structure/table-shape.js";
import { outcomesTieOut } from "./tie-out/outcomes.js";
import { partsOfWholeTieOut } from "./tie-out/parts-of-whole.js";
import { percentagesTieOut } from "./tie-out/percentages.js";
import { proactiveFiguresTieOut } from "./tie-out/proactive-figures.js";
import { reconsiderationsAndSuitsTieOut } from "./tie-out/reconsiderations-and-suits.js";
import { requestsCarriedTieOut } from "./tie-out/requests-carried.js";
import { requestsReceivedTieOut } from "./tie-out/requests-received.js";
import { sameFactTwiceTieOut } from "./tie-out/same-fact-twice.js";
import { superlativesTieOut } from "./tie-out/superlatives.js";
import { wordingBrackets } from "./wording/brackets.js";
import { wordingConfusedWords } from "./wording/confused-words.js";
import { wordingCutOff } from "./wording/cut-off.js";
import { wordingDoubled } from "./wording/doubled.js";
import { wordingEnglish } from "./wording/english.js";
import { wordingLabels } from "./wording/labels.js";
import { wordingLostWords } from "./wording/lost-words.js";
import { wordingPageNumbers } from "./wording/page-numbers.js";
import { wordingRepeated } from "./wording/repeated.js";
import { wordingResidue } from "./wording/residue.js";
import { wordingTakenOver } from "./wording/taken-over.js";
import { wordingTitleRepeats } from "./wording/title-repeats.js";

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
  surplusNumbersCompleteness,
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
  structureSectionOrder,
  structureSectionContent,
  structureHeadingNumbers,
  structureHeadingWording,
  structurePartCount,
  structureOverviewParts,
  structureTableShape,
  formatEdition,
  formatCitation,
  datesSameYear,
  datesPeriod,
  datesThisYear,
  datesCountedToYearEnd,
  datesFutureYear,
  datesLatestMeeting,
  datesCalendar,
  datesSignOff,
  datesSignedAfterYearEnd,
  datesPublishedInTime,
  namesTitle,
  namesSameAgency,
  namesPlace,
  namesLineOfWork,
  namesOwnKind,
  wordingTitleRepeats,
  wordingLabels,
  wordingResidue,
  wordingEnglish,
  wordingPageNumbers,
  wordingLostWords,
  wordingConfusedWords,
  wordingCutOff,
  wordingDoubled,
  wordingBrackets,
  wordingRepeated,
  wordingTakenOver,
];
