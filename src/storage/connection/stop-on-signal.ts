const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const open = new Set<() => Promise<void>>();

/**
 * Lets the embedded server end with the application when that is told to end. Steps back when the application listens to the
 * signal itself: then it closes what it opened in its own order. Gives the function that forgets about it.
 */
export function stopOnSignal(close: () => Promise<void>): () => void {
  if (open.size === 0) for (const signal of SIGNALS) process.on(signal, stopAll);
  open.add(close);
  return () => {
    open.delete(close);
    if (open.size === 0) for (const signal of SIGNALS) process.removeListener(signal, stopAll);
  };
}

function stopAll(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  // Each close takes itself out of the list; with the last one our listener is gone and the signal does what it always does.
  Promise.allSettled([...open].map((close) => close())).then(() => process.kill(process.pid, signal));
}
