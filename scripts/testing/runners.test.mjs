// The tests are counted rightly: what crashes, breaks or runs nothing is a failure.

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root, runCommand, runGoogleTests, runNodeTests } from "./runners.mjs";

const folder = mkdtempSync(join(tmpdir(), "homeward-runners-"));
before(() => process.chdir(root));
after(() => rmSync(folder, { recursive: true }));

function plant(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

const counted = ({ passed, failed, skipped }) => [passed, failed, skipped];

describe("Node's tests", () => {
  // The runner would take itself for a part of this very run.
  before(() => { delete process.env.NODE_TEST_CONTEXT; });
  const planted = (name, text) => plant(`${name}.test.mjs`, `import { test, describe } from "node:test";\n${text}`);
  const run = async (text) => counted(await runNodeTests("self test node", [planted("planted", text)]));

  test("single tests count, suites do not", async () => {
    assert.deepEqual(await run('describe("s", () => { test("a", () => {}); test("b", () => {}); });'), [2, 0, 0]);
  });
  test("a failing test in a suite counts once", async () => {
    assert.deepEqual(await run('describe("s", () => { test("a", () => {}); test("b", () => { throw 1; }); });'), [1, 1, 0]);
  });
  test("skipped tests did not pass", async () => {
    assert.deepEqual(await run('test("a", () => {}); test("b", { skip: true }, () => {});'), [1, 0, 1]);
  });
  test("a suite whose body breaks is a failure", async () => {
    assert.deepEqual(await run('test("a", () => {}); describe("s", () => { throw new Error("no"); });'), [1, 1, 0]);
  });
  test("a file that breaks is a failure", async () => {
    assert.deepEqual(await run('throw new Error("no");'), [0, 1, 0]);
  });
  test("a file without tests is a failure", async () => {
    assert.deepEqual(await run(""), [0, 1, 0]);
  });
  test("files run one after the other, or as many at a time as is said", async () => {
    const meeting = (own, other) => planted(own, `
      import { existsSync, writeFileSync } from "node:fs";
      test("sees the other begin", async () => {
        writeFileSync("${folder}/${own}", "");
        for (let i = 0; i < 60 && !existsSync("${folder}/${other}"); ++i) await new Promise((settle) => setTimeout(settle, 50));
        if (!existsSync("${folder}/${other}")) throw new Error("it does not begin");
      });`);
    assert.deepEqual(counted(await runNodeTests("self test node", [meeting("a", "b"), meeting("b", "a")], { atOnce: 2 })), [2, 0, 0]);
    assert.deepEqual(counted(await runNodeTests("self test node", [meeting("c", "d"), meeting("d", "c")])), [1, 1, 0]);
  });
  test("no file at all is a failure", async () => {
    assert.deepEqual(counted(await runNodeTests("self test node", [])), [0, 1, 0]);
  });
});

describe("GoogleTest's tests", () => {
  const report = (...results) => JSON.stringify({ testsuites: [{ testsuite: results }] });
  const [good, bad, skip] = [{ result: "COMPLETED" }, { result: "COMPLETED", failures: [{}] }, { result: "SKIPPED" }];
  const run = async (json, ending) => {
    const program = plant("planted_tests", `#!/bin/sh\n${json ? `cat >"\${1#*json:}" <<'END'\n${json}\nEND\n` : "echo '[       OK ] A.B (0 ms)'\n"}${ending}\n`);
    return counted(await runGoogleTests("self test google", program));
  };

  test("passed, failed and skipped", async () => assert.deepEqual(await run(report(good, good, bad, skip), "exit 1"), [2, 1, 1]));
  test("a bad exit code with no failed test is a failure", async () => assert.deepEqual(await run(report(good), "exit 1"), [1, 1, 0]));
  test("no test is a failure", async () => assert.deepEqual(await run(report(), "exit 0"), [0, 1, 0]));
  test("a crash is a failure besides what had passed", async () => assert.deepEqual(await run("", "kill -SEGV $$"), [1, 1, 0]));
  test("a program that is missing is a failure", async () => {
    assert.deepEqual(counted(await runGoogleTests("self test google", join(folder, "none"))), [0, 1, 0]);
  });
});

test("a command counts as one test", async () => {
  assert.deepEqual(counted(await runCommand("self test command", "true", [])), [1, 0, 0]);
  assert.deepEqual(counted(await runCommand("self test command", "false", [])), [0, 1, 0]);
  assert.deepEqual(counted(await runCommand("self test command", join(folder, "none"), [])), [0, 1, 0]);
});
