import { expect, test } from "vitest";
import { countedHits, hitId, idInFile, valueOfHit } from "./hit-id.js";

test("finds of the same text have the same value wherever they stand, others have not", () => {
  const [one, two, three] = [
    hitId("blocks/1", "0537-1234567", 0),
    hitId("blocks/4", "0537-1234567", 0),
    hitId("blocks/1", "0537-7654321", 0),
  ];
  expect(valueOfHit(one)).toBe(valueOfHit(two));
  expect(valueOfHit(one)).not.toBe(valueOfHit(three));
  expect(valueOfHit(`${one}-2`)).toBe(valueOfHit(one));
});

test("the same find in a second file has an id of its own, from which that in the file is known", () => {
  const id = hitId("页眉1第1段", "0537-1234567", 0);
  const counted = countedHits([{ id }, { id: "hit-other" }, { id }, { id }]).map((hit) => hit.id);
  expect(counted).toEqual([id, "hit-other", `${id}-2`, `${id}-3`]);
  expect(counted.map(idInFile)).toEqual([id, "hit-other", id, id]);
});
