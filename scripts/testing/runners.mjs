// Runs one step of the tests and counts its single tests. Each runner gives {passed, failed, skipped, log}.

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const LOGS = "build/test-logs";
const LIMIT_MIN = 30;

/** @typedef {{passed: number, failed: number, skipped: number, log?: string}} Count */

/** The groups of processes that steps started and that may still run. @type {Set<number>} */
const groups = new Set();

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone, as it should be.
  }
}

/** Asks what runs to end, and makes it end after three seconds. */
export async function endEverything() {
  groups.forEach((pid) => endGroup(pid, "SIGTERM"));
  for (let waited = 0; groups.size > 0 && waited < 3000; waited += 100) await new Promise((resolve) => setTimeout(resolve, 100));
  groups.forEach((pid) => endGroup(pid, "SIGKILL"));
}

const fileName = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
const logOf = (name) => `${LOGS}/${fileName(name)}.log`;
const reportOf = (name) => `${LOGS}/${fileName(name)}.json`;

/** Runs a command to its end, at most `limit` minutes; what it leaves running is ended. Gives its exit code. */
function run(name, command, args, { env = {}, show = false, limit = LIMIT_MIN } = {}) {
  mkdirSync(LOGS, { recursive: true });
  rmSync(reportOf(name), { force: true });
  const out = show ? "inherit" : openSync(logOf(name), "w");
  // A group of its own, so that what it started can be ended with it.
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", out, out] });
  if (!show) closeSync(out);
  if (child.pid) groups.add(child.pid);
  const alarm = setTimeout(() => endGroup(child.pid, "SIGKILL"), limit * 60_000);
  return new Promise((resolve) => {
    const done = (code) => {
      clearTimeout(alarm);
      if (child.pid) {
        endGroup(child.pid, "SIGKILL");
        groups.delete(child.pid);
      }
      resolve(code);
    };
    child.on("error", () => done(127));
    child.on("exit", (code) => done(code ?? 1));
  });
}

/** What a runner left; nothing where it crashed, or was ended in the middle of it. */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(reportOf(name), "utf8"));
  } catch {
    return undefined;
  }
}

/** A run that ended badly although no test says so, or that ran no test at all, is a failure. */
function judged(name, code, { passed, failed, skipped }) {
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, skipped, log: logOf(name) };
}

/** A command that either works or does not. @returns {Promise<Count>} */
export async function runCommand(name, command, args) {
  const code = await run(name, command, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, log: logOf(name) };
}

/** Builds, telling its own progress. @returns {Promise<boolean>} did it work */
export async function runBuild(what, targets) {
  return (await run(`build ${what}`, "scripts/build", [what, ...targets], { show: true, limit: 60 })) === 0;
}

/** What a GoogleTest program says of its tests; without a report (it crashed), what its log says. */
function countGoogleTests(name) {
  const report = readReport(name);
  if (!report) {
    const passed = readFileSync(logOf(name), "utf8").match(/^\[ {7}OK \] .* ms\)$/gm)?.length ?? 0;
    return { passed, failed: 1, skipped: 0 };
  }
  const tests = report.testsuites.flatMap((suite) => suite.testsuite);
  const failed = tests.filter((test) => test.failures?.length > 0).length;
  const passed = tests.filter((test) => !test.failures?.length && test.result === "COMPLETED").length;
  return { passed, failed, skipped: tests.length - passed - failed };
}

/** @returns {Promise<Count>} */
export async function runGoogleTests(name, program) {
  const code = await run(name, program, [`--gtest_output=json:${reportOf(name)}`], {
    env: { ASAN_OPTIONS: "detect_leaks=1:strict_string_checks=1", UBSAN_OPTIONS: "print_stacktrace=1" },
  });
  return judged(name, code, countGoogleTests(name));
}

/** Files for Node's own test runner, each a process of its own, so many at a time. @returns {Promise<Count>} */
export async function runNodeTests(name, files, { atOnce = 1 } = {}) {
  // Without files Node would look for tests everywhere, and find this program too.
  if (files.length === 0) return runCommand(name, "sh", ["-c", "echo 'there is no *.test.mjs file' && exit 1"]);
  const code = await run(name, process.execPath, [
    "--test", `--test-concurrency=${atOnce}`,
    "--test-reporter=spec", "--test-reporter-destination=stdout",
    `--test-reporter=${root}scripts/testing/count-reporter.mjs`, `--test-reporter-destination=${reportOf(name)}`,
    ...files,
  ]);
  return judged(name, code, readReport(name) ?? { passed: 0, failed: 1, skipped: 0 });
}

/** The front ends' unit tests. @returns {Promise<Count>} */
export async function runVitest(name) {
  const code = await run(name, "npm", [
    "--silent", "--prefix", "web", "test", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${root}${reportOf(name)}`,
  ]);
  const report = readReport(name);
  if (!report) return judged(name, code, { passed: 0, failed: 1, skipped: 0 });
  // A file that cannot be loaded has no tests of its own.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return judged(name, code, {
    passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests,
  });
}
