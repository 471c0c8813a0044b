// This repository keeps to every rule.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { areasOf, programsOf } from "./areas.mjs";
import { rules } from "./rules/all.mjs";
import { diskTree, filesIn } from "./tree.mjs";

const tree = diskTree(fileURLToPath(new URL("../..", import.meta.url)));

for (const { name, check } of rules) {
  test(name, () => {
    const breaches = check(tree);
    assert.ok(breaches.length === 0, `\n${breaches.join("\n")}`);
  });
}

test("the rules see the repository", () => {
  assert.ok(areasOf(tree).size >= 15, "areas of CMakeLists.txt");
  assert.deepEqual(programsOf(tree).map(({ name }) => name).sort(), ["admin", "council", "inspect", "node"]);
  for (const [folder, ending] of [["src/", ".cpp"], ["src/", ".h"], ["src/", ".sql"], ["api/", ".yaml"], ["web/src/", ".tsx"], ["web/src/i18n/ru/", ".json"]]) {
    assert.ok(filesIn(tree, folder, ending).length > 0, `${ending} files in ${folder}`);
  }
});
