const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Resolves at the first signal, or when the process that started this one as a server of its own is gone; a second signal ends the
 * process as it always would.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      process.removeListener("disconnect", stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    process.on("disconnect", stop);
    // To listen for its end alone must not keep the process: one that fails to start has to end.
    process.channel?.unref();
  });
}

/** What a server tells the process that started it (`yangguang serve`). */
export type ServerMessage =
  | { readonly kind: "progress"; readonly text: string }
  | { readonly kind: "ready"; readonly url: string; readonly notes: readonly string[] };

/** Tells whoever started this process as one of its servers; false where nobody did, and the person is told instead. */
export function tellStarter(message: ServerMessage): boolean {
  if (process.send === undefined) return false;
  // Whoever started us may be gone; then we are about to stop.
  process.send(message, undefined, undefined, () => undefined);
  return true;
}

export function isServedByOther(): boolean {
  return process.send !== undefined;
}
