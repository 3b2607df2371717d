import type { Command } from "commander";
import type { Output } from "./output.js";

/** What a command ends with: 0 nothing of the asked severity, 1 findings, 2 a file could not be read or the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** What a command is given besides its words. */
export interface Terminal {
  readonly output: Output;
  readonly finish: (code: ExitCode) => void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, terminal: Terminal) => void;
