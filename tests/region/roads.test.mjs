// Every road by which a figure can leave: each address of both programs is asked as each role, and what comes back is held against the
// figures that are hidden. That bytes do not depend on them is tested beside the writers of the files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { need } from "../journeys/packages.mjs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Reader, Region, root, rows, until } from "./region.mjs";

const { parse } = need("yaml");
const FORMATS = ["csv", "xlsx", "pdf", "hxl", "sdmx", "dhis2", "dhis2_metadata"];
const NODE_ROLES = ["coordinator", "supervisor", "worker", "psychologist", "registry", "school", "dpo", "admin"];
const COUNCIL_ROLES = ["secretariat", "focal.uz", "focal.kg", "expert", "observer", "admin"];

let region, draft, released;

const contractOf = async (name) => parse(await readFile(join(root, `api/${name}.yaml`), "utf8"));
/** Addresses that answer to GET and have no hole but these. */
const addresses = (contract, fill) => Object.entries(contract.paths).flatMap(([path, verbs]) => {
  if (!verbs.get) return [];
  const whole = path.replaceAll(/\{(\w+)\}/g, (hole, name) => fill(path, name) ?? hole);
  return whole.includes("{") ? [] : [whole];
});

/** Asks without taking a refusal for a failure: `{status, type, text, bytes}`. */
async function ask(reader, path) {
  const reply = await fetch(reader.base + path, { headers: reader.cookie ? { cookie: reader.cookie } : {} });
  const bytes = Buffer.from(await reply.arrayBuffer());
  return { status: reply.status, type: reply.headers.get("content-type") ?? "", bytes, text: bytes.toString("utf8") };
}

/** One body, or one a line. */
const bodiesOf = ({ type, text }) => (/^application\/json(;|$)/.test(type) ? [JSON.parse(text)] : text.trim().split("\n").map((line) => JSON.parse(line)));

/** Every cell-like thing in a body: wherever something says that it is hidden, it says nothing else of a figure. */
function* hiddenThings(value) {
  if (Array.isArray(value)) for (const each of value) yield* hiddenThings(each);
  else if (value && typeof value === "object") {
    if (value.hidden === true || (typeof value.hidden === "string" && value.hidden !== "no")) yield value;
    for (const each of Object.values(value)) yield* hiddenThings(each);
  }
}

/** Tables as they come over the API, of a return or of a public release, by key. */
const tablesOf = (body) => new Map(body.tables.map((table) => [table.key, table]));

async function signedIn(code, usernames) {
  const readers = new Map([["nobody", new Reader(region.url(code))]]);
  for (const username of usernames) readers.set(username, await region.signIn(code, username));
  return readers;
}

let node, council;

before(async () => {
  region = await Region.make({ only: ["council", "uz"] });
  await region.start("council", "uz");
  node = await signedIn("uz", NODE_ROLES);
  council = await signedIn("council", COUNCIL_ROLES);
  const { items } = await node.get("coordinator").get("/api/returns");
  draft = items.find(({ state }) => state === "draft");
  released = items.find(({ state }) => state === "released");
  assert.ok(draft && released, "the demo has a draft and a released return");
  await until(async () => (await council.get("nobody").get("/api/public/releases")).items.length > 0, "the release at the Council");
});
after(() => region?.stop());

test("at the node no address, to no role, says more of a hidden figure than that it is hidden", async () => {
  const contract = await contractOf("node");
  const paths = new Set();
  for (const id of [draft.id, released.id]) {
    for (const path of addresses(contract, (_, name) => (name === "return_id" ? id : undefined))) paths.add(path);
  }
  // Who may sign sees what an outsider can work out, on purpose: ranges, never figures.
  for (const id of [draft.id, released.id]) paths.delete(`/api/returns/${id}/outside`);
  let hidden = 0, answered = 0;
  const readAll = async ([role, reader]) => {
    for (const path of paths) {
      const reply = await ask(reader, path);
      if (path.startsWith("/api/returns/") && role === "nobody") assert.ok(reply.status === 401 || reply.status === 403, `${path}: ${reply.status}`);
      if (reply.status !== 200 || !/json/.test(reply.type) || !reply.text) continue;
      ++answered;
      for (const thing of bodiesOf(reply).flatMap((body) => [...hiddenThings(body)])) {
        if (!("value" in thing) && !("persons" in thing) && !("change" in thing)) continue;
        ++hidden;
        assert.equal(thing.value ?? thing.persons ?? null, null, `${role} ${path}: ${JSON.stringify(thing)}`);
      }
    }
  };
  await Promise.all([...node].map(readAll));
  assert.ok(hidden > 100 && answered > 100, `${hidden} hidden figures in ${answered} replies`);
});

