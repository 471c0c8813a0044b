// The annual report: drawn from what the Council did, edited by its secretariat, released to everybody, then corrected.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import * as reports from "./steps/reports.mjs";

const YEAR = new Date().getUTCFullYear();
const TITLE = `Annual report ${YEAR}`;
const WORDS = "The Council met in Tashkent & agreed to share what it learns.";

let secretariat, path, frozen;
const stage = setStage({ programs: ["council"] }, async () => {
  secretariat = await stage.reader("secretariat");
});

test("the secretariat writes around what is drawn, moves a section and leaves one out", async () => {
  const { page } = secretariat;
  path = await reports.openReport(secretariat, TITLE);
  const sessions = reports.section(page, "Sessions");
  await sessions.getByText("Sessions held, by kind").waitFor();
  await sessions.getByLabel("Text before “Sessions”").fill(WORDS);
  await page.getByRole("button", { name: "Move up: Decisions" }).click();
  await page.getByLabel("Leave out “Public figures”").check();
  await page.getByText("Not saved yet").waitFor();
  await reports.save(secretariat);
  await page.reload();
  await reports.section(page, "Sessions").waitFor();
  const order = await reports.sections(secretariat);
  assert.ok(order.indexOf("Decisions") < order.indexOf("Sessions"), order.join());
  assert.equal(await page.getByLabel("Text before “Sessions”").inputValue(), WORDS);
  await secretariat.look("report-draft");
});

test("a section is drawn anew without losing a word, and a colleague's change is not overwritten", async () => {
  const { page } = secretariat;
  const colleague = await stage.reader("secretariat");
  await colleague.page.goto(path);
  await colleague.page.getByLabel("Text after “Sessions”").waitFor();
  await page.getByLabel("Text after “Sessions”").fill("Written and not yet saved.");
  await page.getByRole("button", { name: "Draw anew: Sessions" }).click();
  await page.getByText("Drawn anew").first().waitFor();
  assert.equal(await page.getByLabel("Text after “Sessions”").inputValue(), "Written and not yet saved.");
  await colleague.page.getByLabel("Title").fill("Another title");
  await colleague.page.getByRole("button", { name: "Save", exact: true }).click();
  await colleague.page.getByText("A colleague has changed this draft meanwhile").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
});

test("a draft is for the secretariat and the focal points alone", async () => {
  const focal = await stage.reader("focal.kg");
  await focal.page.goto(path);
  await focal.page.getByText(WORDS).waitFor();
  assert.equal(await focal.page.getByRole("button", { name: "Release", exact: true }).count(), 0);
  await focal.look("report-focal");
  for (const username of ["observer", null]) {
    const other = await stage.reader(username);
    await other.page.goto("/reports");
    await other.page.getByRole("link", { name: `Annual report ${YEAR - 1}` }).waitFor();
    assert.equal(await other.page.getByRole("link", { name: TITLE }).count(), 0, `${username ?? "a guest"} sees no draft`);
    await other.page.goto(path);
    await other.page.getByText("There is no such report.").waitFor();
  }
});

test("what is released is read by everybody, on screen, as PDF and as DOCX", async () => {
  await secretariat.page.goto(path);
  await reports.section(secretariat.page, "The draft").waitFor();
  await reports.release(secretariat);
  const anybody = await stage.reader();
  await reports.openReport(anybody, TITLE);
  await anybody.page.getByText(WORDS).waitFor();
  assert.equal(await anybody.page.getByRole("heading", { name: "Public figures" }).count(), 0);
  await anybody.look("report-released");
  frozen = await reports.fileOf(anybody, "pdf");
  const text = reports.readBy(frozen, "pdftotext", ["-layout"], ["-"]);
  assert.match(text, /TLP:CLEAR/);
  assert.ok(text.replace(/\s+/g, " ").includes(WORDS));
  assert.match(text, /Definition: /);
  const words = reports.wordsOfDocx(await reports.fileOf(anybody, "docx"));
  assert.ok(words.includes(WORDS));
  assert.ok(words.includes("How this report was made"));
});

test("a correction is the next edition; the one before stays as it was", async () => {
  const { page } = secretariat;
  await page.goto(path);
  await page.getByRole("button", { name: "Correct this report" }).click();
  await page.getByLabel("What is corrected").fill("A session was missing.");
  await page.getByRole("button", { name: "Begin the next edition" }).click();
  await page.getByText("English, edition 2").waitFor();
  assert.equal(await page.getByLabel("Text before “Sessions”").inputValue(), WORDS);
  await reports.release(secretariat);
  const anybody = await stage.reader();
  await anybody.page.goto(path);
  await anybody.page.getByText("This edition was corrected").waitFor();
  assert.ok(frozen.equals(await reports.fileOf(anybody, "pdf")), "byte for byte as it was released");
  await anybody.page.getByRole("link", { name: "Go to the edition that holds" }).click();
  await anybody.page.getByText("A session was missing.").waitFor();
  await anybody.mustBeClean();
});
