import type { CaseTransition } from "./define-transition.js";
import { accept } from "./transitions/accept.js";
import { answerRectification } from "./transitions/answer-rectification.js";
import { archive } from "./transitions/archive.js";
import { askAssistance } from "./transitions/ask-assistance.js";
import { askJointMaker } from "./transitions/ask-joint-maker.js";
import { askReasons } from "./transitions/ask-reasons.js";
import { askThirdParty } from "./transitions/ask-third-party.js";
import { confirm } from "./transitions/confirm.js";
import { decide } from "./transitions/decide.js";
import { decideAnew } from "./transitions/decide-anew.js";
import { extend } from "./transitions/extend.js";
import { lapseClarification } from "./transitions/lapse-clarification.js";
import { lapseFee } from "./transitions/lapse-fee.js";
import { noticeFee } from "./transitions/notice-fee.js";
import { receive } from "./transitions/receive.js";
import { recordAssistance } from "./transitions/record-assistance.js";
import { recordClarification } from "./transitions/record-clarification.js";
import { recordJointMakerAnswer } from "./transitions/record-joint-maker-answer.js";
import { recordPayment } from "./transitions/record-payment.js";
import { recordReasons } from "./transitions/record-reasons.js";
import { recordRectificationRequest } from "./transitions/record-rectification-request.js";
import { recordSearch } from "./transitions/record-search.js";
import { recordThirdPartyAnswer } from "./transitions/record-third-party-answer.js";
import { requestClarification } from "./transitions/request-clarification.js";
import { serve } from "./transitions/serve.js";
import { serveLetter } from "./transitions/serve-letter.js";
import { setLaterDate } from "./transitions/set-later-date.js";
import { transferInside } from "./transitions/transfer-inside.js";
import { withdraw } from "./transitions/withdraw.js";

/** Everything that can happen to a request, in the order of the procedure; what corrects an entry is not among them. */
export const CASE_ACTS: readonly CaseTransition[] = [
  receive,
  confirm,
  accept,
  transferInside,
  requestClarification,
  recordClarification,
  lapseClarification,
  askReasons,
  recordReasons,
  setLaterDate,
  askThirdParty,
  recordThirdPartyAnswer,
  askJointMaker,
  recordJointMakerAnswer,
  extend,
  askAssistance,
  recordAssistance,
  recordSearch,
  noticeFee,
  recordPayment,
  lapseFee,
  decide,
  decideAnew,
  serve,
  serveLetter,
  recordRectificationRequest,
  answerRectification,
  withdraw,
  archive,
];
