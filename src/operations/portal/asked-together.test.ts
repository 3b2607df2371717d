import { expect, test } from "vitest";
import { AskedTogether } from "./asked-together.js";

/** A reader that answers when it is told to, and remembers what it was asked. */
function slowReader() {
  const asked: (readonly string[])[] = [];
  const answers: (() => void)[] = [];
  const together = new AskedTogether<string>((ids) => {
    asked.push(ids);
    return new Promise((resolve) => answers.push(() => resolve(new Map(ids.flatMap((id) => (id === "none" ? [] : [[id, id]]))))));
  });
  return { together, asked, answer: () => answers.shift()?.() };
}

test("one asker is asked for at once, and whoever comes meanwhile shares the next question", async () => {
  const { together, asked, answer } = slowReader();
  const all = ["a", "b", "c", "none", "c"].map((id) => together.read(id));
  expect(asked).toEqual([["a"], ["b"]]);
  answer();
  await all[0];
  await Promise.resolve();
  expect(asked).toEqual([["a"], ["b"], ["c", "none"]]);
  answer();
  answer();
  expect(await Promise.all(all)).toEqual(["a", "b", "c", null, "c"]);
});

test("a question that fails fails for those who shared it, and not for those who come later", async () => {
  let isDown = true;
  const together = new AskedTogether<string>(async (ids) => {
    if (isDown) throw new Error("down");
    return new Map(ids.map((id) => [id, id]));
  });
  await expect(together.read("a")).rejects.toThrow("down");
  isDown = false;
  expect(await together.read("a")).toBe("a");
});
