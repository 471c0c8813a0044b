// Which area may know which, and what the Council may not hold.

import { areaOf, areasOf, programsOf } from "../areas.mjs";
import { filesIn, matchesIn } from "../tree.mjs";

const OWN_INCLUDE = /^\s*#\s*include\s+"([^"]+)"/g;
/** Areas that can hold a returnee's record, or compare names of persons. */
const HOLD_RECORDS = ["people", "casework", "services", "desk", "identity"];

const includesOf = (tree, path) => matchesIn(tree, path, OWN_INCLUDE).map(([line, match]) => [line, match[1]]);

function areasAreDeclaredInOrder(tree) {
  const above = new Set();
  return [...areasOf(tree).values()].flatMap(({ name, uses }) => {
    const wrong = uses.filter((used) => !above.has(used));
    above.add(name);
    return wrong.map((used) => `CMakeLists.txt: ${name} uses ${used}, which does not stand above it`);
  });
}

function foldersAreDeclared(tree) {
  const declared = areasOf(tree);
  const found = new Set(filesIn(tree, "src/", ".cpp", ".h").map(areaOf));
  return [...found].filter((name) => !declared.has(name)).map((name) => `src/${name}: not an area of CMakeLists.txt`);
}

function areasIncludeOnlyWhatTheyUse(tree) {
  const areas = areasOf(tree);
  return filesIn(tree, "src/", ".cpp", ".h").flatMap((path) => {
    const own = areaOf(path);
    const known = new Set([own, ...(areas.get(own)?.uses ?? [])]);
    return includesOf(tree, path).flatMap(([line, included]) => {
      const area = included.includes("/") ? included.split("/")[0] : undefined;
      if (!area || !areas.has(area)) return [`${path}:${line}: "${included}" does not begin with the name of an area`];
      return known.has(area) ? [] : [`${path}:${line}: ${own} may not include ${area}`];
    });
  });
}

function programsIncludeOnlyWhatTheyLink(tree) {
  const areas = areasOf(tree);
  return programsOf(tree).flatMap(({ name, all }) =>
    filesIn(tree, `apps/${name}/`, ".cpp", ".h").flatMap((path) =>
      includesOf(tree, path)
        .filter(([, included]) => areas.has(included.split("/")[0]) && !all.includes(included.split("/")[0]))
        .map(([line, included]) => `${path}:${line}: homeward-${name} is not linked with ${included.split("/")[0]}`)));
}

function councilHoldsNoRecord(tree) {
  const council = areasOf(tree).get("council")?.all ?? [];
  const program = programsOf(tree).find(({ name }) => name === "council")?.all ?? [];
  return HOLD_RECORDS.flatMap((area) => [
    ...(council.includes(area) ? [`CMakeLists.txt: the area council is linked with ${area}`] : []),
    ...(program.includes(area) ? [`apps/CMakeLists.txt: homeward-council is linked with ${area}`] : []),
  ]);
}

/** How the compiler writes the namespace homeward::<area> into a program. */
const mangled = (area) => `8homeward${area.length}${area}`;

function councilProgramHoldsNoRecord(tree) {
  const council = tree.bytes("build/release/homeward-council");
  const node = tree.bytes("build/release/homeward-node");
  if (!council || !node) return ["build/release: homeward-council and homeward-node are not built"];
  // The node shows that the marks can be seen at all.
  const blind = node.includes(mangled("people")) ? [] : ["build/release/homeward-node: holds no mark of people; is it stripped?"];
  return [...blind, ...HOLD_RECORDS.filter((area) => council.includes(mangled(area))).map((area) => `build/release/homeward-council: holds code of ${area}`)];
}

/** Where secrets are, no byte of a stranger's file is understood: that is the work of homeward-inspect, which has none. */
function onlyInspectLooksIntoFiles(tree) {
  return programsOf(tree).flatMap(({ name, all }) => {
    if (name !== "inspect") return all.includes("inspection") ? [`apps/CMakeLists.txt: homeward-${name} is linked with inspection`] : [];
    return all.filter((area) => !["inspection", "tabular", "base"].includes(area)).map((area) => `apps/CMakeLists.txt: homeward-inspect is linked with ${area}`);
  });
}

export const arrows = [
  { name: "areas use only areas that stand above them", check: areasAreDeclaredInOrder },
  { name: "every folder of src is a declared area", check: foldersAreDeclared },
  { name: "an area includes only itself and what it uses, by its folder", check: areasIncludeOnlyWhatTheyUse },
  { name: "a program includes only areas it is linked with", check: programsIncludeOnlyWhatTheyLink },
  { name: "the Council is linked with no area that holds a returnee's record", check: councilHoldsNoRecord },
  { name: "the Council's program holds no code of such an area", check: councilProgramHoldsNoRecord },
  { name: "files of strangers are understood by homeward-inspect alone, which holds nothing", check: onlyInspectLooksIntoFiles },
];
