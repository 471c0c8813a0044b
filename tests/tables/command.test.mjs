// homeward-admin tables, from outside: exit codes, what it says of bad input, and that the second program agrees with it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";
import { admin, certificate, existsSync, files, pattern, readFileSync, root, sha256, verifier, written } from "./problem.mjs";

const DATA = "tests/data/sdc";
const QUICK = ["z1_maxN3_z0", "z2_single_maxN3_z0", "z2_linked_maxN3_z0", "z2_linked_maxN3_z1", "syn_dev_P1_n3z0", "syn_dev_P4_n3z0", "insee_act_size"];
let folder;
before(() => (folder = mkdtempSync(`${tmpdir()}/tables-`)));
after(() => rmSync(folder, { recursive: true }));

for (const name of QUICK) {
  test(`${name} is made safe, and both programs accept the certificate`, () => {
    const [made, proof] = [`${folder}/${name}.csv`, `${folder}/${name}.json`];
    const { status, out, err } = admin("protect", `${DATA}/${name}`, "--pattern", made, "--certificate", proof);
    assert.equal(status, 0, err);
    assert.match(out, /cells: \d+ hidden by rule, \d+ to protect them/);
    assert.equal(admin("audit", `${DATA}/${name}`, made).status, 0);
    assert.equal(admin("verify", `${DATA}/${name}`, made, proof).status, 0);
    assert.match(second(name, made, proof).out, /^Accepted/);
    const again = `${folder}/${name}-again.csv`;
    admin("protect", `${DATA}/${name}`, "--pattern", again);
    assert.equal(readFileSync(again, "utf8"), readFileSync(made, "utf8"), "same input, same pattern");
  });
}

/** The second program on a problem of the repository. */
function second(name, made, proof) {
  const problem = Object.fromEntries(readdirSync(`${root}${DATA}/${name}`).map((file) => [file, readFileSync(`${root}${DATA}/${name}/${file}`, "utf8")]));
  const place = written({ of: problem, patternText: readFileSync(made, "utf8"), told: JSON.parse(readFileSync(proof, "utf8")) });
  const result = verifier(place);
  rmSync(place, { recursive: true });
  return result;
}

test("a peer's pattern is not safe, each cell named and from whom", () => {
  const { status, out } = admin("audit", `${DATA}/syn_dev_P2_n3z0`, `${DATA}/syn_dev_P2_n3z0/peer_gauss_nosingleton.csv`);
  assert.equal(status, 1);
  assert.match(out, /^cells? [\d, ]+: not safe from outsiders, who know that it is \d/m);
  assert.match(out, /not safe\.$/m);
});

/** Runs all three commands on a small problem with something changed. */
function small(options, command = "verify") {
  const place = written(options);
  const [problem, shown, proof] = [`${place}/problem`, `${place}/pattern.csv`, `${place}/certificate.json`];
  const result = { protect: () => admin("protect", problem, "--pattern", `${place}/made.csv`, "--certificate", `${place}/made.json`),
    audit: () => admin("audit", problem, shown), verify: () => admin("verify", problem, shown, proof) }[command]();
  result.wrote = existsSync(`${place}/made.csv`) || existsSync(`${place}/made.json`);
  rmSync(place, { recursive: true });
  return result;
}

test("the certificate made by hand is accepted", () => assert.equal(small({}).status, 0));

describe("a certificate that does not prove the pattern", () => {
  const faults = {
    "a shown cell changed": (_, told) => { told.shifts[0] = [[1, 1], [2, -1]]; },
    "a negative group": (_, told) => { told.shifts[0] = [[1, 5], [2, -5], [3, -5], [4, 5]]; },
    "the zero rule broken": (_, told) => { told.shifts[1] = [[1, -2], [2, 2], [3, 2], [4, -2]]; },
    "low and high swapped": (_, told) => { told.openings[0] = [1, 0, -1]; told.openings.pop(); },
    "the family forgotten": (_, told) => { told.openings = [[1, -1, 0]]; },
    "no opening": (_, told) => { told.openings = []; },
    "another base": (_, told) => { told.persons[0] = [1, 3]; },
  };
  for (const [name, change] of Object.entries(faults)) test(`${name} is refused`, () => assert.equal(small({ change }).status, 1));
  for (const cell of [1, 2, 3, 4]) test(`cell ${cell} shown is refused`, () => assert.equal(small({ shown: [cell] }).status, 1));
});

