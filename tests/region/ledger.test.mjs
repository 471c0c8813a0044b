// The ledger between real programs: two States release, a third is played by a second implementation of the form, written from
// docs/protocol, that forges, breaks links, names old steps and takes back.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { hashOf, newId, openMember, readReceipt, signAnything, writeMessage } from "../protocol/peer.mjs";
import { assertFits } from "../protocol/schemas.mjs";
import { admin, Reader, Region, until } from "./region.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { calculateJwkThumbprint } = require("jose");

const at = () => new Date().toISOString();

/** A detached JWS over the text of a value, as docs/protocol has it. */
async function sign(member, typ, value) {
  const { signing } = member.members.get(member.id);
  const header = { alg: "Ed25519", typ, kid: await calculateJwkThumbprint(signing) };
  const [head, , signature] = (await signAnything(member, header, JSON.stringify(value))).split(".");
  return `${head}..${signature}`;
}

/** Women, men and their sum: tables that hide nothing. */
const release = (state, year, women, men) => ({
  format: 1, state, year, reference_date: `${year}-12-31`, definitions: [{ indicator: "returnees", version: 1 }],
  rules: { floor: 10, floor_of: {}, zeros_shown: true, width: 0 },
  tables: [{
    key: "returnees", definition: { indicator: "returnees", version: 1 }, population: "returnees", dimensions: [{ key: "sex", categories: ["female", "male"] }],
    cells: [women, men, women + men].map((value) => ({ value, hidden: false })),
  }],
  sign_offs: ["coordinator", "data_protection_officer"].map((role) => ({ role, signed_at: at() })),
  made_at: at(),
});

