import { COLOURED, type Dress, PLAIN } from "../writers/terminal.js";

/** Where a command writes, and what it is: a terminal is dressed in colours, a pipe or a file is not. */
export interface Output {
  readonly dress: Dress;
  readonly isTerminal: boolean;
  write(part: string | Uint8Array): Promise<void>;
  /** Messages for the person, apart from the result: progress, errors. */
  tell(text: string): void;
}

/** The standard output of this process. NO_COLOR (no-color.org) and FORCE_COLOR are heeded. */
export function standardOutput(): Output {
  // Whoever reads us may have seen enough (「| head」): that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const isTerminal = process.stdout.isTTY === true;
  const wantsColour = process.env.FORCE_COLOR !== undefined || (isTerminal && process.env.NO_COLOR === undefined);
  return {
    dress: wantsColour ? COLOURED : PLAIN,
    isTerminal,
    write: (part) =>
      new Promise((resolve) => {
        if (process.stdout.write(part)) resolve();
        else process.stdout.once("drain", resolve);
      }),
    tell: (text) => void process.stderr.write(text),
  };
}
