// ./bench works from end to end on a small node and a small Council. How fast anything was is not judged here.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { bin } from "./region.mjs";

const KEYS = ["name", "clients", "p50_ms", "p95_ms", "p99_ms", "value", "unit", "target", "met"];
/** The work that the specification sets a target for, each with the numbers of clients it is measured with. */
const TARGETS = {
  "first page": [1, 8],
  "deep page": [1, 8],
  "filtered page": [1, 8],
  "name search, Latin": [1, 8],
  "name search, Cyrillic": [1, 8],
  "name search, Arabic": [1, 8],
  "open one person": [1, 8],
  "create one person": [1, 8],
  "export all as csv": [1],
  "export all as xlsx": [1],
  "import, preview and commit": [1],
  "server memory, highest": [1],
  "start until ready, file not cached": [1],
  "annual return": [1],
  "home, social worker": [1, 8],
  "case page": [1, 8],
  "case file as PDF, en": [1],
  "case file as PDF, ru": [1],
  "report: service by month, first": [1],
  "council: search, one word": [1, 8],
  "council: search, a phrase": [1, 8],
  "council: search, by a guest": [1, 8],
  "council: first page of bodies": [1, 8],
  "council: first page of decisions": [1, 8],
  "council: first page of practices": [1, 8],
  "council: a new document is found": [1],
};

/** Runs the benchmark over 2,000 people and 1,000 documents; gives its exit code and what it printed. */
const bench = (...options) =>
  new Promise((resolve) => {
    execFile(join(bin, "homeward-bench"), ["--people", "2000", "--documents", "1000", ...options], { maxBuffer: 1 << 26 }, (failed, stdout, stderr) =>
      resolve({ code: failed ? failed.code : 0, stdout, stderr }));
  });

describe("./bench", () => {
  let folder, lines, ran;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "homeward-bench-"));
    ran = await bench("--quick", "--json", join(folder, "lines.json"));
    assert.equal(ran.code, 0, ran.stderr);
    lines = JSON.parse(await readFile(join(folder, "lines.json"), "utf8"));
  });
  after(() => rm(folder, { recursive: true }));

  test("writes a list of lines, each with the same members", () => {
    for (const line of lines) {
      assert.deepEqual(Object.keys(line), KEYS, JSON.stringify(line));
      assert.equal(typeof line.value, "number");
      assert.equal(line.met, line.target === null ? null : line.value <= line.target, line.name);
      if (line.p50_ms !== null) assert.ok(0 < line.p50_ms && line.p50_ms <= line.p95_ms && line.p95_ms <= line.p99_ms, JSON.stringify(line));
    }
  });

  test("measures everything that has a target, and prints it", () => {
    for (const [name, clients] of Object.entries(TARGETS)) {
      const found = lines.filter((line) => line.name === name && line.target !== null);
      assert.deepEqual(found.map((line) => line.clients), clients, name);
      assert.ok(ran.stdout.includes(`\n${name} `), `${name} is printed`);
    }
  });

  test("sets probe and bare replies beside it", () => {
    for (const name of ["fsync probe, before", "bare hello, /healthz", "open route, /api/instance"]) assert.ok(lines.some((line) => line.name === name), name);
  });

  test("starts from the people it kept, and measures one part alone", async () => {
    const again = await bench("--quick", "--only", "pages");
    assert.equal(again.code, 0, again.stderr);
    assert.doesNotMatch(again.stderr, /Making/);
    assert.match(again.stdout, /\nfirst page /);
    assert.doesNotMatch(again.stdout, /annual return/);
  });

  test("says which parts there are when it knows no such one", async () => {
    const refused = await bench("--only", "nonsense");
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /pages, search/);
  });
});
