// Holds every reply of a server that a browser sees against its OpenAPI 3.1 contract.
import { readFileSync } from "node:fs";
import { need, root } from "./packages.mjs";

const Ajv = need("ajv/dist/2020.js").default;
const addFormats = need("ajv-formats").default;
const { parse } = need("yaml");

const escapePointer = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");
const pointer = (...parts) => parts.map((part) => `/${encodeURIComponent(escapePointer(part))}`).join("");

/** `/api/plans/{plan_id}` as a pattern; fixed paths come before those with a parameter. */
function pathPatterns(paths) {
  const holes = (path) => path.split("{").length - 1;
  return Object.keys(paths).sort((a, b) => holes(a) - holes(b)).map((path) => {
    const escaped = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return { path, pattern: new RegExp(`^${escaped.join("[^/]+")}$`) };
  });
}

export class Contract {
  /** name   `node` or `council` */
  constructor(name, document = parse(readFileSync(`${root}api/${name}.yaml`, "utf8"))) {
    this.document = document;
    this.patterns = pathPatterns(document.paths);
    this.ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
    addFormats(this.ajv);
    this.ajv.addSchema({ ...document, $id: "https://homeward.invalid/contract" });
  }

  /** A response may be written in place or by reference; gives it and where it stands. */
  #response(path, method, status) {
    const responses = this.document.paths[path]?.[method]?.responses;
    if (!responses) return null;
    const code = responses[status] ? String(status) : responses.default ? "default" : null;
    if (!code) return null;
    const reference = responses[code].$ref;
    if (!reference) return { response: responses[code], place: pointer("paths", path, method, "responses", code) };
    const name = reference.replace("#/components/responses/", "");
    return { response: this.document.components.responses[name], place: pointer("components", "responses", name) };
  }

  /**
   * What is wrong with a reply; null when nothing is.
   *
   * reply   method, path (no query), status, contentType ("" when none), text
   */
  complaint({ method, path, status, contentType, text }) {
    const known = this.patterns.find(({ pattern }) => pattern.test(path));
    if (!known) return `${method} ${path}: no such path in the contract`;
    const found = this.#response(known.path, method.toLowerCase(), status);
    if (!found) return `${method} ${path}: status ${status} is not in the contract`;
    const { response, place } = found;
    if (!response.content) return text === "" ? null : `${method} ${path} ${status}: has a body, the contract none`;
    const type = contentType.split(";")[0].trim();
    if (!response.content[type]) return `${method} ${path} ${status}: content type "${type}" is not in the contract`;
    if (!/[/+]json$/.test(type) || !response.content[type].schema) return null;
    return this.#bodyComplaint(`${place}${pointer("content", type, "schema")}`, text, `${method} ${path} ${status}`);
  }

  #bodyComplaint(place, text, about) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return `${about}: is not JSON`;
    }
    const validate = this.ajv.getSchema(`https://homeward.invalid/contract#${place}`);
    if (!validate) throw new Error(`The contract has no schema at ${place}.`);
    if (validate(value)) return null;
    return `${about}: ${validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`).join("; ")}`;
  }
}

const BODY_MS = 20_000;
const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms).unref(); });

/**
 * Watches the /api replies of a browser context.
 *
 * returns   `complaints()`: waits for the replies seen so far, gives what was wrong with them
 */
export function apiContract(context, name) {
  const contract = new Contract(name);
  const complaints = [];
  const pending = new Set();
  let seen = 0;
  const check = async (response) => {
    const path = new URL(response.url()).pathname;
    if (!path.startsWith("/api/") || response.status() === 304) return;
    seen += 1;
    // A page that was left while its reply came has no body to read any more.
    const text = await Promise.race([response.text().catch(() => null), later(BODY_MS)]);
    if (text === null) return;
    if (text === undefined) {
      complaints.push(`${path}: its body was still not read after ${BODY_MS / 1000} s`);
      return;
    }
    const contentType = response.headers()["content-type"] ?? "";
    const wrong = contract.complaint({ method: response.request().method(), path, status: response.status(), contentType, text });
    if (wrong) complaints.push(wrong);
  };
  context.on("response", (response) => {
    const work = check(response).finally(() => pending.delete(work));
    pending.add(work);
  });
  return {
    complaints: async () => { await Promise.all(pending); return complaints; },
    seen: () => seen,
  };
}
