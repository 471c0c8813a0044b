// A practice on its way from a draft to a reader's phone, and on to another State. Real programs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import { menu } from "./steps/people.mjs";
import * as practices from "./steps/practices.mjs";

const TITLE = "Children begin school before their papers are there";
const section = (page, name) => page.getByRole("region", { name, exact: true });

const stage = setStage({ programs: ["council"] });
let path; // of the practice that this journey writes

test("a focal point writes it, and is told where it names a person", async () => {
  const author = await stage.as("alternate.uz");
  const { page } = author;
  await practices.beginPractice(author, { title: TITLE });
  await page.getByLabel("Contact", { exact: true }).fill("teacher@school.example");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByText("This looks like an e-mail address.").waitFor();
  await author.look("practices-refused");
  await page.getByLabel("Contact", { exact: true }).fill(practices.TEMPLATE.Contact);
  path = await practices.saveDraft(author, { title: TITLE });
  await section(page, "Where it stands").getByText("Draft", { exact: false }).first().waitFor();
});

test("two who changed it at once are asked only where both changed the same", async () => {
  const [author, colleague] = await stage.all("alternate.uz", "focal.uz");
  for (const { page } of [author, colleague]) {
    await page.goto(`${path}/edit`);
    await page.getByLabel("Results", { exact: true }).waitFor();
  }
  await colleague.page.getByLabel("Results", { exact: true }).fill("Nine of ten children were in school within two weeks.");
  await colleague.page.getByLabel("Ages", { exact: true }).fill("The small ones began with play, the older ones with reading.");
  await practices.saveDraft(colleague, { title: TITLE });
  await author.page.getByLabel("Results", { exact: true }).fill("Most children were in school within two weeks.");
  await author.page.getByLabel("What the cost includes", { exact: true }).fill("Books, and two more teachers for a year.");
  await author.page.getByRole("button", { name: "Save the draft" }).click();
  const clash = author.page.getByRole("group", { name: "Results, English" });
  await clash.waitFor();
  assert.equal(await author.page.getByRole("group").count(), 1);
  await author.page.getByText("Taken over from your colleague: Ages, English.").waitFor();
  await author.look("practices-meanwhile");
  await clash.getByRole("button", { name: "Take theirs" }).click();
  await author.page.getByRole("button", { name: "Save what shall stand" }).click();
  await author.page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  for (const words of ["Nine of ten children", "the older ones with reading", "two more teachers for a year"]) await author.page.getByText(words).waitFor();
  await author.page.getByRole("link", { name: "All changes, version by version" }).click();
  await author.page.getByRole("heading", { name: "Version 3" }).waitFor();
});

test("a second person of its State clears it", async () => {
  const [author, colleague] = await stage.all("alternate.uz", "focal.uz");
  await author.page.goto(path);
  await author.page.getByRole("button", { name: "Submit for clearance" }).click();
  await author.page.getByText("A second focal point of this State clears it.").waitFor();
  assert.equal(await author.page.getByRole("button", { name: "Clear for review" }).count(), 0);
  await colleague.page.goto("/");
  await section(colleague.page, "Practices to clear").getByRole("link", { name: TITLE }).click();
  await colleague.page.getByRole("button", { name: "Clear for review" }).click();
  await colleague.page.getByText("In review").first().waitFor();
});

test("two other States and an expert review it, none seeing the others' before", async () => {
  const secretariat = await stage.as("secretariat");
  await secretariat.page.goto(path);
  await section(secretariat.page, "Peer review").getByRole("button", { name: "Ask a reviewer" }).click();
  await secretariat.page.getByLabel("Reviewer").selectOption({ label: "Expert (Expert)" });
  await section(secretariat.page, "Peer review").getByRole("button", { name: "Ask a reviewer" }).click();
  await secretariat.page.getByRole("article", { name: "Review of Expert, Expert" }).waitFor();

  const kg = await stage.as("focal.kg");
  const before = await kg.page.goto(path);
  assert.equal(before.status(), 200);
  await kg.page.getByText("This practice does not exist, or you may not see it.").waitFor();
  await practices.takeUpReview(kg, { title: TITLE });
  await kg.look("practices-my-review");
  await practices.giveReview(kg, { partly: { "Human rights": "Say to whom a parent complains." }, comment: "Clear, and easy to do elsewhere." });
  const kz = await stage.as("focal.kz");
  await kz.page.goto("/");
  await section(kz.page, "Reviewers are wanted").getByRole("link", { name: TITLE }).waitFor();
  await kz.look("desk-focal-point");
  await practices.takeUpReview(kz, { title: TITLE });
  assert.equal(await kz.page.getByText("Say to whom a parent complains.").count(), 0);
  await practices.giveReview(kz, {});
  const expert = await stage.as("expert");
  await expert.page.goto(path);
  await practices.giveReview(expert, {});
  await expert.page.getByText("Say to whom a parent complains.").waitFor();

  await secretariat.page.goto(path);
  await secretariat.page.getByRole("article", { name: /^Review of Kyrgyzstan/ }).getByText("Say to whom a parent complains.").waitFor();
  await secretariat.page.getByRole("button", { name: "Publish" }).click();
  await secretariat.page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await secretariat.page.getByText("Published on").waitFor();
});

test("a guest finds it and reads it on a phone", async () => {
  const guest = await stage.as(null);
  const { page } = guest;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/practices");
  await page.getByLabel("Search in practices and lessons").fill("wait for papers");
  await page.getByRole("link", { name: TITLE }).click();
  await page.getByText("A rule that lets a school wait for papers.").waitFor();
  await page.getByText("Reviewed by 2 other States and 1 expert.").waitFor();
  for (const hidden of ["Reviewing States", "Say to whom a parent complains.", "Where it stands", "All changes, version by version"]) {
    assert.equal(await page.getByText(hidden).count(), 0, hidden);
  }
  await guest.look("practices-public");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save as PDF" }).click()]);
  assert.equal(file.suggestedFilename(), `${TITLE}.pdf`);
});

test("what did not work stands beside what did, in Russian too", async () => {
  const guest = await stage.as(null, { language: "ru" });
  const { page } = guest;
  await page.goto("/practices?kind=did_not_work");
  await page.getByRole("link", { name: "Оборудование для малого дела без сбыта и совета" }).click();
  await page.getByRole("heading", { name: "Почему это не сработало" }).waitFor();
  await page.getByText("Этот текст вымышлен. Он показывает, как выглядит практика или урок.").waitFor();
  await guest.look("practices-lesson-ru");
});

test("another State records that it took it up, and later what came of it", async () => {
  const kg = await stage.as("focal.kg");
  await kg.page.goto(path);
  await practices.recordUse(kg, { place: "Three towns in the north", year: "2024", changed: "With a language class beside it.", outcome: "Too early to tell", note: "It has begun." });
  const card = section(kg.page, "Who took it up").getByRole("article", { name: "Kyrgyzstan" });
  await card.getByRole("button", { name: "Say what came of it" }).click();
  await card.getByLabel("What came of it").selectOption({ label: "It worked in part" });
  await card.getByLabel("How you know").fill("Two towns of three go on with it.");
  await card.getByRole("button", { name: "Save" }).click();
  await written(card, "Two towns of three go on with it.").waitFor();
  await card.getByText("It has begun.").waitFor();
  await menu(kg.page).getByRole("link", { name: "Practices and lessons" }).click();
  await kg.page.getByRole("row").filter({ hasText: TITLE }).getByText("1 State").waitFor();
  await kg.look("practices-list");
});
