import assert from "node:assert/strict";
import { test } from "node:test";
import { Contract } from "./contract.mjs";

const contract = new Contract("node");
const problem = { type: "urn:homeward:problem:unauthenticated", title: "Not signed in", status: 401, key: "session.none" };
const reply = (change) => ({
  method: "GET", path: "/api/session", status: 401, contentType: "application/problem+json", text: JSON.stringify(problem), ...change,
});

test("a reply as the contract has it is right", () => assert.equal(contract.complaint(reply({})), null));
test("a missing field is told", () => {
  assert.match(contract.complaint(reply({ text: JSON.stringify({ ...problem, key: undefined }) })), /required property 'key'/);
});
test("a field of the wrong kind is told", () => {
  assert.match(contract.complaint(reply({ text: JSON.stringify({ ...problem, status: "401" }) })), /\/status must be integer/);
});
test("a field too many is told", () => {
  assert.match(contract.complaint(reply({ text: JSON.stringify({ ...problem, name: "x" }) })), /additional properties/);
});
test("a body that is no JSON is told", () => assert.match(contract.complaint(reply({ text: "<html>" })), /is not JSON/));
test("a content type that was not promised is told", () => {
  assert.match(contract.complaint(reply({ contentType: "text/html" })), /content type "text\/html"/);
});
test("a path that was not promised is told", () => {
  assert.match(contract.complaint(reply({ path: "/api/secret" })), /no such path/);
});
test("a method that was not promised is told", () => assert.match(contract.complaint(reply({ method: "PATCH" })), /status 401 is not/));
test("a body where none was promised is told", () => {
  assert.match(contract.complaint(reply({ method: "DELETE", status: 204, text: "{}" })), /has a body/);
});
test("references inside the contract are followed, formats held", () => {
  const session = {
    account: { id: "no uuid", name: "Worker", username: "w", role: "social_worker" }, permissions: [], csrf_token: "t",
    instance: { code: "UZ", name: "Uzbekistan", kind: "node", demo: true },
  };
  const text = JSON.stringify(session);
  assert.match(contract.complaint(reply({ status: 200, contentType: "application/json", text })), /\/account\/id must match format "uuid"/);
});
test("fixed paths come before those with a parameter", () => {
  const paths = { "/api/a/{id}": { get: { responses: { 200: { description: "one" } } } }, "/api/a/new": { get: { responses: { 201: { description: "new" } } } } };
  const small = new Contract("small", { openapi: "3.1.0", paths });
  assert.equal(small.complaint({ method: "GET", path: "/api/a/new", status: 201, contentType: "", text: "" }), null);
  assert.equal(small.complaint({ method: "GET", path: "/api/a/7", status: 200, contentType: "", text: "" }), null);
});
test("the two contracts agree on the shapes they share", () => {
  const council = new Contract("council");
  for (const name of ["Problem", "Session", "Instance", "InstanceInfo", "PartialDate", "Instant"]) {
    assert.deepEqual(council.document.components.schemas[name], contract.document.components.schemas[name], name);
  }
});
