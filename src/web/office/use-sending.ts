import { useState } from "react";
import { CallFailed } from "./call.js";

/** Sends something once, and keeps why it failed. `overtaken` is told too when a colleague was faster: the form may go with what it is about. */
export function useSending(overtaken?: (failure: CallFailed) => void) {
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (work: () => Promise<void>) => {
    setSending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
      if (error.code === "RECORD_STALE") overtaken?.(error);
    } finally {
      setSending(false);
    }
  };
  return { failure, isSending, send };
}
