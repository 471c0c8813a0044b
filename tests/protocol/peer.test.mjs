// The second implementation and the contract, by themselves. That they agree with the programs is shown by
// src/exchange/interop_test.cpp, which calls answer.mjs.

import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openMember, readMessage, readReceipt, writeMessage, writeReceipt } from "./peer.mjs";
import { complaint, document } from "./schemas.mjs";

const folder = mkdtempSync(join(tmpdir(), "homeward-peer-"));
const members = {};

const newKey = (curve) => generateKeyPairSync(curve).privateKey.export({ format: "jwk" });
const publicHalf = ({ kty, crv, x }) => ({ kty, crv, x });

before(async () => {
  const keys = ["uz", "kz", "council"].map((member) => ({ member, signing: newKey("ed25519"), opening: newKey("x25519") }));
  writeFileSync(join(folder, "region.json"), JSON.stringify({
    version: 1,
    members: keys.map(({ member, signing, opening }, index) => ({
      id: member, name: member, base_url: `http://127.0.0.1:${8400 + index}`, signing: publicHalf(signing), sealing: publicHalf(opening),
    })),
  }));
  for (const one of keys) {
    writeFileSync(join(folder, `${one.member}.json`), JSON.stringify(one));
    members[one.member] = await openMember(join(folder, `${one.member}.json`), join(folder, "region.json"));
  }
});
after(() => rmSync(folder, { recursive: true }));

const message = (more) => writeMessage(members.uz, { type: "release@1.0", to: "council", epoch: 1, seq: 1, payload: "{}", ...more });

test("a message is read by its receiver and by nobody else", async () => {
  const token = await message();
  const { claims, payload } = await readMessage(members.council, token);
  assert.equal(payload, "{}");
  assert.equal(complaint("MessageClaims", claims), null);
  assert.equal(complaint("Token", token), null);
  await assert.rejects(readMessage(members.kz, token), /for another/);
});

test("a changed, expired or re-signed message is refused", async () => {
  const [header, claims, signature] = (await message()).split(".");
  const changed = Buffer.from(Buffer.from(claims, "base64url").toString().replace('"seq":1', '"seq":2')).toString("base64url");
  await assert.rejects(readMessage(members.council, [header, changed, signature].join(".")), /signature verification failed/);
  await assert.rejects(readMessage(members.council, await message({ days: -2 })), /expired/);
});

test("a receipt counts for its message only", async () => {
  const token = await message();
  const receipt = await writeReceipt(members.council, await readMessage(members.council, token), { outcome: "accepted", position: 1 });
  assert.equal(complaint("ReceiptClaims", await readReceipt(members.uz, "council", token, receipt)), null);
  await assert.rejects(readReceipt(members.uz, "council", await message(), receipt), /another message/);
  await assert.rejects(readReceipt(members.uz, "kz", token, receipt), /not the receiver's/);
});

test("the contract has a schema for every type of message", () => {
  for (const [type, schema] of Object.entries(document["x-message-types"])) {
    assert.match(type, /^[a-z]+@\d+\.\d+$/);
    assert.equal(typeof complaint(schema, {}), "string", `${schema} takes anything`);
  }
});

test("the contract takes no receipt that says two things", () => {
  const receipt = {
    type: "receipt@1.0", from: "council", to: "uz", message: "018f7654-7e80-7438-97e0-ee51a485222c",
    hash: "DRJXXVaBGNSDUIjMaA0TE_e0w9QMPX55-cde74t_8C4", epoch: 1, seq: 1, at: "2024-05-14T09:00:00.000Z",
  };
  const place = { epoch: 1, seq: 1 };
  const good = [{ outcome: "accepted", position: 1 }, { outcome: "refused", position: 1, reason: "release.year" },
    { outcome: "gap", expected: place, reason: "exchange.gap" }, { outcome: "later", reason: "exchange.frozen" }];
  const bad = [{ outcome: "accepted" }, { outcome: "accepted", position: 1, reason: "release.year" }, { outcome: "refused", position: 1 },
    { outcome: "gap" }, { outcome: "gap", expected: place, position: 1 }, { outcome: "later" }, { outcome: "perhaps" }];
  for (const rest of good) assert.equal(complaint("ReceiptClaims", { ...receipt, ...rest }), null);
  for (const rest of bad) assert.equal(typeof complaint("ReceiptClaims", { ...receipt, ...rest }), "string", JSON.stringify(rest));
});

test("an action and a report fit the contract as before, and with what came later", () => {
  const id = "01900000-0000-7000-8000-000000000001";
  const action = { id, title: "Share the survey", body: "", due_on: "2024-09-01", decision: "2024/1", session: "", created_at: "2024-05-14T09:00:00.000Z" };
  assert.equal(complaint("Action", action), null);
  assert.equal(complaint("Action", { ...action, state: "dropped", version: 2, reason: "Another programme does it." }), null);
  assert.notEqual(complaint("Action", { ...action, state: "lost" }), null);
  assert.notEqual(complaint("Action", { ...action, version: 1 }), null, "what was never changed says no version");
  const progress = { id, action_id: id, note: "Begun.", state: "open", reported_at: "2024-05-20T09:00:00.000Z" };
  assert.equal(complaint("Progress", progress), null);
  assert.equal(complaint("Progress", { ...progress, percent: 60, evidence: "A list", evidence_url: "https://example.org/list" }), null);
  assert.notEqual(complaint("Progress", { ...progress, evidence_url: "http://example.org/list" }), null);
  assert.notEqual(complaint("Progress", { ...progress, percent: 101 }), null);
});
