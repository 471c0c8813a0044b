// A reporter for Node's test runner: {"passed", "failed", "skipped", "failures": [...]} of single tests, as JSON.
// Suites do not count, nor does a file that merely ran; a suite or a file that itself broke counts as one failure.

import { resolve } from "node:path";

/** Node reports a file that holds no test, or broke, as a test named after it. */
const isFile = (data) => data.nesting === 0 && resolve(data.name) === data.file;
const isSuite = (data) => data.details?.type === "suite";
const onlyItsTestsFailed = (data) => isSuite(data) && data.details.error?.failureType === "subtestsFailed";

export default async function* count(events) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (type === "test:fail" && !data.todo && !onlyItsTestsFailed(data)) {
      sum.failed += 1;
      sum.failures.push(data.name);
    } else if (type === "test:pass" && !isSuite(data) && !isFile(data)) {
      if (data.skip !== undefined || data.todo !== undefined) sum.skipped += 1;
      else sum.passed += 1;
    }
  }
  yield JSON.stringify(sum);
}