test("who may not read returns gets no return, in no form", async () => {
  for (const [role, reader] of node) {
    const may = (await ask(reader, "/api/returns")).status === 200;
    for (const id of [draft.id, released.id]) {
      for (const path of [`/api/returns/${id}`, ...FORMATS.map((format) => `/api/returns/${id}/tables?format=${format}`)]) {
        const { status, text } = await ask(reader, path);
        assert.equal(status === 200, may, `${role} ${path}: ${status}`);
        if (!may) assert.ok(!text.includes("age_band"), `${role} ${path} tells of tables in its refusal`);
      }
    }
  }
});

test("a draft is nowhere at the Council, not on the wire, not in a ledger", async () => {
  const contract = await contractOf("council");
  const { items: [out] } = (await council.get("nobody").get("/api/public/releases"));
  const year = String(draft.year);
  assert.notEqual(out.year, draft.year);
  for (const [role, reader] of council) {
    for (const path of addresses(contract, (_, name) => (name === "release_id" ? draft.id : name === "table_key" ? "returnees" : undefined))) {
      if (!/release|return|ledger|headline|definition/.test(path)) continue;
      const reply = await ask(reader, path);
      if (path.includes(draft.id)) assert.equal(reply.status, 404, `${role} ${path}`);
      else assert.ok(!reply.text.includes(draft.id), `${role} ${path} names the draft`);
    }
  }
  for (const code of ["uz", "council"]) {
    const { n } = (await rows(region.database(code), `SELECT count(*) AS n FROM joint_ledger WHERE line LIKE '%${draft.id}%' OR (kind = 'release' AND year = ${year} AND member = 'uz')`))[0];
    assert.equal(n, 0, `the joint ledger at ${code} has the draft`);
  }
  assert.deepEqual(await rows(region.database("uz"), `SELECT id FROM own_entries WHERE id = '${draft.id}'`), []);
  const outside = await rows(region.database("uz"), `SELECT id, message_id FROM annual_returns WHERE id = '${draft.id}'`);
  assert.equal(outside.length === 0 ? null : outside[0].message_id ?? null, null);
});

test("page, file, ledger and what is kept show one pattern", async () => {
  const [mine] = [...tablesOf(await node.get("coordinator").get(`/api/returns/${released.id}`)).values()].slice(0, 1);
  const { items } = await council.get("nobody").get("/api/public/releases");
  const out = items.find(({ year, state }) => year === released.year && state.toLowerCase() === "uz");
  const theirs = tablesOf(await council.get("nobody").get(`/api/public/releases/${out.id}`)).get(mine.key);
  const flags = mine.cells.map(({ hidden }) => hidden !== "no");
  assert.ok(flags.includes(true) && flags.includes(false));
  assert.deepEqual(theirs.cells.map(({ hidden, value }) => hidden ?? value === undefined), flags);
  const file = (await ask(council.get("nobody"), "/api/public/ledger/file")).text.trim().split("\n").map((line) => JSON.parse(line));
  const entry = file.flatMap(({ signed }) => (signed ? [signed.entry] : [])).find(({ release }) => release?.state === "UZ" && release.year === released.year);
  const table = entry.release.tables.find(({ key }) => key === mine.key);
  assert.deepEqual(table.cells.map(({ hidden }) => hidden), flags);
  for (const cell of table.cells) if (cell.hidden) assert.deepEqual(cell, { hidden: true });
  for (const [reader, path] of [[node.get("coordinator"), `/api/returns/${released.id}/tables`], [council.get("nobody"), `/api/public/releases/${out.id}/tables`]]) {
    const csv = (await ask(reader, `${path}?format=csv`)).text.trim().split("\r\n").slice(1).filter((line) => line.split(",")[3] === mine.key);
    assert.deepEqual(csv.map((line) => line.endsWith(",,hidden")), flags);
  }
});
