// What may stand in a C++ file: the transport stays in its folders, heavy headers stay inside an area, files stay short.

import { posix } from "node:path";
import { areaOf } from "../areas.mjs";
import { codeOf, filesIn, matchesIn } from "../tree.mjs";

const MOST_LINES = 400;
const TRANSPORT = ["src/http/", "src/exchange/"];
const inTransport = (path) => TRANSPORT.some((folder) => path.startsWith(folder));
const cppFiles = (tree) => [...filesIn(tree, "src/", ".cpp", ".h"), ...filesIn(tree, "apps/", ".cpp", ".h")];

function networkStaysInTransport(tree) {
  return cppFiles(tree).filter((path) => !inTransport(path)).flatMap((path) =>
    matchesIn(tree, path, /^\s*#\s*include\s+<(boost\/(?:beast|asio)[^>]*)>/g)
      .map(([line, match]) => `${path}:${line}: <${match[1]}> belongs into src/http or src/exchange`));
}

function coroutinesStayInTransport(tree) {
  return cppFiles(tree).filter((path) => !inTransport(path)).flatMap((path) =>
    codeOf(tree.text(path)).split("\n").flatMap((line, index) =>
      /\bco_(await|return|yield)\b/.test(line) ? [`${path}:${index + 1}: a coroutine outside src/http and src/exchange`] : []));
}

/** A header that says in its name that it is about JSON may be included by .cpp files of other areas. */
const saysJson = (path) => posix.basename(path).includes("json");

/** Headers that pull Boost in, themselves or through another one. */
function heavyHeaders(tree) {
  const heavy = new Set();
  const headers = filesIn(tree, "src/", ".h");
  const pulls = (path) =>
    matchesIn(tree, path, /^\s*#\s*include\s+[<"]([^>"]+)[>"]/g).some(([, [, name]]) => name.startsWith("boost/") || heavy.has(`src/${name}`));
  for (let before = -1; before !== heavy.size;) {
    before = heavy.size;
    headers.filter((path) => !heavy.has(path) && pulls(path)).forEach((path) => heavy.add(path));
  }
  return heavy;
}

function heavyHeadersStayHome(tree) {
  const heavy = heavyHeaders(tree);
  return cppFiles(tree).flatMap((path) =>
    matchesIn(tree, path, /^\s*#\s*include\s+"([^"]+)"/g).flatMap(([line, [, name]]) => {
      const header = `src/${name}`;
      if (!heavy.has(header) || areaOf(header) === areaOf(path)) return [];
      if (saysJson(header) && (path.endsWith(".cpp") || saysJson(path) || heavyAtHome(tree, path))) return [];
      return [`${path}:${line}: "${name}" brings Boost with it; only .cpp files include it`];
    }));
}

/** A header that only .cpp files of its own area include may be heavy: nobody else pays. */
function heavyAtHome(tree, path) {
  const name = path.replace(/^src\//, "");
  return cppFiles(tree).every((other) => {
    const includes = matchesIn(tree, other, /^\s*#\s*include\s+"([^"]+)"/g).some(([, match]) => match[1] === name);
    return !includes || areaOf(other) === areaOf(path);
  });
}

function filesAreShort(tree) {
  const ours = [
    ...cppFiles(tree), ...filesIn(tree, "src/", ".sql"), ...filesIn(tree, "benchmarks/", ".cpp", ".h"),
    ...filesIn(tree, "web/src/", ".ts", ".tsx", ".css"), ...filesIn(tree, "web/scripts/", ".mjs"),
    ...filesIn(tree, "scripts/", ""), ...filesIn(tree, "tests/", ".mjs"),
  ].filter((path) => !path.endsWith("package-lock.json"));
  return ours
    .map((path) => [path, tree.text(path).trimEnd().split("\n").length])
    .filter(([, lines]) => lines > MOST_LINES)
    .map(([path, lines]) => `${path}: ${lines} lines, and ${MOST_LINES} are the most`);
}

/** Types that a file defines for all its namespace to see: `homeward::council::Body` each, with its line. */
function typesForAll(tree, path) {
  const open = []; // namespaces around, each with the depth of braces it began at
  let depth = 0;
  return codeOf(tree.text(path)).split("\n").flatMap((line, index) => {
    const space = /^\s*namespace\s*([\w:]*)\s*\{/.exec(line);
    const type = /^\s*(?:struct|class|enum class)\s+(\w+)(?![\w:])[^;()]*\{/.exec(line);
    const outside = type && open.length === depth && !open.some(({ name }) => name === "");
    if (space) open.push({ name: space[1], depth });
    depth += line.split("{").length - line.split("}").length;
    while (open.length > 0 && depth <= open.at(-1).depth) open.pop();
    return outside ? [{ name: [...open.map(({ name }) => name), type[1]].join("::"), at: `${path}:${index + 1}` }] : [];
  });
}

/** Two different types of one name make one program in which either may read the other's memory; no linker tells. */
function typesHaveOneMeaning(tree) {
  const found = filesIn(tree, "src/", ".cpp", ".h").flatMap((path) => typesForAll(tree, path));
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) !== index)
    .map(({ name, at }) => `${at}: ${name} has another meaning in ${found.find((other) => other.name === name).at}`);
}

export const sources = [
  { name: "no two files give one name to two types", check: typesHaveOneMeaning },
  { name: "Beast and Asio stay in http and exchange", check: networkStaysInTransport },
  { name: "coroutines stay in http and exchange", check: coroutinesStayInTransport },
  { name: "headers that bring Boost stay in their area, or are named for JSON", check: heavyHeadersStayHome },
  { name: "no file is longer than 400 lines", check: filesAreShort },
];
