// People at a node whose every reply is held against the contract, refusals too.
import assert from "node:assert/strict";
import { Contract } from "../journeys/contract.mjs";
import { password, Reader } from "./region.mjs";

const contract = new Contract("node");

class HeldReader extends Reader {
  seen(reply) {
    assert.equal(contract.complaint(reply), null);
  }
}

/** Signs somebody in at the node of Uzbekistan. */
export async function signInHeld(region, username) {
  const reader = new HeldReader(region.url("uz"));
  await reader.post("/api/session", { username, password });
  return reader;
}

/** That what is asked is refused with this status and key. */
export const refused = (asking, status, key) => assert.rejects(asking, (error) => {
  assert.deepEqual([error.status, error.problem.key], [status, key]);
  return true;
});
