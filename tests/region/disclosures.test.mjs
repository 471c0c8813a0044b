// A lawful order from the paper to the person being told, over the API alone; every reply is held against the contract.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { refused, signInHeld } from "./held.mjs";
import { Region } from "./region.mjs";

let region, coordinator, officer, order;

const signIn = (username) => signInHeld(region, username);
const kindsOf = async (reader) => (await reader.get("/api/tasks")).items.map(({ kind }) => kind);
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

before(async () => {
  region = await Region.make({ only: ["uz"] });
  await region.start("uz");
  [coordinator, officer] = await Promise.all(["coordinator", "dpo"].map(signIn));
});
after(() => region?.stop());

test("the coordinator records it, sees what would leave, and proposes", async () => {
  const { items: [person] } = await coordinator.post("/api/register/search", { limit: 1 });
  const paper = {
    request_id: randomUUID(), person_code: person.code, issuer_kind: "court", issuer: "District court", number: "2-114", law: "Code of civil procedure, article 67",
    asked: "In which district she lives", dated_on: day(-3), answer_by: day(10) };
  await refused(coordinator.post("/api/disclosures", { ...paper, law: " " }), 422, "lawful_order.law_missing");
  order = await coordinator.post("/api/disclosures", paper);
  assert.equal((await coordinator.post("/api/disclosures", paper)).id, order.id, "sent twice, it is one");
  assert.ok((await kindsOf(coordinator)).includes("propose_extract"));
  const { lines } = await coordinator.post(`/api/disclosures/${order.id}/preview`, { fields: ["region", "name"], language: "en" });
  assert.deepEqual(lines.map(({ field, label }) => [field, label]), [["name", "Name"], ["region", "Region"]]);
  assert.equal(lines[0].value, person.name);
  await refused(coordinator.post(`/api/disclosures/${order.id}/proposal`, { version: 1, fields: ["notes"], why: "asked" }), 422, "lawful_order.field");
  order = await coordinator.post(`/api/disclosures/${order.id}/proposal`, { version: 1, fields: ["name", "region"], why: "It asks where she lives." });
  assert.equal(order.allows.decide, false);
  await refused(coordinator.post(`/api/disclosures/${order.id}/decision`, { version: order.version, disclose: true }), 403, "access.not_allowed");
});

test("nobody else learns that it is there", async () => {
  for (const username of ["worker", "supervisor", "psychologist", "registry", "admin"]) {
    const other = await signIn(username);
    await refused(other.get(`/api/disclosures/${order.id}`), 404, "lawful_order.not_found");
    await refused(other.get("/api/disclosures"), 403, "access.not_allowed");
  }
});

test("the officer lets it leave once, and the person is told when the law allows", async () => {
  assert.ok((await kindsOf(officer)).includes("decide_order"));
  const decide = (more) => officer.post(`/api/disclosures/${order.id}/decision`, { version: order.version, disclose: true, language: "ru", ...more });
  await refused(decide({ not_before: day(60) }), 422, "lawful_order.telling_law");
  order = await decide({ not_before: day(60), telling_law: "Code of criminal procedure, article 352", words: "Proportionate." });
  assert.deepEqual([order.state, order.tell_on], ["disclosed", day(60)]);
  await refused(decide({}), 409, "lawful_order.decided_already");
  const reply = await fetch(`${region.url("uz")}/api/disclosures/${order.id}/extract`, { headers: { cookie: officer.cookie } });
  assert.equal(reply.status, 200);
  assert.equal(Buffer.from(await reply.arrayBuffer()).subarray(0, 5).toString(), "%PDF-");
  assert.ok(!(await kindsOf(officer)).includes("tell_person"), "not before the day");
  await refused(officer.post(`/api/disclosures/${order.id}/telling`, { version: order.version, told_on: day(0) }), 422, "lawful_order.told_on");
  const { items } = await officer.get("/api/disclosures?list=to_tell");
  assert.deepEqual(items.map(({ id }) => id), [order.id]);
});

test("on the day a task comes, and telling ends it", async () => {
  await region.end("uz");
  process.env.HOMEWARD_TEST_CLOCK_OFFSET_S = String(61 * 86_400);
  await region.start("uz");
  delete process.env.HOMEWARD_TEST_CLOCK_OFFSET_S;
  officer = await signIn("dpo");
  assert.ok((await kindsOf(officer)).includes("tell_person"));
  order = await officer.post(`/api/disclosures/${order.id}/telling`, { version: order.version, told_on: day(61) });
  assert.deepEqual([order.told_on, order.told_by.name], [day(61), "Data protection officer"]);
  assert.ok(!(await kindsOf(officer)).includes("tell_person"));
});
