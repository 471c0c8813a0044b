// The journeys use the packages of the front end, so that there is one lock file.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(`${root}web/package.json`);

/** A package of web/node_modules, as `require` gives it. */
export const need = (name) => require(name);
/** The path of a file in such a package. */
export const locate = (name) => require.resolve(name);
