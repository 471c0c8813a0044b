// The files a rule looks at: from the disk, or planted for a test. Paths are relative, with slashes.

import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Folders that hold nothing of ours, or what a build made. */
const SKIPPED = /^(\.git|build|var|tests\/data)$|(^|\/)(node_modules|generated)$/;

/**
 * @typedef {object} Tree
 * @property {string[]} paths                    every file, sorted
 * @property {(path: string) => string} text     a file's content; empty when there is none
 * @property {(path: string) => Buffer | undefined} bytes
 */

/** @returns {Tree} */
export function plantedTree(files) {
  return {
    paths: Object.keys(files).sort(),
    text: (path) => files[path] ?? "",
    bytes: (path) => (path in files ? Buffer.from(files[path]) : undefined),
  };
}

/** @param {string} root a folder, ending in a slash @returns {Tree} */
export function diskTree(root) {
  const paths = [];
  const walk = (folder) => {
    for (const entry of readdirSync(root + folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!SKIPPED.test(folder + entry.name)) walk(`${folder}${entry.name}/`);
      } else if (entry.isFile()) {
        paths.push(folder + entry.name);
      }
    }
  };
  walk("");
  const texts = new Map();
  const text = (path) => {
    if (!texts.has(path)) texts.set(path, existsSync(root + path) ? readFileSync(root + path, "utf8") : "");
    return texts.get(path);
  };
  return { paths: paths.sort(), text, bytes: (path) => (existsSync(root + path) ? readFileSync(root + path) : undefined) };
}

/** The files of a tree in a folder with one of these endings. */
export function filesIn(tree, folder, ...endings) {
  return tree.paths.filter((path) => path.startsWith(folder) && endings.some((ending) => path.endsWith(ending)));
}

/** Every match of a pattern in a file, line by line: [line number, match]. */
export function matchesIn(tree, path, pattern) {
  return tree.text(path).split("\n").flatMap((line, index) => [...line.matchAll(pattern)].map((match) => [index + 1, match]));
}

/** C++ without its comments and the insides of its strings; lines stay where they are. */
export function codeOf(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.startsWith("/") ? found.replace(/[^\n]/g, " ") : `"${found.slice(1, -1).replace(/[^\n]/g, " ")}"`);
}
