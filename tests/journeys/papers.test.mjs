// Papers, over real programs: what is taken, what is refused and why, who may read it, and that a backup has them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { admin, password, Reader, rows } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import * as papers from "./steps/papers.mjs";

const fixture = (name) => readFileSync(new URL(`../data/files/${name}`, import.meta.url));
const AGENDA = { name: "Повестка дня.pdf", bytes: papers.pdf("Family visits in the first month") };
const SCRIPT = papers.pdf("Innocent", { catalog: "/OpenAction 6 0 R", more: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"] });

let secretariat, observer, session;
const stage = setStage({ programs: ["council"] }, async () => {
  secretariat = await stage.reader("secretariat");
  observer = await stage.reader("observer");
  session = await papers.openFirstSession(secretariat);
});

const addressOf = (who, title) => papers.paper(who, title).getByRole("link", { name: title, exact: true }).getAttribute("href");
const fetched = async (who, address) => who.context.request.get(stage.region.url("council") + address);

test("the secretariat hangs a paper on a session, and readers open it", async () => {
  await papers.add(secretariat, AGENDA, { title: "Draft agenda" });
  await papers.paper(secretariat, "Draft agenda").getByText(/PDF · 1 kB · English/).waitFor();
  await observer.page.goto(session);
  const address = await addressOf(observer, "Draft agenda");
  const reply = await fetched(observer, address);
  assert.deepEqual(await reply.body(), AGENDA.bytes);
  assert.match(reply.headers()["content-disposition"], /^inline; .*filename\*=UTF-8''%D0%9F/);
  assert.match(reply.headers()["content-security-policy"], /sandbox/);
  assert.equal(reply.headers()["x-content-type-options"], "nosniff");
  assert.equal(await observer.page.getByRole("button", { name: "Add a paper" }).count(), 0);
  await observer.look("papers-reader");
});

test("a photograph is shown without where, when and by what it was taken", async () => {
  const photo = papers.photo(fixture("picture.jpeg"));
  assert.ok(photo.includes("41.311"));
  await papers.add(secretariat, { name: "workshop.jpg", bytes: photo }, { title: "The workshop" });
  const kept = await (await fetched(secretariat, await addressOf(secretariat, "The workshop"))).body();
  assert.deepEqual(kept, fixture("picture.jpeg"));
  await secretariat.page.getByRole("button", { name: "Show: The workshop" }).click();
  const picture = secretariat.page.getByRole("img", { name: "The workshop" });
  await picture.waitFor();
  assert.equal(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth)), 24);
  await secretariat.look("papers-picture");
});

test("a paper hangs on an item of the agenda, and says so", async () => {
  const of = await papers.firstItem(secretariat);
  assert.match(of, /^1\. \S/);
  await papers.add(secretariat, { name: "questions.txt", bytes: Buffer.from("Which questions were hard?") }, { title: "Questions", of });
  await papers.paper(secretariat, "Questions").getByText(of).waitFor();
});

test("the name of a file is its first title, until somebody types another", async () => {
  const title = secretariat.page.getByRole("textbox", { name: "Title" });
  await papers.choose(secretariat, "first.txt");
  assert.equal(await title.inputValue(), "first");
  await papers.choose(secretariat, "second.txt");
  assert.equal(await title.inputValue(), "second");
  await title.fill("Typed");
  await papers.choose(secretariat, "third.txt");
  assert.equal(await title.inputValue(), "Typed");
  await secretariat.page.getByRole("button", { name: "Cancel", exact: true }).click();
});

test("what lies, runs or bursts is refused with the reason, and nothing of it is kept", async () => {
  const before = await rows(stage.region.database("council"), "SELECT count(*) AS files FROM files");
  await papers.mustBeRefused(secretariat, { name: "minutes.docx", bytes: AGENDA.bytes }, "is not what the ending of its name says");
  await secretariat.look("papers-refused");
  await papers.mustBeRefused(secretariat, { name: "agenda.pdf", bytes: SCRIPT }, "holds a script, a macro, a program or another file");
  await papers.mustBeRefused(secretariat, { name: "report.pdf", bytes: fixture("bomb.pdf") }, "unpacks to far more than its size");
  await papers.mustBeRefused(secretariat, { name: "sealed.pdf", bytes: fixture("encrypted.pdf") }, "under a password");
  await papers.mustBeRefused(secretariat, { name: "broken.pdf", bytes: AGENDA.bytes.subarray(0, 300) }, "damaged or not whole");
  await papers.mustBeRefused(secretariat, AGENDA, "here already");
  assert.deepEqual(await rows(stage.region.database("council"), "SELECT count(*) AS files FROM files"), before);
  await secretariat.page.getByRole("button", { name: "Cancel", exact: true }).click();
});

test("its words are found by whoever may read it", async () => {
  const found = async (who) => (await fetched(who, "/api/search?q=family+visits+month&kind=paper")).json();
  assert.deepEqual((await found(observer)).items.map(({ title }) => title), ["Draft agenda"]);
});

test("who may not add is refused by the server too, and a guest sees nothing of it", async () => {
  const id = session.split("/").pop();
  const outsider = new Reader(stage.region.url("council"));
  const address = await addressOf(observer, "Draft agenda");
  await assert.rejects(outsider.get(address), { status: 401 });
  await assert.rejects(outsider.get(address.replace("/api/", "/api/public/")), { status: 404 });
  await assert.rejects(outsider.get(`/api/public/papers?of=session:${id}`), { status: 404 });
  await outsider.post("/api/session", { username: "observer", password });
  await assert.rejects(outsider.ask("POST", `/api/papers?of=session:${id}`, AGENDA.bytes, { "x-file-name": "a.pdf" }), { status: 403 });
});

test("it reads in Russian, by night", async () => {
  const russian = await stage.reader("secretariat", { scheme: "dark" });
  await russian.page.goto(session);
  await russian.page.getByLabel("Language").first().selectOption("ru");
  await russian.page.getByRole("heading", { name: "Материалы", exact: true }).waitFor();
  await russian.page.getByRole("button", { name: "Добавить материал" }).click();
  await russian.look("papers-russian");
});

test("a backup has the files, sealed, and a restored Council gives them out", async () => {
  const copy = join(stage.region.folder, "council.backup.db");
  assert.equal((await admin("backup", "--config", stage.region.config("council"), copy)).code, 0);
  const [{ clear }] = await rows(copy, "SELECT count(*) AS clear FROM file_parts WHERE instr(content_sealed, CAST('%PDF' AS BLOB)) > 0 OR instr(content_sealed, CAST('JFIF' AS BLOB)) > 0");
  assert.equal(clear, 0);
  await stage.region.end("council");
  const restored = await admin("restore", "--config", stage.region.config("council"), copy);
  assert.equal(restored.code, 0, restored.stderr);
  await stage.region.start("council");
  assert.deepEqual(await (await fetched(observer, await addressOf(observer, "Draft agenda"))).body(), AGENDA.bytes);
});

test("taken away, it is gone for readers, and the record keeps it", async () => {
  const address = await addressOf(observer, "Draft agenda");
  await papers.withdraw(secretariat, "Draft agenda");
  assert.equal((await fetched(observer, address)).status(), 404);
  const [{ kept }] = await rows(stage.region.database("council"), "SELECT count(*) AS kept FROM papers WHERE withdrawn_at IS NOT NULL");
  assert.equal(kept, 1);
  await secretariat.mustBeClean();
});
