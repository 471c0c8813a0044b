// What each tier of readers sees of the Council, row by row: every thing that is in the database is asked for by every
// account of the demo and by a guest, alone, in its list and by search. Who may read it is worked out here once more.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { password, Region } from "./region.mjs";

/**
 * kind     as the table of audiences names it
 * lists    addresses that together show all of them, to who is signed in
 * open     the same for everybody, where there is one
 * one      the address of one, by its id
 * opened   the same for everybody
 */
const THINGS = [
  { kind: "session", lists: ["/api/meetings"], one: (id) => `/api/meetings/${id}` },
  { kind: "announcement", open: "/api/public/meetings", opened: (id) => `/api/public/meetings/${id}` },
  { kind: "decision", lists: ["/api/decisions"], open: "/api/public/decisions", one: (id) => `/api/decisions/${id}`, opened: (id) => `/api/public/decisions/${id}` },
  { kind: "action", lists: ["/api/actions"], one: (id) => `/api/actions/${id}` },
  { kind: "practice", lists: ["/api/practices"], open: "/api/public/practices", one: (id) => `/api/practices/${id}`, opened: (id) => `/api/public/practices/${id}` },
  { kind: "training", lists: ["/api/trainings"], open: "/api/public/trainings", one: (id) => `/api/trainings/${id}` },
  { kind: "law", lists: ["/api/law"], open: "/api/public/law" },
  { kind: "commitment_document", lists: ["/api/commitment-documents"], open: "/api/public/commitment-documents", one: (id) => `/api/commitment-documents/${id}`, opened: (id) => `/api/public/commitment-documents/${id}` },
  { kind: "initiative", lists: ["/api/initiatives"], open: "/api/public/initiatives" },
  { kind: "agreement", lists: ["/api/agreements"], open: "/api/public/agreements", opened: (id) => `/api/public/agreements/${id}`, one: (id) => `/api/agreements/${id}` },
  { kind: "expert", lists: ["/api/experts"], one: (id) => `/api/experts/${id}` },
  { kind: "notice", lists: ["/api/notices"], one: (id) => `/api/notices/${id}` },
  { kind: "report", lists: ["/api/reports"], open: "/api/public/reports", one: (id) => `/api/reports/${id}`, opened: (id) => `/api/public/reports/${id}` },
];
const MEMBERS = ["secretariat", "focal_point", "expert", "observer"];

/** @type {Region} */ let region;
let readers, things, entries;

/** The words a reader holds, by the rules of docs/decisions/audiences.md, said a second time. */
function wordsOf({ role, member, id }) {
  if (role === "guest") return new Set(["all"]);
  const words = new Set(["all", `account:${id}`]);
  if (!MEMBERS.includes(role)) return words;
  words.add("signed_in");
  if (member) words.add(`member:${member}`);
  if (role === "secretariat") words.add("secretariat");
  if (role === "expert") words.add("experts");
  if (role === "focal_point") words.add("focal_points").add(`focal:${member}`);
  return words;
}

/** An open address answers everybody as a guest, also who is signed in. */
const ANYBODY = { words: wordsOf({ role: "guest" }) };

async function ask(reader, path) {
  const reply = await fetch(region.url("council") + path, { headers: reader.cookie ? { cookie: reader.cookie } : {} });
  return { status: reply.status, body: reply.headers.get("content-type")?.includes("json") ? await reply.json() : null };
}

/** The ids of a whole list, page by page. */
async function idsOf(reader, path) {
  const ids = [];
  for (let cursor = ""; ;) {
    const join = path.includes("?") ? "&" : "?";
    const { status, body } = await ask(reader, cursor ? `${path}${join}cursor=${encodeURIComponent(cursor)}` : path);
    assert.equal(status, 200, `${reader.username} ${path}`);
    ids.push(...body.items.map(({ id }) => id));
    if (!body.next) return ids;
    cursor = body.next;
  }
}

async function signIn(username) {
  const reply = await fetch(`${region.url("council")}/api/session`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ username, password }) });
  assert.equal(reply.status, 200, username);
  const { account } = await reply.json();
  return { username, cookie: reply.headers.get("set-cookie").split(";")[0], role: account.role, member: account.member, words: wordsOf(account) };
}

/** The first words of a title, to be found as they stand; a question has 200 characters at most. */
const phrase = (title) => `"${/^.{1,150}(?=\s|$)/su.exec(title.replaceAll('"', " ").trim())?.[0] ?? title.slice(0, 100)}"`;

