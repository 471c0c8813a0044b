// Several programs and a wire that breaks: what waits is delivered once, what is forged changes nothing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Region, rows, until } from "./region.mjs";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("the exchange", () => {
  /** @type {Region} */ let region;
  let secretariat, decision;
  before(async () => {
    region = await Region.make();
    await region.start("council");
    secretariat = await region.signIn("council", "secretariat");
    decision = (await secretariat.get("/api/decisions?state=adopted")).items[0];
  });
  after(() => region?.stop());

  const act = (title) =>
    secretariat.post(`/api/decisions/${decision.id}/actions`, { owner: "kg", title, body: "", due_on: inDays(30) });
  const atKyrgyzstan = async () => (await (await region.signIn("kg", "coordinator")).get("/api/actions")).items;

  test("an action for a State that is down waits, and comes once", async () => {
    await act("Waits for the wire");
    await region.start("kg");
    await until(async () => (await atKyrgyzstan()).length > 0, "the action");
    assert.deepEqual((await atKyrgyzstan()).map((action) => action.title), ["Waits for the wire"]);
  });

  test("progress comes back to the Council, also when it was down meanwhile", async () => {
    const coordinator = await region.signIn("kg", "coordinator");
    const [action] = (await coordinator.get("/api/actions")).items;
    await region.end("council");
    await coordinator.post(`/api/actions/${action.id}/progress`, { note: "Two regions have begun.", done: false });
    await region.start("council");
    secretariat = await region.signIn("council", "secretariat");
    const seen = await until(async () => {
      const items = (await secretariat.get("/api/actions")).items;
      return items.find((item) => item.id === action.id && item.progress.length > 0);
    }, "the report");
    assert.deepEqual(seen.progress.map((report) => report.note), ["Two regions have begun."]);
  });

  test("a receiver that is killed again and again loses nothing and doubles nothing", async () => {
    const titles = Array.from({ length: 12 }, (_, i) => `Killed in between ${i}`);
    const sending = (async () => {
      for (const title of titles) await act(title);
    })();
    for (let i = 0; i < 4; ++i) {
      await region.end("kg", "SIGKILL");
      await region.start("kg");
    }
    await sending;
    const arrived = await until(async () => {
      const items = (await atKyrgyzstan()).filter((item) => item.title.startsWith("Killed"));
      return items.length >= titles.length && items;
    }, "all actions");
    assert.deepEqual(arrived.map((item) => item.title).sort(), [...titles].sort());
  });

  test("forged, cut and stray messages are refused, noted, and change nothing; a replay has no second effect", async () => {
    const [{ text }] = await rows(region.database("council"), "SELECT message AS text FROM exchange_outbox WHERE to_member = 'kg' ORDER BY rowid LIMIT 1");
    const send = (body) => fetch(`${region.url("kg")}/exchange/messages`, { method: "POST", headers: { "content-type": "application/jose" }, body });
    const count = async () => (await atKyrgyzstan()).length;
    const refusals = async () => (await rows(region.database("kg"), "SELECT count(*) AS n FROM exchange_refusals"))[0].n;
    const before = await count();
    const noted = await refusals();

    assert.equal((await send(text)).status, 200);
    const flip = (at) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    const bad = [flip(20), flip(Math.floor(text.length / 2)), flip(text.length - 20), text.slice(0, -30), text.slice(30), "", "a.b.c", `${text}.x`];
    for (const message of bad) assert.ok((await send(message)).status >= 400, `${message.length} bytes`);
    const elsewhere = await fetch(`${region.url("council")}/exchange/messages`, { method: "POST", headers: { "content-type": "application/jose" }, body: text });
    assert.ok(elsewhere.status >= 400);

    assert.equal(await count(), before);
    assert.ok((await refusals()) > noted);
  });
});
