import { useState } from "react";
import { CallFailed } from "./call.js";

/** Sends something once, and keeps why it failed. */
export function useSending() {
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
    } finally {
      setSending(false);
    }
  };
  return { failure, isSending, send };
}
