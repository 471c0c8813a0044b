// Problems of chance: linked tables, groups that no cell tells apart, insiders who know others exactly or not, equations between
// cells of different groups. Both programs must accept what is made, and refuse it with any one cell shown again.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { admin, readFileSync, sha256, verifier, written } from "./problem.mjs";

const PROBLEMS = 16;

function chance(seed) {
  let state = seed * 2654435761 % 4294967296;
  const below = (most) => {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5; state >>>= 0;
    return state % most;
  };
  for (let warm = 0; warm < 8; ++warm) below(2);
  return below;
}

const crossed = (sizes) => sizes.reduce((all, size) => all.flatMap((one) => Array.from({ length: size }, (_, index) => [...one, index])), [[]]);

/** Groups of one population, and the cells of some tables of it. */
function population(below, firstGroup) {
  const sizes = Array.from({ length: 2 + below(2) }, () => 2 + below(3));
  const most = 3 + below(10);
  const groups = crossed(sizes).flatMap((at) => Array.from({ length: below(6) === 0 ? 2 : 1 }, () => ({ at, persons: below(3) === 0 ? 0 : 1 + below(most) })));
  groups.forEach((group, index) => (group.number = firstGroup + index));
  const tables = [sizes.map((_, index) => index), ...sizes.map((_, index) => [index]).slice(0, 1 + below(2))].slice(below(2));
  return { groups, tables: tables.map((by) => ({ by, sizes })) };
}

function cellsOf({ groups, tables }, floor) {
  return tables.flatMap(({ by, sizes }) =>
    crossed(by.map((d) => sizes[d] + 1)).map((at) => {
      const own = groups.filter((group) => by.every((d, index) => at[index] === sizes[d] || group.at[d] === at[index]));
      const value = own.reduce((sum, group) => sum + group.persons, 0);
      const total = by.every((d, index) => at[index] === sizes[d]);
      return { own, value, total, primary: value > 0 && value < floor && !total };
    }));
}

const csv = (heading, rows) => `${[heading, ...rows].join("\n")}\n`;

function insiders(below, groups) {
  const here = groups.filter((group) => group.persons > 0);
  return Array.from({ length: 1 + below(4) }, (_, who) => {
    const exactly = below(3) === 0;
    const among = exactly ? groups : here;
    const known = new Set(Array.from({ length: 1 + below(3) }, () => among[below(among.length)]));
    return [...known].map((group) => `family ${who},${group.number},${exactly ? group.persons : 1 + below(group.persons)},${exactly ? 1 : 0}`);
  }).flat();
}

function problem(seed) {
  const below = chance(seed);
  const first = population(below, 1);
  const populations = [first];
  if (below(2) === 0) populations.push(population(below, first.groups.length + 1));
  const sum = ({ groups }) => groups.reduce((all, group) => all + group.persons, 0);
  // Of two populations as many are counted, and an equation says so.
  if (populations.length === 2) {
    const missing = sum(populations[0]) - sum(populations[1]);
    populations[missing > 0 ? 1 : 0].groups[0].persons += Math.abs(missing);
  }
  const floor = 3 + below(3);
  const lists = populations.map((one) => cellsOf(one, floor));
  const cells = lists.flat();
  const groups = populations.flatMap((one) => one.groups);
  const totals = lists.map((list) => cells.indexOf(list.find((cell) => cell.total)) + 1);
  const of = {
    "cells.csv": csv("cell,value,primary", cells.map((cell, index) => `${index + 1},${cell.value},${cell.primary ? 1 : 0}`)),
    "incidence.csv": csv("cell,inner", cells.flatMap((cell, index) => cell.own.map((group) => `${index + 1},${group.number}`))),
    "labels.csv": csv("label,value", cells.map((cell) => `${cell.total ? "Total" : "other"},${cell.value}`)),
  };
  if (below(5) > 0) of["inner.csv"] = csv("inner,value", groups.map((group) => `${group.number},${group.persons}`));
  if (below(3) > 0) of["insiders.csv"] = csv("insider,inner,persons,exactly", insiders(below, groups));
  if (populations.length === 2) of["links.csv"] = csv("total,part", [`${totals[0]},${totals[1]}`]);
  return { of, width: `${1 + below(2)}`, below };
}

const summary = { safe: 0, not: 0, mutants: 0 };

for (let seed = 1; seed <= PROBLEMS; ++seed) {
  test(`problem ${seed}`, () => {
    const { of, width, below } = problem(seed);
    const place = written({ of, patternText: "", told: {} });
    const [folder, shown, proof] = [`${place}/problem`, `${place}/pattern.csv`, `${place}/certificate.json`];
    const made = admin("protect", folder, "--pattern", shown, "--certificate", proof, "--width", width);
    assert.ok([0, 1].includes(made.status), made.err + made.out);
    summary[made.status === 0 ? "safe" : "not"] += 1;
    if (made.status === 0) {
      for (const result of [admin("audit", folder, shown, "--width", width), admin("verify", folder, shown, proof, "--width", width), verifier(place, "--width", width)]) {
        assert.equal(result.status, 0, result.err + result.out);
      }
      const lines = readFileSync(shown, "utf8").split("\n");
      const hidden = lines.map((line, index) => (line.endsWith(",1") ? index : -1)).filter((index) => index > 0);
      const certificate = JSON.parse(readFileSync(proof, "utf8"));
      for (let turn = 0; turn < 3 && hidden.length > 0; ++turn) {
        const index = hidden[below(hidden.length)];
        const mutant = lines.map((line, at) => (at === index ? line.replace(/,1$/, ",0") : line)).join("\n");
        writeFileSync(shown, mutant);
        writeFileSync(proof, JSON.stringify({ ...certificate, pattern: sha256(mutant) }));
        const [one, other] = [admin("verify", folder, shown, proof, "--width", width), verifier(place, "--width", width)];
        assert.equal(one.status, other.status, `cell ${index}: ${one.out}${one.err}${other.out}${other.err}`);
        summary.mutants += one.status;
      }
    }
    rmSync(place, { recursive: true });
  });
}

test("most of them could be made safe, and most of the changed patterns were refused", () => {
  assert.ok(summary.safe > PROBLEMS / 2, JSON.stringify(summary));
  assert.ok(summary.mutants > PROBLEMS, JSON.stringify(summary));
});
