// api/exchange.yaml as something to hold values against.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const Ajv = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

export const document = require("yaml").parse(readFileSync(new URL("../../api/exchange.yaml", import.meta.url), "utf8"));

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ ...document, $id: "https://homeward.invalid/exchange" });

/** What is wrong with a value of this schema; null when nothing is. */
export function complaint(schema, value) {
  const validate = ajv.getSchema(`https://homeward.invalid/exchange#/components/schemas/${schema}`);
  if (!validate) throw new Error(`no schema ${schema}`);
  return validate(value) ? null : validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`).join("; ");
}

export function assertFits(schema, value) {
  const wrong = complaint(schema, value);
  if (wrong) throw new Error(`not a ${schema}: ${wrong}`);
}
