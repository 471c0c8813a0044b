import { arrows } from "./arrows.mjs";
import { frontEnd } from "./front-end.mjs";
import { judgement } from "./judgement.mjs";
import { redLines } from "./red-lines.mjs";
import { sentences } from "./sentences.mjs";
import { sources } from "./sources.mjs";

/** @typedef {{name: string, check: (tree: import("../tree.mjs").Tree) => string[]}} Rule */

/** @type {Rule[]} */
export const rules = [...arrows, ...sources, ...judgement, ...redLines, ...frontEnd, ...sentences];