describe("bad input is refused with the cell, rule or line named, and exit code 2", () => {
  const replaced = (name, from, to) => (of) => { of[name] = of[name].replace(from, to); };
  const faults = [
    ["a margin that does not add up", replaced("cells.csv", "7,7,0", "7,8,0"), /Cell 7 has 8, and its groups add up to 7/],
    ["a negative count", replaced("cells.csv", "2,5,0", "2,-5,0"), /cells\.csv, line 3: a count cannot be negative/],
    ["a negative group", replaced("inner.csv", "2,5", "2,-5"), /inner\.csv, line 3: a count cannot be negative/],
    ["a cell in no equation", (of) => { of["cells.csv"] += "13,4,0\n"; }, /Cell 13 is in no equation/],
    ["a cell told twice", (of) => { of["cells.csv"] += "12,27,0\n"; }, /cells\.csv, line 14: this was said before/],
    ["a group told twice", (of) => { of["incidence.csv"] += "12,7\n"; }, /incidence\.csv, line \d+: this was said before/],
    ["two counts of the same people", (of) => { of["cells.csv"] += "13,4,0\n"; of["incidence.csv"] += "13,1\n"; delete of["inner.csv"]; }, /Cells 13 and 1 count the same groups/],
    ["margins that contradict each other, nobody having counted the groups", (of) => { of["cells.csv"] = of["cells.csv"].replace("12,27,0", "12,28,0"); delete of["inner.csv"]; }, /Cell 12 contradicts/],
    ["a loop", (of) => { of["cells.csv"] += "13,7,0\n14,7,0\n"; of["links.csv"] = "total,part\n13,14\n14,13\n"; }, /links\.csv: cell 1[34] is part of itself/],
    ["parts that overlap", (of) => { of["links.csv"] = "total,part\n12,1\n12,7\n"; }, /cells \d+ and \d+ share a group/],
    ["a link that does not add up", (of) => { of["links.csv"] = "total,part\n12,7\n12,8\n"; }, /Cell 12 has 27, and its groups add up to 18/],
    ["a group that nobody counted", replaced("inner.csv", "7,9\n", ""), /no value for group 7/],
    ["a column that is not there", replaced("inner.csv", "inner,value", "inner,persons"), /inner\.csv has no column `value`/],
    ["an insider who knows more people than there are", replaced("insiders.csv", "3,4,0", "3,5,0"), /insiders\.csv, line 3: nobody can know so many/],
    ["NUL", replaced("cells.csv", "2,5,0", "2,\0,0"), /cells\.csv/],
    ["a quote that does not end", replaced("cells.csv", "2,5,0", '"2,5,0'), /cells\.csv/],
    ["a number beyond all bounds", replaced("cells.csv", "2,5,0", "2,99999999999999999999,0"), /cells\.csv, line 3/],
    ["a field too many", replaced("cells.csv", "2,5,0", "2,5,0,1"), /cells\.csv, line 3/],
    ["an empty file", (of) => { of["cells.csv"] = ""; }, /cells\.csv/],
    ["a heading alone", (of) => { of["cells.csv"] = "cell,value,primary\n"; }, /cells\.csv/],
  ];
  for (const [name, change, reason] of faults) {
    test(name, () => {
      const { status, err, wrote } = small({ change }, "protect");
      assert.match(err, reason);
      assert.equal(status, 2);
      assert.equal(wrote, false);
    });
  }
  test("an empty folder, no folder, half a command, a width that is none", () => {
    assert.match(admin("protect", folder, "--pattern", `${folder}/no.csv`).err, /no file .*cells\.csv/);
    assert.equal(admin("audit", "/nowhere", `${folder}/no.csv`).status, 2);
    assert.equal(admin("audit").status, 2);
    assert.equal(admin("audit", folder, "x", "--width", "-1").status, 2);
  });
  test("a pattern of other cells", () => assert.match(small({ patternText: pattern().replace("12,0\n", "") }, "audit").err, /says nothing of cell 12/));
  test("a certificate of other files", () => {
    assert.match(small({ after: (told) => { told.files["cells.csv"] = sha256("other"); } }).err, /another cells\.csv/);
    assert.equal(small({ told: { ...certificate(), note: "trust me" } }).status, 2);
  });
});

test("columns in another order, quotes, CR LF and a byte order mark are read", () => {
  const change = (of) => { of["inner.csv"] = "\ufeff\"value\",inner\r\n" + [2, 5, 4, 6, 1, 0, 9].map((value, index) => `"${value}",${index + 1}\r\n`).join(""); };
  assert.equal(small({ change }, "protect").status, 0);
});

test("tables that cannot be made safe: says so, names the cell, writes nothing", () => {
  const of = { "cells.csv": "cell,value,primary\n1,1,1\n2,9,0\n3,1,1\n4,9,0\n5,10,0\n", "incidence.csv": "cell,inner\n1,1\n2,2\n3,1\n4,2\n5,1\n5,2\n", "inner.csv": "inner,value\n1,1\n2,9\n",
    "labels.csv": "a,n\nx,1\nTotal,9\nx,1\nTotal,9\nTotal,10\n" };
  const { status, out, wrote } = small({ of }, "protect");
  assert.deepEqual([status, wrote], [1, false]);
  assert.match(out, /cannot be made safe: no pattern keeps cells? 1.* Coarser classes are needed/);
});

test("an interrupt ends it at once, without half a file", async () => {
  const made = `${folder}/interrupted.csv`;
  const child = spawn(`${process.env.HOMEWARD_BIN ?? "build/release"}/homeward-admin`, ["tables", "protect", `${DATA}/syn_dev_P5_n3z0`, "--pattern", made], { cwd: root });
  setTimeout(() => child.kill("SIGINT"), 700);
  const code = await new Promise((resolve) => child.on("exit", resolve));
  assert.equal(code, 130);
  assert.equal(existsSync(made), false);
});

test("files with bytes changed at random never crash it", () => {
  let seed = 20240514;
  const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const bytes = [0, 10, 13, 34, 44, 45, 46, 48, 57, 65, 255];
  for (let round = 0; round < 60; ++round) {
    const of = Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, Buffer.from(text)]));
    const name = Object.keys(of)[random(4)];
    for (let change = 0; change <= random(3); ++change) of[name][random(of[name].length)] = bytes[random(bytes.length)];
    const { status } = small({ of }, "protect");
    assert.ok([0, 1, 2].includes(status), `${name} round ${round}: ${status}\n${of[name]}`);
  }
  writeFileSync(`${folder}/done`, "");
});
