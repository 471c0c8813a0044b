// What the returns count, open to all: a year, one indicator, what changed between years, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";

let anybody, russian;
const stage = setStage({ programs: ["council"] }, async () => {
  anybody = await stage.reader();
  russian = await stage.reader(undefined, { language: "ru" });
});

/** What a definition says under a word. */
const told = (page, title, word) => page.getByRole("region", { name: title, exact: true }).locator("dl > div").filter({ has: page.getByText(word, { exact: true }) }).locator("dd");

test("a definition says what is counted, of whom, from which field, from which number on, and since when it is settled", async () => {
  const { page } = anybody;
  await page.goto("/definitions?year=2025");
  await page.getByRole("heading", { level: 1, name: "What the returns for 2025 count" }).waitFor();
  const title = "Time to the first document";
  await told(page, title, "Counted").waitFor();
  assert.match(await told(page, title, "Classes").textContent(), /^Within 30 days; 31–90 days; .*; None, or day not known$/);
  assert.match(await told(page, title, "Field that answers").textContent(), /people\.document_facts\.restored_on$/);
  assert.equal(await told(page, title, "Smallest count shown").textContent(), "10 (Legal status)");
  assert.equal(await told(page, title, "Version").textContent(), "1, since 2025");
  assert.match(await told(page, title, "Settled").textContent(), /^Definitions of 2025: since /);
  await anybody.look("definitions");
});

test("the rounds of a survey are one definition, and a link to any of them leads there", async () => {
  const { page } = anybody;
  await page.goto("/definitions?year=2026&indicator=outcome_social_12");
  await page.getByRole("heading", { level: 2, name: "Outcome survey: social score" }).waitFor();
  assert.equal(await page.getByRole("heading", { level: 2 }).count(), 2, "the one, and what stands of all");
  assert.equal(await told(page, "Outcome survey: social score", "Survey rounds").textContent(), "0, 3, 6, 12, 24 months after the file was opened");
  await page.getByRole("region", { name: "All definitions of 2026" }).getByText("The same as in 2025").waitFor();
});

test("what an earlier year does not count says so, and the later year what it added", async () => {
  const { page } = anybody;
  await page.goto("/definitions?year=2025&indicator=care_arrangements");
  await page.getByRole("region", { name: "All definitions of 2025" }).getByText(/^New beside 2024: Time to the first document; Time to school; Care of children;/).waitFor();
  await page.getByLabel("Year").selectOption("2024");
  await page.getByRole("heading", { level: 1, name: "What the returns for 2024 count" }).waitFor();
  await page.getByText("Not counted in the definitions of 2024").waitFor();
});

test("in Russian, on a phone", async () => {
  const { page } = russian;
  await page.goto("/definitions?year=2025&indicator=care_arrangements");
  await page.getByRole("heading", { level: 2, name: "Попечение о детях" }).waitFor();
  assert.equal(await told(page, "Попечение о детях", "Наименьшее показываемое число").textContent(), "10 (Дети)");
  await russian.look("definitions-ru");
});
