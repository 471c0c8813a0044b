// What an operator meets: a stolen file, a tampered log, a backup, a second program, a wrong start.

import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { after, before, describe, test } from "node:test";
import { Region, admin, root, rows } from "./region.mjs";

const run = promisify(execFile);
const sql = (database, text) => run("sqlite3", [database, text]);

describe("an installation", () => {
  /** @type {Region} */ let region;
  before(async () => {
    region = await Region.make();
  });
  after(() => region?.stop());

  test("people stand in the public numbers, at every step of the loop", async () => {
    const expected = { kz: 754, kg: 511, tj: 381, uz: 531, tm: 0 };
    for (const [code, people] of Object.entries(expected)) {
      assert.equal((await rows(region.database(code), "SELECT count(*) AS n FROM persons"))[0].n, people, code);
    }
    for (const code of ["kz", "kg", "tj", "uz"]) {
      const steps = (await rows(region.database(code), "SELECT DISTINCT step FROM case_steps")).map((row) => row.step);
      assert.deepEqual(steps.sort(), ["assessed", "closed", "closure_proposed", "follow_up", "in_service", "opened", "plan_approved", "plan_draft", "plan_submitted"], code);
    }
  });

  test("a stolen database names nobody", async () => {
    await region.start("uz");
    const coordinator = await region.signIn("uz", "coordinator");
    const names = new Set();
    for (let cursor; ; ) {
      const page = await coordinator.post("/api/register/search", { limit: 200, ...(cursor ? { cursor } : {}) });
      for (const person of page.items) for (const word of person.name.split(" ")) names.add(word);
      if (!(cursor = page.next)) break;
    }
    await region.end("uz");
    assert.ok(names.size > 100);
    // Words of the reference tables are no names: a region may be called like a person.
    const reference = JSON.stringify(await rows(region.database("uz"), "SELECT * FROM regions")) + JSON.stringify(await rows(region.database("uz"), "SELECT * FROM operation_stages"));
    const files = (await readdir(join(region.into, "uz"))).filter((file) => file.startsWith("homeward.db"));
    const bytes = Buffer.concat(await Promise.all(files.map((file) => region.read("uz", file))));
    const found = [...names].filter((name) => Buffer.byteLength(name) >= 6 && !reference.includes(name))
      .filter((name) => [name, name.toLowerCase(), name.toUpperCase()].some((form) => bytes.includes(form)));
    assert.deepEqual(found, []);
  });

  test("audit verify finds any changed, removed or reordered line", async () => {
    const config = region.config("tj"), database = region.database("tj");
    const verify = () => admin("audit", "verify", "--config", config);
    assert.match((await verify()).stdout, /intact: \d+ lines/);
    const [{ last }] = await rows(database, "SELECT max(seq) AS last FROM audit_leaves");
    const copy = `${database}.kept`;
    await copyFile(database, copy);
    const tampered = {
      "a changed actor": "UPDATE audit_leaves SET actor = 'somebody' WHERE seq = 40",
      "a changed detail": "UPDATE audit_leaves SET details = '{}' WHERE seq = (SELECT max(seq) FROM audit_leaves WHERE details <> '{}')",
      "a removed line": "DELETE FROM audit_leaves WHERE seq = 100",
      "a removed end": `DELETE FROM audit_leaves WHERE seq > ${last - 5}`,
      "an emptied log": "DELETE FROM audit_leaves",
      "two lines in each other's place": "UPDATE audit_leaves SET seq = -1 WHERE seq = 7; UPDATE audit_leaves SET seq = 7 WHERE seq = 8; UPDATE audit_leaves SET seq = 8 WHERE seq = -1",
    };
    for (const [what, change] of Object.entries(tampered)) {
      await sql(database, change);
      const seen = await verify();
      assert.equal(seen.code, 1, what);
      assert.match(seen.stdout, /tampered with at line \d+/, what);
      await copyFile(copy, database);
    }
    assert.equal((await verify()).code, 0);
  });

  test("a backup made while it serves can be restored, and a damaged one cannot", async () => {
    await region.start("tm");
    const backup = join(region.folder, "tm.backup");
    assert.equal((await admin("backup", "--config", region.config("tm"), backup)).code, 0);
    assert.notEqual((await admin("backup", "--config", region.config("tm"), backup)).code, 0, "overwrites nothing");
    assert.notEqual((await admin("restore", "--config", region.config("tm"), backup)).code, 0, "not while it serves");
    const coordinator = await region.signIn("tm", "coordinator");
    await coordinator.post("/api/providers", { name: "Made after the backup", kind: "state", region: "", services: ["housing"] });
    await region.end("tm");
    const restored = await admin("restore", "--config", region.config("tm"), backup);
    assert.equal(restored.code, 0, restored.stderr);
    assert.equal((await rows(region.database("tm"), "SELECT count(*) AS n FROM providers WHERE name = 'Made after the backup'"))[0].n, 0);
    assert.equal((await admin("check", "--config", region.config("tm"))).code, 0);

    const broken = join(region.folder, "broken.backup");
    const bytes = await readFile(backup);
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000);
    await writeFile(broken, bytes);
    assert.notEqual((await admin("restore", "--config", region.config("tm"), broken)).code, 0);
    assert.equal((await admin("check", "--config", region.config("tm"))).code, 0, "what stood there stands");
  });

  test("a real installation has no account, no peer, and says what is missing", async () => {
    const folder = join(region.folder, "real");
    const made = await admin("create", folder, "--kind", "node", "--code", "uz", "--name", "Uzbekistan", "--port", "18399");
    assert.equal(made.code, 0, made.stderr);
    assert.equal((await rows(join(folder, "homeward.db"), "SELECT count(*) AS n FROM accounts"))[0].n, 0);
    assert.notEqual((await admin("create", folder, "--kind", "node", "--code", "uz", "--name", "Uzbekistan")).code, 0, "overwrites nothing");
    // Two real members meet.
    const second = join(region.folder, "second");
    assert.equal((await admin("create", second, "--kind", "council", "--code", "council", "--name", "Council", "--port", "18398")).code, 0);
    const entry = join(region.folder, "council.json");
    const { stdout } = await admin("member", "--config", join(second, "homeward.toml"));
    assert.doesNotMatch(stdout, /"d"/);
    await writeFile(entry, stdout);
    assert.equal((await admin("join", "--config", join(folder, "homeward.toml"), entry)).code, 0);
    const listed = JSON.parse(await readFile(join(folder, "region.json"), "utf8")).members.map((member) => member.id);
    assert.deepEqual(listed.sort(), ["council", "uz"]);
    await writeFile(entry, "{}");
    assert.notEqual((await admin("join", "--config", join(folder, "homeward.toml"), entry)).code, 0);

    await rename(join(folder, "node.key"), join(folder, "node.key.away"));
    const check = await admin("check", "--config", join(folder, "homeward.toml"));
    assert.equal(check.code, 1);
    assert.match(check.stderr, /key file/);
  });

  test("a second program, a busy port and a missing configuration get one clear sentence", async () => {
    await region.start("kg");
    const node = join(root, "build/release/homeward-node");
    const start = (config) => run(node, ["--config", config]).catch((failed) => failed);
    assert.match((await start(region.config("kg"))).stderr, /Another Homeward program is using .*Stop it first/);
    assert.match((await start(join(region.folder, "none.toml"))).stderr, /Cannot read the configuration/);
    const other = join(region.folder, "other");
    await mkdir(other);
    const port = String(region.ports.kg);
    assert.equal((await admin("create", other, "--kind", "node", "--code", "kg", "--name", "K", "--port", port)).code, 0);
    await copyFile(join(region.into, "kg/exchange_keys.json"), join(other, "exchange_keys.json"));
    await copyFile(join(region.into, "kg/region.json"), join(other, "region.json"));
    assert.match((await start(join(other, "homeward.toml"))).stderr, new RegExp(`Port ${port} is in use`));
    const ended = await region.end("kg");
    assert.equal(ended.exit, 0);
  });
});
