// A problem small enough to be followed by hand: two classifications, one zero, two groups that always occur together, one family.
//
//        x    y   sum          hidden: a·x (2, by rule), a·y, b·x, b·y
//   a    2    5    7           b·y is made of groups 4 and 5, which no cell tells apart
//   b    4    7   11           the family knows one person of a·x and all four of b·x
//   c    0    9    9
//        6   21   27

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, existsSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const groupsOf = { 1: [1], 2: [2], 3: [3], 4: [4, 5], 5: [6], 6: [7], 7: [1, 2], 8: [3, 4, 5], 9: [6, 7], 10: [1, 3, 6], 11: [2, 4, 5, 7], 12: [1, 2, 3, 4, 5, 6, 7] };
const values = [2, 5, 4, 7, 0, 9, 7, 11, 9, 6, 21, 27];
const csv = (...lines) => `${lines.join("\n")}\n`;

export const files = () => ({
  "cells.csv": csv("cell,value,primary", ...values.map((value, index) => `${index + 1},${value},${index === 0 ? 1 : 0}`)),
  "incidence.csv": csv("cell,inner", ...Object.entries(groupsOf).flatMap(([cell, groups]) => groups.map((group) => `${cell},${group}`))),
  "inner.csv": csv("inner,value", "1,2", "2,5", "3,4", "4,6", "5,1", "6,0", "7,9"),
  "insiders.csv": csv("insider,inner,persons,exactly", "family,1,1,0", "family,3,4,0"),
});
export const pattern = (shown = []) => csv("cell,suppressed", ...values.map((_, index) => `${index + 1},${index < 4 && !shown.includes(index + 1) ? 1 : 0}`));

/** Population 0 has one more in a·x and one fewer in b·x, which the family knows to be wrong; population 1 the reverse. */
export const certificate = () => ({
  format: "homeward-certificate-1",
  width: 1,
  persons: [[1, 2], [2, 5], [3, 4], [4, 7], [7, 9]],
  shifts: [[[1, 1], [2, -1], [3, -1], [4, 1]], [[1, -1], [2, 1], [3, 1], [4, -1]]],
  openings: [[1, -1, 0], [1, 1, -1]],
});

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Writes a folder with all three; what is changed keeps hashes that fit, unless the change is about them. */
export function written({ change = () => {}, of = files(), shown = [], patternText = pattern(shown), told = certificate(), after = () => {} } = {}) {
  const folder = mkdtempSync(`${tmpdir()}/tables-`);
  mkdirSync(`${folder}/problem`);
  change(of, told);
  for (const [name, text] of Object.entries(of)) writeFileSync(`${folder}/problem/${name}`, text);
  writeFileSync(`${folder}/pattern.csv`, patternText);
  told.files ??= Object.fromEntries(Object.entries(of).map(([name, text]) => [name, sha256(text)]));
  told.pattern ??= sha256(patternText);
  after(told);
  writeFileSync(`${folder}/certificate.json`, JSON.stringify(told));
  return folder;
}

const run = (program, args) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", timeout: 120_000 });
  return { status, out: stdout, err: stderr };
};

export const verifier = (folder, ...more) => run("tools/verify-tables", [`${folder}/problem`, `${folder}/pattern.csv`, `${folder}/certificate.json`, ...more]);
export const admin = (...args) => run(`${process.env.HOMEWARD_BIN ?? "build/release"}/homeward-admin`, ["tables", ...args]);
export { existsSync, readFileSync };
