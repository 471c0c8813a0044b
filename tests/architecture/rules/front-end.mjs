// The front ends: areas know the shared parts and themselves, every language says everything, nothing comes from outside.

import { posix } from "node:path";
import { filesIn, matchesIn } from "../tree.mjs";

const SOURCE = "web/src/";
const SHARED = new Set(["api", "i18n", "session", "ui"]);
/** What an area offers to pages of others: its parts.tsx; papers, which hang on everything, are such a part as a whole. */
const PARTS = /^web\/src\/([^/]+\/parts|papers\/papers)$/;
const LANGUAGES = ["en", "ru"];
const isTest = (path) => /\.test\.tsx?$/.test(path);

/** The folder of web/src a file lies in; undefined for a file of web/src itself. */
const folderOf = (path) => /^web\/src\/([^/]+)\//.exec(path)?.[1];
/** The two apps choose areas: they hold a main.tsx. */
const isApp = (tree, folder) => tree.paths.includes(`${SOURCE}${folder}/main.tsx`);

const IMPORT = /(?:from|import|import\()\s*["'](\.[^"']*)["']/g;
const importsOf = (tree, path) =>
  matchesIn(tree, path, IMPORT).map(([line, match]) => [line, posix.join(posix.dirname(path), match[1])]);

function areasKnowSharedPartsOnly(tree) {
  return filesIn(tree, SOURCE, ".ts", ".tsx").filter((path) => folderOf(path) && !isApp(tree, folderOf(path))).flatMap((path) => {
    const own = folderOf(path);
    return importsOf(tree, path).flatMap(([line, target]) => {
      const other = folderOf(target) ?? folderOf(`${target}/`);
      if (other === own || SHARED.has(other) || PARTS.test(target)) return [];
      if (isTest(path) && !other) return [];
      return [`${path}:${line}: ${own} may not import ${other ?? target}`];
    });
  });
}

/** The parts of every page: words for people's affairs do not belong here. */
function uiKnowsNoArea(tree) {
  const domain = new Set(filesIn(tree, SOURCE, ".ts", ".tsx").map(folderOf).filter((folder) => folder && !SHARED.has(folder)));
  return filesIn(tree, `${SOURCE}ui/`, ".ts", ".tsx").flatMap((path) =>
    importsOf(tree, path).filter(([, target]) => domain.has(folderOf(`${target}/`)))
      .map(([line, target]) => `${path}:${line}: ui may not know ${folderOf(`${target}/`)}`));
}

/** Leaves of a catalogue as dotted paths; forms for one, few and many count as one. */
function keysOf(value, path = []) {
  if (typeof value !== "object" || value === null) return [path.join(".").replace(/_(zero|one|two|few|many|other)$/, "")];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
}

function languagesSayTheSame(tree) {
  const folder = (language) => `${SOURCE}i18n/${language}/`;
  const files = new Set(LANGUAGES.flatMap((one) => filesIn(tree, folder(one), ".json").map((path) => posix.basename(path))));
  return [...files].flatMap((file) => {
    const [first, second] = LANGUAGES.map((one) => {
      const text = tree.text(folder(one) + file);
      return new Set(text === "" ? [] : keysOf(JSON.parse(text)));
    });
    return [
      ...[...first].filter((key) => !second.has(key)).map((key) => `${folder("ru")}${file}: lacks ${key}`),
      ...[...second].filter((key) => !first.has(key)).map((key) => `${folder("en")}${file}: lacks ${key}`),
    ];
  });
}

/** Names of standards and this machine: nothing is fetched from them. */
const NOT_FETCHED = /^(www\.w3\.org|localhost|127\.0\.0\.1|\[::1\])$/;
/** Pages that messages inside the libraries point a developer to. */
const LIBRARY_PAGES = /^(react\.dev|mantine\.dev|tanstack\.com|echarts\.apache\.org|(?:www|react)\.i18next\.com|github\.com|git\.io|fb\.me|www\.locize\.com|locize\.com)$/;

function strangersIn(tree, path, allowed) {
  return matchesIn(tree, path, /\b(?:https?|wss?):\/\/([\w[][^\s/:"'`)\\<>$?#]*)|(?:url\(|src=|href=)["']?\/\/([\w.-]+)/g)
    .filter(([, match]) => !allowed.some((hosts) => hosts.test(match[1] ?? match[2])))
    .map(([line, match]) => `${path}:${line}: ${match[0]}`);
}

const TEXTS = [".ts", ".tsx", ".css", ".html", ".js", ".mjs", ".json", ".webmanifest", ".svg"];

const sourcesFetchNothing = (tree) =>
  filesIn(tree, SOURCE, ...TEXTS).filter((path) => !isTest(path)).flatMap((path) => strangersIn(tree, path, [NOT_FETCHED]));

function builtPagesFetchNothing(tree) {
  const built = filesIn(tree, "web/dist/", ...TEXTS);
  if (built.length === 0) return ["web/dist: the front ends are not built"];
  return built.flatMap((path) => strangersIn(tree, path, [NOT_FETCHED, LIBRARY_PAGES]));
}

export const frontEnd = [
  { name: "an area of the front end imports the shared parts and itself", check: areasKnowSharedPartsOnly },
  { name: "the shared parts know no area", check: uiKnowsNoArea },
  { name: "Russian says what English says, and the other way round", check: languagesSayTheSame },
  { name: "the front end's sources name no other server", check: sourcesFetchNothing },
  { name: "the built front ends name no other server", check: builtPagesFetchNothing },
];