const rows = (sql) => JSON.parse(execFileSync("sqlite3", ["-json", `file:${region.database("council")}?mode=ro`, sql], { encoding: "utf8" }) || "[]");
const sees = (reader, thing) => thing.words.some((word) => reader.words.has(word));
const idsFor = (reader, kind) => things.filter((thing) => thing.kind === kind && sees(reader, thing)).map(({ id }) => id).sort();

before(async () => {
  region = await Region.make({ only: ["council"] });
  await region.start("council");
  const { demo_accounts } = await (await fetch(`${region.url("council")}/api/instance`)).json();
  readers = [{ username: "guest", role: "guest", words: wordsOf({ role: "guest" }) }];
  for (const { username } of demo_accounts) readers.push(await signIn(username));
  things = rows("SELECT kind, object_id AS id, json_group_array(word) AS words FROM audiences GROUP BY kind, object_id")
    .map(({ words, ...thing }) => ({ ...thing, words: JSON.parse(words) }));
  entries = rows("SELECT kind, id, title FROM search_entries");
});
after(() => region?.stop());

test("the demo has readers of every tier, and things that some of them must not see", () => {
  for (const role of ["guest", "admin", ...MEMBERS]) assert.ok(readers.some((reader) => reader.role === role), role);
  for (const { kind } of THINGS) assert.ok(things.some((thing) => thing.kind === kind), `no ${kind} in the demo`);
  for (const kind of ["decision", "practice", "notice", "report", "expert"]) {
    assert.ok(readers.some((reader) => things.some((thing) => thing.kind === kind && !sees(reader, thing))), `everybody sees every ${kind}`);
  }
});

for (const { kind, lists, open, one, opened } of THINGS) {
  test(`${kind}: each reader finds exactly what is theirs in the list`, async () => {
    for (const reader of readers) {
      if (open) assert.deepEqual((await idsOf(reader, open)).sort(), idsFor(ANYBODY, kind), `${reader.username} ${open}`);
      if (!lists) continue;
      if (!MEMBERS.includes(reader.role)) {
        // Who administers the installation reads no more than everybody does.
        for (const list of lists) {
          const { status } = await ask(reader, list);
          if (status === 200) assert.deepEqual((await idsOf(reader, list)).sort(), idsFor(ANYBODY, kind), `${reader.username} ${list}`);
          else assert.equal(status, reader.role === "guest" ? 401 : 403, `${reader.username} ${list}`);
        }
        continue;
      }
      const found = new Set();
      for (const list of lists) {
        for (const id of await idsOf(reader, list)) found.add(id);
      }
      assert.deepEqual([...found].sort(), idsFor(reader, kind), `${reader.username} ${lists.join(" ")}`);
    }
  });
  if (!one && !opened) continue;
  test(`${kind}: each one opens for its readers and is unknown to all others`, async () => {
    for (const thing of things.filter((each) => each.kind === kind)) {
      for (const reader of readers) {
        const expected = sees(reader, thing) ? 200 : 404;
        if (opened) assert.equal((await ask(reader, opened(thing.id))).status, sees(ANYBODY, thing) ? 200 : 404, `${reader.username} ${opened(thing.id)}`);
        if (one && MEMBERS.includes(reader.role)) assert.equal((await ask(reader, one(thing.id))).status, expected, `${reader.username} ${one(thing.id)}`);
        if (one && !MEMBERS.includes(reader.role)) {
          const { status } = await ask(reader, one(thing.id));
          assert.ok([401, 403, 404].includes(status) || (status === 200 && sees(ANYBODY, thing)), `${reader.username} ${one(thing.id)}: ${status}`);
        }
      }
    }
  });
}

test("search finds a thing for its readers, and says nothing to all others", async () => {
  const audience = new Map(things.map(({ kind, id, words }) => [`${kind} ${id}`, words]));
  for (const reader of readers) {
    const road = reader.role === "guest" ? "/api/public/search" : "/api/search";
    for (const { kind, id, title } of entries) {
      // What is public of a session is its announcement, which has the session's id.
      const words = kind === "session" ? [...audience.get(`session ${id}`), ...(audience.get(`announcement ${id}`) ?? [])] : audience.get(`${kind} ${id}`);
      // A paper or minutes take their readers from what they hang on; their own tests hold those.
      if (!words) continue;
      const { status, body } = await ask(reader, `${road}?q=${encodeURIComponent(phrase(title))}&kind=${kind}&limit=100`);
      if (reader.role === "admin" || reader.role === "data_protection_officer") { assert.equal(status, 403); break; }
      if (status === 400 || status === 422) continue; // a title of signs alone
      assert.equal(status, 200, `${reader.username} ${title}`);
      assert.equal(body.items.some((hit) => hit.id === id), words.some((word) => reader.words.has(word)), `${reader.username} finds ${kind} ${id}`);
    }
  }
});
