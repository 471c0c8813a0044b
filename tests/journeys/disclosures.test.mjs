// A lawful order in the browser: recorded and proposed by a coordinator, decided by the data protection officer, told to the person
// when the law allows.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { openCase, part, personWithoutCase } from "./steps/casework.mjs";

const DAY_MS = 86_400_000;
const day = (days) => new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Tashkent" }).format(Date.now() + days * DAY_MS);
const LAW = "Code of civil procedure, article 67", FORBIDS = "Code of criminal procedure, article 352";
let coordinator, officer, person, file, order, reference;
const stage = setStage({ programs: ["uz"] }, async () => {
  [coordinator, officer] = await stage.all("coordinator", "dpo");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();

stage.step("an order is recorded as it stands on the paper; without a law it is none", async () => {
  const { page } = coordinator;
  await page.goto("/disclosures?list=to_tell");
  await says(coordinator, "No order here");
  await coordinator.look("disclosures-none");
  const worker = await stage.as("worker");
  file = await openCase(worker, await personWithoutCase(worker));
  const heading = await worker.page.getByRole("main").innerText();
  person = { name: await worker.page.getByRole("heading", { level: 1 }).innerText(), code: /UZ-\d{4}-\d{5}/.exec(heading)[0] };
  await page.goto("/disclosures");
  await page.getByRole("button", { name: "Record an order" }).click();
  await page.getByLabel("Person").fill(person.code);
  await page.getByLabel("Who orders").selectOption({ label: "A court" });
  await page.getByLabel("Which court or authority").fill("District court");
  await page.getByLabel("Its reference").fill("2-114/2026");
  await page.getByLabel("What it asks for").fill("In which region the person lives now.");
  await page.getByLabel("Date of the order").fill(day(-3));
  await page.getByLabel("Answer by").fill(day(10));
  await page.getByRole("button", { name: "Record the order" }).click();
  await says(coordinator, "This is needed.");
  await coordinator.look("disclosures-form");
  await page.getByLabel("Law and article").fill(LAW);
  await page.getByRole("button", { name: "Record the order" }).click();
  await page.waitForURL(/\/disclosures\/[^/]+$/);
  order = new URL(page.url()).pathname;
  reference = await page.getByRole("heading", { level: 1 }).filter({ hasText: /^LO-\d{4}-\d{5}$/ }).innerText();
});

stage.step("the coordinator picks as little as answers it, and sees it as it would leave", async () => {
  const { page } = coordinator;
  await page.goto("/");
  await page.getByRole("link", { name: new RegExp(reference) }).or(page.getByRole("listitem").filter({ hasText: reference }).getByRole("link")).first().click();
  await page.waitForURL(new RegExp(`${order}$`));
  const here = part(page, "What leaves");
  for (const field of ["Name", "Region", "District"]) await here.getByRole("checkbox", { name: field, exact: true }).check();
  await here.getByRole("checkbox", { name: "District", exact: true }).uncheck();
  await here.getByRole("button", { name: "Show what would leave" }).click();
  const paper = here.getByRole("heading", { name: "This would leave" }).locator("..");
  await paper.getByText(person.name).waitFor();
  assert.doesNotMatch(await paper.innerText(), /District/);
  await here.getByLabel("Why this and no more").fill("It asks for the region.");
  await coordinator.look("disclosures-proposal");
  await here.getByRole("button", { name: "Hand to the data protection officer" }).click();
  await says(coordinator, "To be decided");
  assert.equal(await page.getByRole("radio").count(), 0, "who proposed it does not decide");
});

stage.step("a social worker knows of no order, nor does the file", async () => {
  const worker = await stage.as("worker");
  await worker.page.goto("/");
  await worker.settle();
  assert.equal(await worker.page.getByRole("link", { name: "Lawful orders" }).count(), 0);
  await worker.page.goto(order);
  await says(worker, "There is no such order, or it is not yours to see.");
  await worker.page.goto(`${file}/sharing`);
  await part(worker.page, "What was shared").waitFor();
  await worker.settle();
  assert.equal(await part(worker.page, "By order of law").count(), 0);
});

stage.step("the officer lets it leave, and the law forbids to tell the person yet", async () => {
  const { page } = officer;
  await page.goto("/disclosures");
  await page.getByRole("rowheader").getByRole("link", { name: reference }).click();
  const here = part(page, "Decision");
  await here.getByText(person.name).waitFor();
  await here.getByLabel("Let this extract leave").check();
  await here.getByLabel("Is not told yet, because a law forbids it").check();
  await here.getByLabel("Not before").fill(day(60));
  await here.getByLabel("Law and article that forbid it").fill(FORBIDS);
  await here.getByLabel("In your words").fill("Proportionate.");
  await officer.look("disclosures-decision");
  await here.getByRole("button", { name: "Confirm the decision" }).click();
  await says(officer, "Disclosed");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "The extract (PDF)" }).click();
  assert.match((await download).suggestedFilename(), /\.pdf$/);
  await says(officer, /The law forbids to tell the person before/);
  assert.equal(await page.getByRole("button", { name: "The person was told" }).count(), 0);
  await officer.look("disclosures-left");
});

stage.step("on the day a task comes, and the person is told", async () => {
  await stage.daysLater(61);
  officer = await stage.as("dpo");
  const { page } = officer;
  await page.goto("/");
  await page.getByRole("listitem").filter({ hasText: reference }).getByRole("link").first().click();
  await page.waitForURL(new RegExp(`${order}$`));
  const here = part(page, "Telling the person");
  assert.equal(await here.getByLabel("Told on").inputValue(), day(61), "the browser's day is the programs'");
  await officer.look("disclosures-tell");
  await here.getByRole("button", { name: "The person was told" }).click();
  await here.waitFor({ state: "detached" });
  await says(officer, "Told by");
  await page.goto("/disclosures?list=to_tell");
  await says(officer, "No order here");
  await page.goto("/disclosures?list=all");
  await page.getByRole("rowheader").getByRole("link", { name: reference }).waitFor();
  await officer.look("disclosures-all");
});

stage.step("now the file says it too, to whoever carries it; before, it said nothing", async () => {
  const worker = await stage.as("worker");
  await worker.page.goto(`${file}/sharing`);
  const told = part(worker.page, "By order of law");
  await told.getByText(LAW).waitFor();
  const words = await told.innerText();
  for (const each of ["District court", "Name, Region", reference]) assert.ok(words.includes(each), each);
  assert.doesNotMatch(words, /Proportionate|National coordinator|352/, "how it was decided stays with the two roles");
  await worker.look("disclosures-told");
});

stage.step("the pages read well in Russian", async () => {
  const russian = await stage.as("coordinator", { language: "ru" });
  await russian.page.goto("/disclosures?list=all");
  await russian.page.getByRole("button", { name: "Записать" }).first().click();
  await russian.look("disclosures-form-ru");
  await russian.page.goto(order);
  await says(russian, FORBIDS);
  await russian.look("disclosures-order-ru");
});

stage.step("nothing broke on the way", async () => {
  for (const reader of [coordinator, officer]) await reader.mustBeClean();
});
