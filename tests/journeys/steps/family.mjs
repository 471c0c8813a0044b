// What the people around one family do, from the list of the plane to the closing of four files.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { approveClosure, part, proposeClosure, serviceCard, toCase } from "./casework.mjs";
import { section } from "./documents.mjs";
import { menu, search } from "./people.mjs";

const DAY_MS = 86_400_000;
const written = new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Tashkent" });

/** A day of so many days after today, as it is typed: 14.05.2027. */
export const dayAfter = (days) => written.format(Date.now() + days * DAY_MS);

/** The day so many years and days before today, as lists have it. */
export function bornBefore(years, days = 0) {
  const day = new Date(Date.now() - days * DAY_MS);
  return written.format(Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), Math.min(day.getUTCDate(), 28), 12));
}

const COLUMNS = ["№", "Фамилия", "Имя", "Отчество", "Пол", "Дата рождения", "Место рождения", "Гражданство", "Документ", "Номер документа",
  "Семья №", "Степень родства", "Область", "Район", "Телефон"];

/** Writes a list of arrivals as an office keeps it, all of one family. people: rows without number and family. Gives its path. */
export function writeList(folder, people) {
  const lines = people.map((row, i) => [i + 1, ...row.slice(0, 9), 1, ...row.slice(9)].join(";"));
  const file = join(folder, "plane.csv");
  writeFileSync(file, [COLUMNS.join(";"), ...lines, ""].join("\r\n"));
  return file;
}

/** Brings a list of one family in. Gives what the last page says. */
export async function bringIn(reader, { file, operation, cameOn, count }) {
  const { page } = reader;
  await menu(page).getByRole("link", { name: "Arrivals", exact: true }).click();
  await page.getByLabel("List of arrivals").setInputFiles(file);
  await page.getByLabel("Operation").selectOption({ label: operation });
  await page.getByLabel("Date of arrival").fill(cameOn);
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("heading", { level: 1, name: "Check the list" }).waitFor();
  await page.getByText(`${count} rows will be imported.`).or(page.getByRole("button", { name: "Import", exact: true })).first().waitFor();
}

export async function importList({ page }) {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "The list is in the register" }).waitFor();
}

/** A supervisor gives a whole family to a worker. head: a name of hers */
export async function giveFamily({ page }, { head, worker, count }) {
  await page.goto("/assignments");
  const family = page.getByRole("listitem").filter({ hasText: head });
  await family.getByRole("button", { name: "Choose the whole family" }).click();
  await page.getByText(`${count} people chosen`).waitFor();
  const workers = page.getByLabel("Worker", { exact: true });
  await workers.selectOption({ label: (await workers.getByRole("option").allInnerTexts()).find((text) => text.startsWith(`${worker}:`) || text.startsWith(`${worker},`)) });
  await page.getByRole("button", { name: "Give to this worker" }).click();
  await family.waitFor({ state: "detached" });
}

/** The family of somebody, found in the register. Gives `{ name: address of the person }` and leaves its page open. */
export async function findFamily(reader, name) {
  const { page } = reader;
  await page.goto("/people");
  await search(reader, name);
  await page.getByRole("table").getByRole("link", { name: new RegExp(name) }).first().click();
  await page.getByRole("main").getByRole("link", { name: /^Family/ }).click();
  await page.getByRole("heading", { level: 1, name: /^Family/ }).waitFor();
  const table = page.getByRole("table", { name: "Members of the family" });
  await table.waitFor();
  return Object.fromEntries(await table.getByRole("rowheader").getByRole("link").evaluateAll((links) =>
    links.map((link) => [link.innerText, new URL(link.href).pathname])));
}

/** Hands over the needs for a second person's look. */
export async function handNeedsOver({ page }) {
  await part(page, "Needs").getByRole("button", { name: "Hand over for approval" }).click();
  await part(page, "Needs").getByText(/Waits for approval since/).waitFor();
}

export async function approveNeeds({ page }) {
  const here = part(page, "Needs");
  await here.getByLabel("Approve", { exact: true }).check();
  await here.getByRole("button", { name: "Confirm the decision" }).click();
  await here.getByText(/Approved by/).waitFor();
}

/** Looks at the plan that counts again. */
export async function reviewPlan(reader, address, outcome, note) {
  await toCase(reader, address, "plan");
  const here = part(reader.page, "Plan");
  await here.getByRole("button", { name: "Look at the plan again" }).click();
  await here.getByLabel(outcome).check();
  await here.getByLabel("What the family said").fill(note);
  await here.getByRole("button", { name: "Note the review" }).click();
  await here.getByRole("paragraph").filter({ hasText: note }).waitFor();
}

/** Notes what was said about sharing for a purpose, on the page that asks. source: `The person` or `A caregiver` */
export async function noteConsent({ page }, address, purpose, { source, who, assent }) {
  await page.goto(`${address}/sharing`);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: purpose, exact: true }) });
  await card.getByRole("button", { name: /^(Ask and note the answer|Note a new answer)/ }).click();
  await card.getByRole("radio", { name: "Yes", exact: true }).first().check();
  await card.getByLabel("Who answered?").selectOption({ label: source });
  if (who) await card.getByLabel("Name, and what they are to the person").fill(who);
  if (assent) await card.getByLabel("What does the child say?").selectOption({ label: assent });
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Agreed", { exact: true }).waitFor();
}

/** Asks for a service that a supervisor decides on, of the first provider. */
export async function requestService({ page }, service) {
  const card = serviceCard(page, service);
  await card.getByRole("button", { name: "Order", exact: true }).click();
  await card.getByLabel("Provider").selectOption({ index: 1 });
  await card.getByRole("button", { name: "Ask for approval" }).click();
  await card.getByText("Waits for approval", { exact: true }).waitFor();
}

