import { expect, test } from "vitest";
import { piecesOf } from "./pieces";

test("what was found is told apart, the text stays whole", () => {
  const text = "🙂 School meals";
  const pieces = piecesOf(text, [{ begin: 3, end: 9 }, { begin: 10, end: 15 }]);
  expect(pieces).toEqual([
    { text: "🙂 ", found: false }, { text: "School", found: true }, { text: " ", found: false }, { text: "meals", found: true },
  ]);
  expect(piecesOf(text, []).map((piece) => piece.text).join("")).toBe(text);
});
