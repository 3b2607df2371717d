import { expect, test } from "vitest";
import { DEFAULT_VALIDITY_MARKS, type ValidityMark, validityMarksFault } from "./validity.js";

const changed = (id: string, change: Partial<ValidityMark>): ValidityMark[] =>
  DEFAULT_VALIDITY_MARKS.map((mark) => (mark.id === id ? { ...mark, ...change } : mark));
const suspended: ValidityMark = { id: "suspended", name: "暂停施行", meaning: "", aliases: [], isInForce: true };

test("the usual marks, other names for them, and marks of an agency's own are in order", () => {
  expect(validityMarksFault(DEFAULT_VALIDITY_MARKS)).toBeNull();
  expect(validityMarksFault(changed("repealed", { name: "废止失效" }))).toBeNull();
  expect(validityMarksFault([...DEFAULT_VALIDITY_MARKS, suspended])).toBeNull();
  expect(validityMarksFault(DEFAULT_VALIDITY_MARKS.filter(({ id }) => id !== "amended"))).toBeNull();
});

test.each<[string, ValidityMark[], string]>([
  ["an id twice", [...DEFAULT_VALIDITY_MARKS, { ...suspended, id: "valid" }], "标注“暂停施行”的编号 valid 重复"],
  ["a name that is another's alias", changed("amended", { name: "失效" }), "“失效”既是“失效”又是“已失效”，导入时分不清"],
  ["a repealed document in force", changed("repealed", { isInForce: true }), "“已废止”不计入现行有效，不能改变"],
  ["no mark for repealed", DEFAULT_VALIDITY_MARKS.filter(({ id }) => id !== "repealed"), "“已废止”不能去掉，可以改用别的名称"],
  [
    "nothing in force",
    DEFAULT_VALIDITY_MARKS.filter(({ id, isInForce }) => !isInForce || id === "unmarked"),
    "至少要有一种标注表示现行有效",
  ],
])("is refused for %s", (_name, marks, sentence) => {
  expect(validityMarksFault(marks)).toBe(sentence);
});
