// Files that are brought and letters that are made: what is taken and refused, whom it opens for, and what a letter never says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { rows } from "../region/region.mjs";
import { PICTURES, written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import { attach, choose, expectRefused, file, makeLetter, seeLetter } from "./steps/casepapers.mjs";
import { openCase, part, personWithoutCase } from "./steps/casework.mjs";
import { pdf, photo } from "./steps/papers.mjs";

const fixture = (name) => readFileSync(new URL(`../data/files/${name}`, import.meta.url));
const SCRIPT = pdf("Innocent", { catalog: "/OpenAction 6 0 R", more: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"] });
const CERTIFICATE = { name: "Petrova Anna certificate.pdf", bytes: pdf("Certificate of birth") };

let worker, address, name;
const stage = setStage({ programs: ["uz"] }, async () => {
  worker = await stage.as("worker");
});
const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const fetched = async (who, path) => who.context.request.get(stage.region.url("uz") + path);

stage.step("an empty page says what belongs here", async () => {
  address = await openCase(worker, await personWithoutCase(worker));
  name = await worker.page.getByRole("heading", { level: 1 }).innerText();
  await worker.page.getByRole("link", { name: "Files and letters", exact: true }).click();
  await worker.page.waitForURL(/\/papers$/);
  await says(worker, "No file yet");
  await says(worker, "No letter yet");
  await worker.look("casepapers-begin");
});

stage.step("several files at once: each for itself, the wrong ones with the reason", async () => {
  await choose(worker, [CERTIFICATE, { name: "setup.pdf", bytes: Buffer.from("MZ\x90\0 a program") }, { name: "nothing.pdf", bytes: Buffer.alloc(0) },
    { name: "cut.pdf", bytes: CERTIFICATE.bytes.subarray(0, 300) }, { name: "script.pdf", bytes: SCRIPT }, { name: "huge.pdf", bytes: Buffer.alloc(30 << 20, "a") }],
  { kind: "Birth certificate", note: "Brought by the grandmother" });
  await expectRefused(worker, "setup.pdf", /is not what the ending of its name says/);
  await expectRefused(worker, "nothing.pdf", /is empty/);
  await expectRefused(worker, "cut.pdf", /damaged or not whole/);
  await expectRefused(worker, "script.pdf", /holds a script/);
  await expectRefused(worker, "huge.pdf", /larger than 25 MB/);
  await written(file(worker, "Birth certificate"), "Brought by the grandmother").waitFor();
  assert.equal((await rows(stage.region.database("uz"), "SELECT count(*) AS n FROM case_attachments WHERE note_sealed IS NOT NULL AND case_id = '" + address.split("/")[2] + "'"))[0].n, 1);
  await worker.look("casepapers-refused");
  await part(worker.page, "Files").getByRole("button", { name: "Cancel", exact: true }).click();
  const discard = worker.page.getByRole("dialog").getByRole("button").last();
  if (await discard.isVisible().catch(() => false)) await discard.click();
});

stage.step("a PDF is shown as a picture of its page, and saved under a name that names nobody", async () => {
  const card = file(worker, "Birth certificate");
  await card.getByRole("button", { name: /^Show/ }).click();
  const picture = card.getByRole("img");
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth)) > 500);
  await worker.look("casepapers-look");
  const reply = await fetched(worker, await card.getByRole("link", { name: /^Download/ }).getAttribute("href"));
  assert.deepEqual(await reply.body(), CERTIFICATE.bytes);
  assert.match(reply.headers()["content-disposition"], /^attachment; .*UZ-\d{4}-\d{5}-birth_certificate-\d{4}-\d\d-\d\d\.pdf/);
  assert.match(reply.headers()["content-security-policy"], /sandbox/);
  const looks = await rows(stage.region.database("uz"), "SELECT count(*) AS n FROM audit_leaves WHERE action = 'attachment.read'");
  assert.ok(looks[0].n >= 2, "each look leaves a line");
});

stage.step("a photograph comes without place and camera", async () => {
  await attach(worker, [{ name: "IMG_0042.jpg", bytes: photo(fixture("picture.jpeg")) }], { kind: "Photo", note: "For the identity card" });
  const link = file(worker, "Photo").getByRole("link", { name: /^Download/ });
  await link.waitFor();
  assert.deepEqual(await (await fetched(worker, await link.getAttribute("href"))).body(), fixture("picture.jpeg"));
});

stage.step("a file is deleted with a reason that stays", async () => {
  const card = file(worker, "Photo");
  await card.getByRole("button", { name: /^Delete/ }).click();
  await card.getByLabel("Why is it deleted?").fill("Of another family.");
  await card.getByRole("button", { name: "Delete", exact: true }).click();
  await says(worker, "The file was deleted.");
  await part(worker.page, "Files").getByText("1 deleted file").click();
  await says(worker, /Deleted by .*Of another family\./);
});

