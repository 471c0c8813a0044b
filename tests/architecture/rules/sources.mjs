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

export const sources = [
  { name: "Beast and Asio stay in http and exchange", check: networkStaysInTransport },
  { name: "coroutines stay in http and exchange", check: coroutinesStayInTransport },
  { name: "headers that bring Boost stay in their area, or are named for JSON", check: heavyHeadersStayHome },
  { name: "no file is longer than 400 lines", check: filesAreShort },
];