/** What came of a service that was delivered. */
export async function sayOutcome(reader, address, service, outcome) {
  await toCase(reader, address, "services");
  const card = serviceCard(reader.page, service);
  await card.getByRole("button", { name: "What came of it?" }).click();
  await card.getByLabel("What came of it?").selectOption({ label: outcome });
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText(`What came of it: ${outcome}`).waitFor();
}

/** Tells a provider that reads it here what its service needs. fields: by their labels */
export async function refer({ page }, address, service, fields) {
  await page.goto(`${address}/referrals`);
  await page.getByRole("main").getByRole("listitem").filter({ hasText: service }).first().getByRole("button", { name: "Refer" }).click();
  await page.getByRole("radio", { name: /reads it here/ }).check();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: "Send the referral" }).click();
  await page.getByText("Read by the provider here.").first().waitFor();
}

/** A provider's staff accept whom they were sent, and say that it is done. */
export async function takeUp({ page }, name, words) {
  await page.goto("/referrals");
  await page.getByRole("row").filter({ hasText: name }).getByRole("rowheader").getByRole("link").click();
  await page.getByText("This is all that you need to know.").waitFor();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByRole("button", { name: "It is done" }).click();
  await page.getByLabel("What was done?").selectOption({ label: "The service was given" });
  await page.getByLabel("A word to the social worker").fill(words);
  await page.getByRole("button", { name: "It is done" }).click();
  await page.getByText("The service was given").first().waitFor();
}

/** Names a colleague for somebody. whom: as the list has them */
export async function nameForPerson({ page }, address, whom) {
  await page.goto(`${address}/notes`);
  const circle = section(page, "Who works with this person");
  await circle.getByRole("button", { name: "Name somebody" }).click();
  await circle.getByLabel("Whom").selectOption({ label: whom });
  await circle.getByRole("button", { name: "Name somebody" }).click();
  await circle.getByRole("button", { name: "End" }).waitFor();
}

/** A psychologist's session of today. next: its next step; on: the day of another session */
export async function holdSession({ page }, address, { words, next, on }) {
  await page.goto("/my-people");
  await page.getByRole("row").filter({ has: page.locator(`a[href="${address}"]`) }).getByRole("link", { name: /^Note a session/ }).click();
  const mine = section(page, "Notes and sessions");
  await mine.getByRole("radio", { name: "Came", exact: true }).check();
  await mine.getByRole("radio", { name: next, exact: true }).check();
  if (on) await mine.getByLabel("Next session").fill(on);
  await mine.getByLabel("What the session was about").fill(words);
  await mine.getByRole("button", { name: "Save", exact: true }).click();
  await mine.getByRole("paragraph").filter({ hasText: words }).waitFor();
}

/** Answers every question of the round that is open with the option of that place, as a family that fares better each time. */
export async function fareSurvey({ page }, address, option) {
  await page.goto("about:blank");
  await page.goto(`${address}#survey`);
  await part(page, "How the family fares").getByRole("link", { name: "Ask now" }).first().click();
  await page.waitForURL(/\/surveys\//);
  const questions = page.getByRole("radiogroup");
  await questions.first().waitFor();
  const count = await questions.count();
  for (let i = 0; i < count; ++i) {
    const options = questions.nth(i).getByRole("radio");
    await options.nth(Math.min(option, (await options.count()) - 2)).check(); // the last is "Prefers not to say"
  }
  await page.getByRole("button", { name: "Save the answers" }).click();
  await page.waitForURL(/\/cases\/[^/]+$|#survey$/);
  await part(page, "How the family fares").getByText(/^Answered/).first().waitFor();
}

/** How many rounds the page says were answered. */
export async function roundsAnswered({ page }, address) {
  await page.goto("about:blank");
  await page.goto(`${address}#survey`);
  const lines = part(page, "How the family fares").getByRole("listitem");
  await lines.first().waitFor();
  return lines.filter({ hasText: /Answered \d/ }).count();
}

/** One proposes to close a file, another closes it. */
export async function closeTogether(proposer, closer, address, reason) {
  await toCase(proposer, address, "closure");
  await proposeClosure(proposer, reason);
  assert.equal(await part(proposer.page, "Closing the file").getByRole("button", { name: "Confirm the decision" }).count(), 0, "not by the same person");
  await toCase(closer, address, "closure");
  await approveClosure(closer);
  await closer.page.getByText("This file was closed on").first().waitFor();
}

/** Whom the history of a file names, each once, by name. */
export async function whoChanged({ page }, address) {
  await page.goto(`${address}/course`);
  const rows = section(page, "What was changed, field by field").getByRole("table").getByRole("row");
  await rows.nth(1).waitFor();
  for (const more = section(page, "What was changed, field by field").getByRole("button", { name: "Show more" }); (await more.count()) > 0; ) {
    const shown = await rows.count();
    await more.click();
    await rows.nth(shown).waitFor();
  }
  const named = await rows.evaluateAll((all) => all.slice(1).map((row) => row.lastElementChild.innerText.replace(/, [\d. :]+$/, "")));
  return [...new Set(named)].sort();
}

/** How many people were asked at 0, 3, 6, 12 and 24 months, as the outcome curve has it in its table. */
export async function askedInCurve({ page }) {
  await page.goto("/report-builder");
  const curve = section(page, "How families fare");
  await curve.getByRole("button", { name: "Show as a table" }).click();
  const rows = curve.getByRole("table").getByRole("row").filter({ hasText: /^\d+ months/ });
  await rows.nth(4).waitFor();
  return (await rows.allInnerTexts()).map((text) => Number(text.split("\t")[1].replace(/\D/g, "")));
}