stage.step("a letter to a school waits for a consent, and says nothing of where the pupil comes from", async () => {
  await seeLetter(worker, "Support for a pupil", async (here) => {
    await here.getByLabel("To whom does it go?").fill("School 12");
    await here.getByLabel("extra lessons in the language of teaching").check();
    await here.getByLabel("In your words").fill("They came with Mehr.");
  }, { refused: true });
  await says(worker, /tells where the person comes from/);
  const here = part(worker.page, "Letters and forms");
  await here.getByLabel("In your words").fill("Mondays are best.");
  await here.getByRole("button", { name: "See the letter" }).click();
  await says(worker, /Nobody was asked yet whether this may be shared/);
  await worker.look("casepapers-letter");
  const paper = await here.getByRole("region", { name: /as it will stand on paper/ }).innerText();
  assert.ok(paper.includes(name) && paper.includes("extra lessons") && paper.includes("Mondays are best."));
  assert.ok(!/syria|iraq|mehr|repatri|returnee/i.test(paper));
  assert.equal(await here.getByRole("button", { name: "Make this letter" }).count(), 0);
});

stage.step("with the consent it is made, recorded and saved", async () => {
  const { page } = worker;
  await page.goto("about:blank");
  await page.goto(`${address}/sharing`);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Letters/ }) });
  await card.getByRole("button", { name: /^(Ask and note the answer|Note a new answer)/ }).click();
  await card.getByRole("radio", { name: "Yes", exact: true }).check();
  await card.getByLabel("Who answered?").selectOption({ label: "The person" });
  await card.getByRole("button", { name: "Save" }).click();
  await says(worker, "Saved");
  await page.goto(`${address}/papers`);
  await makeLetter(worker, "Support for a pupil", async (here) => {
    await here.getByLabel("To whom does it go?").fill("School 12");
    await here.getByLabel("lessons to catch up with the class").check();
  });
  await says(worker, "Went to others under a consent");
  const disclosed = await rows(stage.region.database("uz"), "SELECT template, template_version, disclosure_id FROM case_letters WHERE case_id = '" + address.split("/")[2] + "'");
  assert.equal(disclosed.length, 1);
  assert.ok(disclosed[0].disclosure_id);
});

stage.step("the person's own summary and the whole file, in Russian too, within a second", async () => {
  await makeLetter(worker, "My summary", (here) => here.getByLabel("Language of the letter").selectOption({ label: "Russian" }));
  const begun = Date.now();
  await makeLetter(worker, "Case file", async () => {});
  assert.ok(Date.now() - begun < 5_000);
  const links = part(worker.page, "Letters and forms").getByRole("link", { name: /^Save as PDF/ });
  assert.equal(await links.count(), 3);
  for (const [at, what] of ["file", "summary", "school"].entries()) {
    const reply = await fetched(worker, await links.nth(at).getAttribute("href"));
    const bytes = await reply.body();
    assert.equal(bytes.subarray(0, 4).toString(), "%PDF");
    assert.ok(!reply.headers()["content-disposition"].includes(name.split(" ")[0]));
    writeFileSync(`${PICTURES}/casepapers-${what}.pdf`, bytes);
  }
  await worker.look("casepapers-letters");
});

stage.step("an invitation in the person's language says that nobody has checked its text yet", async () => {
  await seeLetter(worker, "Invitation", async (here) => {
    await here.getByLabel("Language of the letter").selectOption({ label: "Uzbek" });
    await here.getByText(/Nobody who speaks this language from home has checked/).waitFor();
    await here.getByLabel("Day of the meeting").fill("01.03.2030");
    await here.getByLabel("Time").fill("10:00");
    await here.getByLabel("Place").fill("Navoiy 4");
  });
  await worker.page.getByText("Siz bilan uchrashmoqchimiz.").waitFor();
  await worker.look("casepapers-letter-uz");
  await part(worker.page, "Letters and forms").getByRole("button", { name: "Make this letter" }).click();
  await part(worker.page, "Letters and forms").getByText(/Uzbek/).first().waitFor();
});

stage.step("a colleague without this case has neither; the page reads well in Russian", async () => {
  const other = await stage.as("worker2");
  const id = address.split("/")[2];
  for (const path of [`/api/cases/${id}/attachments`, `/api/cases/${id}/letters`]) assert.equal((await fetched(other, path)).status(), 403);
  const russian = await stage.as("worker", { language: "ru" });
  await russian.page.goto(`${address}/papers`);
  await says(russian, "Свидетельство о рождении");
  await russian.look("casepapers-ru");
});
