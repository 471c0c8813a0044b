// What ./test does, in order. A step needs builds and gives a count.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root, runCommand, runGoogleTests, runNodeTests, runVitest } from "./runners.mjs";

const PROGRAMS = ["homeward-node", "homeward-council", "homeward-admin"];
// Journeys share nothing: each has programs, ports, folders and a browser of its own. Two keep the two cores of a small machine busy.
const JOURNEYS_AT_ONCE = 2;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} quick          part of ./test --quick
 * @property {[string, ...string[]][]} builds  each a build of scripts/build and its targets
 * @property {() => Promise<import("./runners.mjs").Count>} run
 */

const filesUnder = (folder, ending) => {
  if (!existsSync(root + folder)) return [];
  return readdirSync(root + folder, { recursive: true }).filter((file) => file.endsWith(ending)).sort().map((file) => `${folder}/${file}`);
};

/** The areas that have C++ tests, in the order of CMakeLists.txt; then the programs that have some. */
function testedAreas() {
  const named = (file, macro) => [...readFileSync(root + file, "utf8").matchAll(new RegExp(`^${macro}\\((\\w+)`, "gm"))].map((match) => match[1]);
  return [
    ...named("CMakeLists.txt", "homeward_area").filter((name) => filesUnder(`src/${name}`, "_test.cpp").length > 0),
    ...named("apps/CMakeLists.txt", "homeward_program").filter((name) => filesUnder(`apps/${name}`, "_test.cpp").length > 0),
  ];
}

/** @returns {Step[]} */
function cppSteps(build, title, quick) {
  return testedAreas().map((area) => {
    const name = `C++ ${title}: ${area}`;
    return { name, quick, builds: [[build, `${area}_tests`]], run: () => runGoogleTests(name, `${root}build/${build}/${area}_tests`) };
  });
}

/** One file after the other, for some of them measure time, unless `atOnce` says how many at a time. @returns {Step} */
function nodeStep(name, folder, quick, builds, options) {
  return { name, quick, builds, run: () => runNodeTests(name, filesUnder(folder, ".test.mjs"), options) };
}

/** @returns {Step[]} */
export function allSteps() {
  const programs = ["release", ...PROGRAMS];
  return [
    ...cppSteps("release", "release", true),
    { name: "Front end: lint and types", quick: true, builds: [], run: () => runCommand("Front end: lint and types", "npm", ["--silent", "--prefix", "web", "run", "lint"]) },
    { name: "Front end: units", quick: true, builds: [], run: () => runVitest("Front end: units") },
    nodeStep("Architecture", "tests/architecture", true, [programs, ["web"]]),
    nodeStep("Scripts", "scripts", true, []),
    nodeStep("Protocol", "tests/protocol", true, [programs]),
    nodeStep("Safe tables", "tests/tables", true, [["release", "homeward-admin"]]),
    nodeStep("Region", "tests/region", false, [[...programs, "homeward-bench"], ["web"]]),
    nodeStep("Journeys", "tests/journeys", false, [programs, ["web"], ["gallery"]], { atOnce: JOURNEYS_AT_ONCE }),
    ...cppSteps("asan", "with sanitizers", false),
  ];
}
