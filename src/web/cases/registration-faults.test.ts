import { expect, test } from "vitest";
import { NOTHING_REGISTERED, registrationOf } from "./registration.js";
import { registrationFaults } from "./registration-faults.js";

const WHOLE = { ...NOTHING_REGISTERED, name: "欧阳沐泽", pieces: [{ id: "", description: "低保资金" }] };
const fieldsOf = (changes: Partial<typeof NOTHING_REGISTERED>) =>
  registrationFaults({ ...WHOLE, ...changes }, "2025-03-03").map(({ field }) => field);

test.each([
  [{}, []],
  [{ identity: "11010519491231002X" }, []],
  [{ arrivedOn: "下周" }, ["arrivedOn"]],
  [{ confirmedOn: "13月" }, ["confirmedOn"]],
  [{ name: " " }, ["name"]],
  [{ name: "", pieces: [{ id: "", description: "" }] }, ["piece-0", "name"]],
  [{ pieces: [...WHOLE.pieces, { id: "", description: " " }] }, ["piece-1"]],
])("of a form with %j the faults are at %j", (changes, fields) => {
  expect(fieldsOf(changes)).toEqual(fields);
});

const sent = (changes: Partial<typeof NOTHING_REGISTERED>) =>
  registrationOf({ ...WHOLE, ...changes }, { letterId: "letter-1", pieceId: () => "piece-1" }).requester;

test("a number left empty is left out, whatever kind of document stands beside it", () => {
  expect(sent({ identity: "  " })).toEqual({ kind: "natural", name: "欧阳沐泽", contact: {} });
  expect(sent({ name: "", identity: "G123", document: "passport" })).toEqual({
    kind: "natural",
    identity: { document: "passport", number: "G123" },
    contact: {},
  });
  expect(sent({ name: " " })).toBeUndefined();
});
