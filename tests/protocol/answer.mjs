// The other side of src/exchange/interop_test.cpp: node answer.mjs answer|check FOLDER. Plays the Council.
//
//   answer   reads message.txt of uz; writes read.json (what it says), receipt.txt, message_back.txt and refused/*.txt
//   check    reads receipt_back.txt, the receipt for message_back.txt

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertFits } from "./schemas.mjs";
import { openMember, readMessage, readReceipt, signAnything, writeMessage, writeReceipt } from "./peer.mjs";

const [what, folder] = process.argv.slice(2);
const path = (name) => join(folder, name);
const text = (name) => readFileSync(path(name), "utf8");
assertFits("KeyFile", JSON.parse(text("uz/exchange_keys.json")));
assertFits("Manifest", JSON.parse(text("uz/region.json")));
const council = await openMember(path("council/exchange_keys.json"), path("council/region.json"));

const epoch = Math.floor(Date.now() / 1000);
const kid = council.members.get("council").signKid;
const toUz = (more) => writeMessage(council, { type: "action@1.0", to: "uz", epoch, seq: 1, payload: '{"title":"Үй — уй — хона"}', ...more });

/** Right by the standards, outside our profile. */
async function refused() {
  const good = await toUz();
  const claims = Buffer.from(good.split(".")[1], "base64url").toString();
  const header = { alg: "Ed25519", typ: "homeward-message+jws", kid };
  return {
    eddsa: await signAnything(council, { ...header, alg: "EdDSA" }, claims),
    jku: await signAnything(council, { ...header, jku: "https://example.org/keys" }, claims),
    jwk: await signAnything(council, { ...header, jwk: council.members.get("council").signing }, claims),
    no_kind: await signAnything(council, { alg: "Ed25519", kid }, claims),
    receipt: await signAnything(council, { ...header, typ: "homeward-receipt+jws" }, claims),
    no_claims: await signAnything(council, header, "[]"),
    for_another: await signAnything(council, header, claims.replace('"to":"uz"', '"to":"council"')),
    flattened: JSON.stringify({ payload: good.split(".")[1], protected: good.split(".")[0], signature: good.split(".")[2] }),
  };
}

if (what === "answer") {
  const message = text("message.txt");
  const read = await readMessage(council, message);
  assertFits("Token", message);
  assertFits("MessageClaims", read.claims);
  writeFileSync(path("read.json"), JSON.stringify({ ...read.claims, payload: read.payload }));
  writeFileSync(path("receipt.txt"), await writeReceipt(council, read, { outcome: "accepted", position: 7 }));
  writeFileSync(path("message_back.txt"), await toUz());
  mkdirSync(path("refused"));
  for (const [name, token] of Object.entries(await refused())) writeFileSync(path(`refused/${name}.txt`), token);
} else {
  const claims = await readReceipt(council, "uz", text("message_back.txt"), text("receipt_back.txt"));
  assertFits("ReceiptClaims", claims);
  assert.equal(claims.outcome, "gap");
  assert.deepEqual(claims.expected, { epoch: 5, seq: 6 });
}
