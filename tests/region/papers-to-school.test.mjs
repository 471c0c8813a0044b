// A child born abroad without a paper, until school: chain, registry, kinship, statelessness feared, over the API alone. School may
// begin before the paper is there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Reader, Region, password } from "./region.mjs";

let region, worker, clerk, person, request;
const today = () => new Date().toISOString().slice(0, 10);

async function signIn(username) {
  const reader = new Reader(region.url("uz"));
  reader.session = await reader.post("/api/session", { username, password });
  return reader;
}
const chain = async () => (await worker.get(`/api/persons/${person}/documents-chain`)).steps;
const stateOf = async (code) => (await chain()).find(({ step }) => step === code).state;

before(async () => {
  region = await Region.make({ only: ["uz"] });
  await region.start("uz");
  [worker, clerk] = await Promise.all(["worker", "registry"].map(signIn));
});
after(() => region?.stop());

test("without a paper, proof of birth comes first, and school may begin without it", async () => {
  ({ id: person } = await worker.post("/api/persons", {
    names: [{ family: "Yulduzova", given: "Malika" }], sex: "female", born_on: `${new Date().getFullYear() - 8}-05~`, entry_route: "self_return",
    region: worker.session.account.region }));
  assert.equal(await stateOf("birth_proof"), "ready");
  const steps = await chain();
  const school = steps.find(({ step }) => step === "school");
  assert.deepEqual([school.state, school.next, school.waits_for], ["ready", "begin_without", ["birth_proof"]]);
  assert.equal(steps.find(({ step }) => step === "housing").state, "not_yet");
});

test("the registry is asked, sees the request and no record, and issues", async () => {
  await worker.post(`/api/persons/${person}/document-requests`, {
    step: "birth_proof", document: "birth_certificate", asked_of: "registry", birth_place: "Abroad", mother: "Mother of the child" });
  assert.equal(await stateOf("birth_proof"), "asked");
  for (let cursor = ""; !request;) {
    const { items, next } = await clerk.get(`/api/registry/requests?limit=100${cursor && `&cursor=${cursor}`}`);
    request = items.find(({ shown }) => shown.mother === "Mother of the child");
    assert.ok(request || next, "the request stands in the queue");
    cursor = next;
  }
  assert.ok(!JSON.stringify(request).includes(person), "no id of a person");
  await assert.rejects(clerk.get(`/api/persons/${person}/documents-chain`), ({ status }) => status === 404 || status === 403);
  await clerk.post(`/api/registry/requests/${request.id}/answer`, { version: request.version, to: "issued", number: "I-FA 100200", issued_on: today() });
  assert.equal(await stateOf("birth_proof"), "held");
});

test("school waits for nothing; kinship and a citizenship that is feared for hold it up no more", async () => {
  const school = (await chain()).find(({ step }) => step === "school");
  assert.deepEqual([school.next, school.waits_for], ["begin", []]);
  await worker.post(`/api/persons/${person}/kinship`, { relation: "mother", method: "court", authority: "District court", conclusion: "confirmed", on: today() });
  await worker.post(`/api/persons/${person}/nationality`, { status: "statelessness_feared", basis: "not_known", since: today() });
  const steps = await chain();
  assert.deepEqual(["kinship", "school"].map((code) => steps.find(({ step }) => step === code).state), ["held", "ready"]);
  assert.equal(steps.find(({ step }) => step === "citizenship").next, "ask_legal_aid");
});

test("the child is at school, and the chain says since when", async () => {
  await worker.put(`/api/persons/${person}/documents-chain/school`, { on: today() });
  const school = (await chain()).find(({ step }) => step === "school");
  assert.deepEqual([school.state, school.reached_on], ["held", today()]);
});
