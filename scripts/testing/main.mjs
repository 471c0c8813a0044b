// Runs the tests: node scripts/testing/main.mjs [--quick] [WORD...]. Steps whose name holds every word; all without one.
// Ends with the line `N passed, N failed`, and with code 0 only when none failed and at least one passed.

import { begin, clock, lastLines } from "../progress.mjs";
import { endEverything, root, runBuild } from "./runners.mjs";
import { allSteps } from "./steps.mjs";

const sum = { passed: 0, failed: 0, skipped: 0 };
/** Names of what failed. @type {string[]} */
const broken = [];
/** What was built so far, and whether it worked. @type {Map<string, boolean>} */
const built = new Map();
let stopping = false;

function finish() {
  const skipped = sum.skipped > 0 ? ` (${sum.skipped} skipped)` : "";
  console.log(`\n${clock(process.uptime())} in all${skipped}${broken.length > 0 ? `; failed: ${broken.join(", ")}` : ""}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

function fail(name) {
  sum.failed += 1;
  broken.push(name);
}

/** Builds once for all steps that need it, with all their targets. */
async function build(what, steps) {
  const known = built.get(what);
  if (known !== undefined) return known;
  const targets = steps.flatMap((step) => step.builds.filter((one) => one[0] === what).flatMap((one) => one.slice(1)));
  const works = await runBuild(what, [...new Set(targets)]);
  // Told to stop: what was ended on the way is no result.
  if (stopping) await new Promise(() => {});
  built.set(what, works);
  if (!works) fail(`build of ${what}`);
  return works;
}

async function runStep(step, steps) {
  for (const [what] of step.builds) {
    if (await build(what, steps)) continue;
    console.log(`      –  ${step.name}: could not run`);
    fail(step.name);
    return;
  }
  const end = begin(step.name);
  const count = await step.run();
  if (stopping) await new Promise(() => {});
  const parts = [`${count.passed} passed`, count.failed > 0 && `${count.failed} failed`, count.skipped > 0 && `${count.skipped} skipped`];
  end(`: ${parts.filter(Boolean).join(", ")}`);
  for (const key of Object.keys(sum)) sum[key] += count[key];
  if (count.failed === 0) return;
  broken.push(step.name);
  console.log(`\nThe last lines of ${count.log}:\n${lastLines(count.log, 40)}\n`);
}

function chosenSteps(args) {
  const words = args.filter((arg) => !arg.startsWith("--")).map((word) => word.toLowerCase());
  return allSteps()
    .filter((step) => !args.includes("--quick") || step.quick)
    .filter((step) => words.every((word) => step.name.toLowerCase().includes(word)));
}

async function main(args) {
  const steps = chosenSteps(args);
  if (steps.length === 0) {
    console.log(`No step has such a name; there are:\n${allSteps().map((step) => `  ${step.name}`).join("\n")}`);
    fail("nothing ran");
  }
  for (const step of steps) await runStep(step, steps);
  finish();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    stopping = true;
    await endEverything();
    console.log("\nstopped");
    process.exit(130);
  });
}
process.chdir(root);
await main(process.argv.slice(2));
