import { describe, expect, it } from "vitest";
import { byKind } from "./waits";

describe("the desk", () => {
  it("puts what is to be done the same way together, in the server's order", () => {
    const item = (kind: "action_mine" | "practice_call" | "decision_silence", title: string) => ({ kind, title, path: `/${title}`, state: "" });
    const groups = byKind([item("decision_silence", "a"), item("action_mine", "b"), item("practice_call", "c"), item("action_mine", "d")]);
    expect(groups.map(([kind, items]) => [kind, items.map(({ title }) => title)])).toEqual(
      [["decision_silence", ["a"]], ["action_mine", ["b", "d"]], ["practice_call", ["c"]]]);
  });
});
