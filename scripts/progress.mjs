// What a person sees while something runs: a moving line on a terminal, a line now and then elsewhere.

import { readFileSync } from "node:fs";

const TELL_EVERY_S = 30;

/** Seconds as minutes and seconds: 75 → `1:15`. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** The end of a text file, indented; says so when there is none. */
export function lastLines(path, count) {
  try {
    return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).map((line) => `    ${line}`).join("\n");
  } catch {
    return "    (no log)";
  }
}

/**
 * Shows that `title` runs until the returned function is called with how it ended.
 * @param {string} title
 * @returns {(ending: string) => void}
 */
export function begin(title) {
  const began = Date.now();
  const took = () => clock((Date.now() - began) / 1000).padStart(7);
  const moving = process.stdout.isTTY;
  const show = () => process.stdout.write(moving ? `\r\x1b[K${took()}  ${title} …` : `${took()}  … ${title}\n`);
  if (moving) show();
  const timer = setInterval(show, moving ? 1000 : TELL_EVERY_S * 1000);
  return (ending) => {
    clearInterval(timer);
    process.stdout.write(`${moving ? "\r\x1b[K" : ""}${took()}  ${title}${ending}\n`);
  };
}