describe("the joint ledger", () => {
  /** @type {Region} */ let region;
  let turkmenistan, seq = 0, epoch;
  const guest = () => new Reader(region.url("council"));
  const ledger = async () => (await guest().get("/api/public/ledger?limit=100")).items;
  const year = new Date().getUTCFullYear() - 1;

  before(async () => {
    region = await Region.make({ only: ["council", "kg", "uz"] });
    turkmenistan = await openMember(join(region.into, "tm/exchange_keys.json"), join(region.into, "tm/region.json"));
    epoch = Math.floor(Date.now() / 1000);
  });
  after(() => region?.stop());

  /** Gives the Council a signed entry as Turkmenistan's node would; what the receipt says. */
  async function send(signed) {
    const token = await writeMessage(turkmenistan, { type: "release@2.0", to: "council", epoch, seq: ++seq, payload: JSON.stringify(signed) });
    const reply = await fetch(`${region.url("council")}/exchange/messages`, { method: "POST", headers: { "content-type": "application/jose" }, body: token });
    const receipt = await readReceipt(turkmenistan, "council", token, await reply.text());
    assertFits("ReceiptClaims", receipt);
    return receipt;
  }
  const entry = (rest) => ({ format: 1, id: newId(), member: "tm", kind: "release", place: 1, previous: "", head: { position: 0, hash: "" }, ...rest });
  const signed = async (value, member = turkmenistan) => ({ entry: value, signature: await sign(member, "homeward-entry+jws", value) });
  const reason = async (signedEntry) => (await send(signedEntry)).reason;

  test("two States that released beside an empty ledger are put in order, and both hold the same", async () => {
    await region.start("council", "kg", "uz");
    const lines = await until(async () => { const items = await ledger(); return items.length === 2 && items; }, "both releases");
    assert.deepEqual(lines.map(({ member }) => member).sort(), ["kg", "uz"]);
    assert.ok(lines.every(({ verified, kind }) => verified && kind === "release"));
    for (const state of ["kg", "uz"]) {
      const coordinator = await region.signIn(state, "coordinator");
      const copy = await until(async () => { const page = await coordinator.get("/api/ledger"); return page.items.length === 2 && page; }, `the copy of ${state}`);
      assert.equal(copy.head.hash, lines[0].hash);
      assert.deepEqual((await coordinator.get("/api/ledger/own")).items.map((own) => [own.kind, own.state]), [["release", "in_ledger"]]);
    }
  });

  test("a forged entry, a broken link and an unknown step are refused by name, and change nothing", async () => {
    const tables = release("TM", year, 40, 50);
    const other = await openMember(join(region.into, "kz/exchange_keys.json"), join(region.into, "kz/region.json"));
    assert.equal(await reason(await signed(entry({ release: tables, made_at: at() }), other)), "ledger.forged");
    assert.equal(await reason(await signed(entry({ release: release("UZ", year, 40, 50), made_at: at() }))), "release.not_yours");
    assert.equal(await reason(await signed(entry({ place: 2, previous: hashOf("elsewhere"), release: tables, made_at: at() }))), "ledger.place");
    assert.equal(await reason(await signed(entry({ head: { position: 1, hash: hashOf("elsewhere") }, release: tables, made_at: at() }))), "ledger.unknown_head");
    assert.equal((await ledger()).length, 2);
  });

  let mine;
  test("an entry that names an old step is audited beside what came since, and taken", async () => {
    mine = await signed(entry({ release: release("TM", year, 40, 50), made_at: at() }));
    assertFits("SignedEntry", mine);
    const receipt = await send(mine);
    assert.equal(receipt.outcome, "accepted", receipt.reason);
    const [newest] = await ledger();
    assert.equal(newest.member, "tm");
    assert.equal(newest.entry_hash, hashOf(JSON.stringify(mine)), "both sides hash the same bytes");
  });

  test("the next must name the one before", async () => {
    const next = (rest) => entry({ place: 2, release: release("TM", year - 1, 30, 30), made_at: at(), ...rest });
    assert.equal(await reason(await signed(next({ previous: hashOf("another") }))), "ledger.broken_chain");
    const again = await send(await signed(entry({ place: 2, previous: hashOf(JSON.stringify(mine)), release: release("TM", year, 41, 50), made_at: at() })));
    assert.equal(again.reason, "ledger.must_replace");
    assert.equal(again.params.year, String(year));
  });

  test("a withdrawal takes the return from the public page and keeps its line, with the reason", async () => {
    const withdrawal = {
      ...entry({ kind: "withdrawal", place: 2, previous: hashOf(JSON.stringify(mine)), replaces: mine.entry.id, reason: "The count is being checked." }),
      sign_offs: release("TM", year, 1, 1).sign_offs, made_at: at(),
    };
    const receipt = await send(await signed(withdrawal));
    assert.equal(receipt.outcome, "accepted", receipt.reason);
    const lines = await ledger();
    assert.equal(lines[1].replaced_by.reason, "The count is being checked.");
    assert.ok(!(await guest().get("/api/public/releases")).items.some(({ state }) => state === "tm"));
  });

  test("a public figure that would open a hidden count is refused with State and cell", async () => {
    const secretariat = await region.signIn("council", "secretariat");
    const releases = (await guest().get("/api/public/releases")).items;
    const [kg, uz] = await Promise.all(["kg", "uz"].map(async (state) =>
      guest().get(`/api/public/releases/${releases.find((one) => one.state === state).id}`)));
    const hidden = hiddenBesideShown(kg, uz);
    assert.ok(hidden.length > 0, "no count of Kyrgyzstan is hidden where Uzbekistan's is shown");
    const figure = (cell, value) => ({
      definition: cell.table.definition, population: cell.table.population, reference_date: kg.reference_date, categories: cell.categories,
      states: ["KG", "UZ"], value, source: "A draft speech",
    });
    const answers = [];
    // How many are hidden is not known; a sum that is too small or too large fits nobody, and is refused as well.
    for (const [cell, more] of hidden.slice(0, 3).flatMap((one) => [2, 5, 8].map((number) => [one, number]))) {
      if (answers.includes("ledger.opens_cell")) break;
      answers.push(await secretariat.post("/api/ledger/figures", figure(cell, cell.shown + more)).then(() => "taken", ({ problem }) => {
        if (problem.key === "ledger.opens_cell") assert.equal(problem.params.state, "KG");
        return problem.key;
      }));
    }
    assert.ok(answers.includes("ledger.opens_cell"), answers.join());
    assert.ok(!answers.includes("taken"), answers.join());
    assert.equal((await ledger()).length, 4);
  });

  test("the file of the ledger is checked by the command, which names the first line that was changed", async () => {
    const file = join(region.folder, "ledger.jsonl");
    await writeFile(file, await (await fetch(`${region.url("council")}/api/public/ledger/file`)).text());
    const manifest = join(region.into, "uz/region.json");
    assert.equal((await admin("ledger", "verify", file, "--region", manifest)).code, 0);
    const lines = (await readFile(file, "utf8")).split("\n");
    for (const line of lines.slice(1, -1)) assertFits("JointEntry", JSON.parse(line));
    await writeFile(file, [lines[0], lines[1], ...lines.slice(3)].join("\n"));
    const missing = await admin("ledger", "verify", file, "--region", manifest);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /Line 3 does not hold: ledger.position, expected 2/);
    assert.deepEqual(await guest().get("/api/public/ledger/check"), { checked: 4, of: 4 });
  });

  test("a State that was down is told what came meanwhile", async () => {
    await region.end("kg");
    const coordinator = await region.signIn("uz", "coordinator");
    const page = await until(async () => { const found = await coordinator.get("/api/ledger"); return found.items.length === 4 && found; }, "the whole copy");
    await region.start("kg");
    const again = await region.signIn("kg", "coordinator");
    await until(async () => (await again.get("/api/ledger")).head.hash === page.head.hash, "what came while it was down");
  });
});

/** Combinations of categories, the same in every State, that one State hides and the other shows. */
function hiddenBesideShown(hides, shows) {
  return hides.tables.flatMap((table) => {
    const other = shows.tables.find(({ key, definition, dimensions }) => key === table.key && definition.version === table.definition.version &&
      dimensions.length === table.dimensions.length);
    if (!other) return [];
    return table.cells.flatMap((cell, index) => {
      const categories = categoriesOf(table, index);
      if (!cell.hidden || Object.keys(categories).length === 0 || "operation" in categories || "region" in categories) return [];
      const shown = other.cells[other.cells.findIndex((_, i) => JSON.stringify(categoriesOf(other, i)) === JSON.stringify(categories))]?.value;
      return shown >= 10 ? [{ table, categories, shown }] : [];
    });
  });
}

/** The categories of a cell by classification, in the order of their names; totals left out. */
function categoriesOf({ dimensions }, index) {
  const found = {};
  for (const { key, categories } of [...dimensions].reverse()) {
    const at = index % (categories.length + 1);
    index = Math.floor(index / (categories.length + 1));
    if (at < categories.length) found[key] = categories[at];
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
