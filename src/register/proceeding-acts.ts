import type { ProceedingTransition } from "./define-proceeding-transition.js";
import { appeal } from "./proceedings/appeal.js";
import { conclude } from "./proceedings/conclude.js";
import { fileProceeding } from "./proceedings/file-proceeding.js";
import { recordAnswer } from "./proceedings/record-answer.js";
import { recordNotice } from "./proceedings/record-notice.js";
import { resume } from "./proceedings/resume.js";
import { suspend } from "./proceedings/suspend.js";

/** Everything that can happen in a proceeding, in its order; what corrects an entry is not among them. */
export const PROCEEDING_ACTS: readonly ProceedingTransition[] = [
  fileProceeding,
  recordNotice,
  recordAnswer,
  suspend,
  resume,
  conclude,
  appeal,
];
