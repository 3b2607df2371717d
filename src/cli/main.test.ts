import { Command } from "commander";
import { expect, test } from "vitest";
import { COMMANDS } from "./main.js";
import { standardOutput } from "./output.js";

test("every command is found under the name it is called by", async () => {
  const output = standardOutput();
  for (const [name, load] of COMMANDS) {
    const program = new Command();
    (await load())(program, { output, finish: () => undefined });
    expect(program.commands.map((command) => command.name())).toEqual([name]);
  }
});
