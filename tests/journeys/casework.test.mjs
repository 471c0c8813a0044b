// A case file from its opening to its closing and opening again: a social worker and two supervisors of one region.
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import {
  answerSurvey, approveClosure, approvePlan, deliverService, fillGoals, noteVisit, openCase, orderService, part, personWithoutCase, planVisit,
  proposeClosure, recordNeeds, refuseClosure, refuseService, reopenCase, returnPlan, savePlan, serviceCard, startPlan, story, submitPlan,
  toCase, toSurvey,
} from "./steps/casework.mjs";
import { toTask } from "./steps/home.mjs";

let worker, supervisor, second, address, code;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, second] = await stage.all("worker", "supervisor", "supervisor2");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const today = () => new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Tashkent" }).format(new Date());

test("the first page tells what waits, the overdue first, and leads there", async () => {
  const { page } = worker;
  const groups = page.getByRole("heading", { level: 2, name: /^(Overdue|This week|Later) \(\d+\)$/ });
  await groups.first().waitFor();
  assert.match((await groups.allInnerTexts())[0], /^Overdue/);
  const overdue = page.getByRole("region", { name: /^Overdue/ });
  await overdue.getByText(/\d+ (day|month|year)s? overdue/).first().waitFor();
  await overdue.getByRole("listitem").getByRole("link").first().click();
  await worker.page.waitForURL(/\/cases\//);
});

test("no role comes to an empty first page", async () => {
  for (const username of ["supervisor", "coordinator", "dpo", "admin"]) {
    const reader = await stage.reader(username);
    assert.ok((await reader.page.getByRole("main").innerText()).length > 120, username);
  }
});

test("a case file is opened, and needs are recorded in several domains at once", async () => {
  address = await openCase(worker, await personWithoutCase(worker));
  code = /UZ-\d{4}-\d{5}/.exec(await worker.page.getByRole("main").innerText())[0];
  await worker.look("case-opened");
  await part(worker.page, "Needs").getByRole("button", { name: "Record needs" }).click();
  assert.equal(await worker.page.evaluate(() => document.activeElement.tagName), "SELECT", "the keyboard goes into the form");
  await part(worker.page, "Needs").getByRole("button", { name: "Save" }).click();
  await says(worker, "Choose a level for at least one area, then save.");
  await worker.look("case-needs-form");
  await part(worker.page, "Needs").getByRole("button", { name: "Cancel" }).click();
  assert.match(await worker.page.evaluate(() => document.activeElement.innerText), /^Needs/, "and back to its part");
  await recordNeeds(worker, {
    Education: { level: "Support needed now", note: "Has not been to school this year." },
    Housing: { level: "Support needed" },
    Health: { level: "Going well", note: "Vaccinated." },
  });
  await recordNeeds(worker, { Education: { level: "Support needed", note: "A place at school is found." } });
  const needs = part(worker.page, "Needs");
  await written(needs, "A place at school is found.").waitFor();
  assert.equal(await needs.getByText("Has not been to school this year.").count(), 0);
  await needs.getByText(/Not asked yet: Documents, Family and care, Psychosocial/).waitFor();
});

test("a plan is written, handed over, returned with a comment, mended and approved", async () => {
  await startPlan(worker);
  await fillGoals(worker, [
    { text: "Goes to school every day", by: "01.09.2027", services: [{ service: "Enrolment in school" }, { service: "Catch-up classes", note: "Twice a week" }] },
    { text: "The family has a home of its own", services: [{ service: "Housing" }] },
    { domain: "Documents", text: "Holds a birth certificate", services: [{ service: "Documents and civil rights" }] },
  ]);
  await worker.look("case-plan-editor");
  await savePlan(worker);
  await worker.look("case-plan-draft");
  await submitPlan(worker);
  assert.equal(await part(worker.page, "Plan").getByRole("button", { name: "Change the plan" }).count(), 0);

  await toTask(supervisor, "Decide on the plan", code);
  assert.match(supervisor.page.url(), /#plan$/);
  await supervisor.look("case-plan-decision");
  await part(supervisor.page, "Plan").getByLabel(/^Return/).check();
  await part(supervisor.page, "Plan").getByRole("button", { name: "Confirm the decision" }).click();
  await says(supervisor, "This is needed.");
  await returnPlan(supervisor, "Please add who goes with the family to the registry.");

  await toTask(worker, "Change the plan as the supervisor asks", code);
  await says(worker, "Please add who goes with the family to the registry.");
  await worker.look("case-plan-returned");
  await part(worker.page, "Plan").getByRole("button", { name: "Change the plan" }).click();
  await fillGoals(worker, [{ text: "Goes to school every day" }, { text: "The family has a home of its own" },
    { text: "Holds a birth certificate", services: [{ service: "Documents and civil rights", note: "The social worker goes along." }] }]);
  await savePlan(worker);
  await submitPlan(worker);
  await toCase(supervisor, address, "plan");
  await approvePlan(supervisor);
  await says(supervisor, "Next: the plan is approved. Order its services.");
});

test("two who write at once lose nothing of what they typed", async () => {
  await toCase(worker, address, "plan");
  await part(worker.page, "Plan").getByRole("button", { name: "Write a new plan" }).click();
  await worker.page.getByRole("button", { name: "Begin with the goals of the current plan" }).click();
  await savePlan(worker);
  await toCase(supervisor, address, "plan");
  await part(supervisor.page, "Plan").getByRole("button", { name: "Change the plan" }).click();
  await part(worker.page, "Plan").getByRole("button", { name: "Change the plan" }).click();
  await fillGoals(worker, [{ text: "Goes to school and has friends there" }]);
  await savePlan(worker);
  await fillGoals(supervisor, [{ text: "Goes to school, with a tutor" }]);
  await part(supervisor.page, "Plan").getByRole("button", { name: "Save the draft" }).click();
  await says(supervisor, "A colleague has saved this plan in the meantime");
  await supervisor.page.getByRole("region", { name: "What you typed" }).getByText("Goes to school, with a tutor").waitFor();
  await supervisor.page.getByRole("region", { name: "What your colleague saved" }).getByText("Goes to school and has friends there").waitFor();
  await supervisor.look("case-plan-meanwhile");
  await supervisor.page.getByRole("button", { name: "Save mine in its place" }).click();
  await part(supervisor.page, "Plan").getByRole("button", { name: "Change the plan" }).waitFor();
  await part(supervisor.page, "Plan").getByText("Goes to school, with a tutor").waitFor();
});

test("services are ordered, delivered, refused, and ordered again", async () => {
  await toCase(worker, address, "services");
  await orderService(worker, "Enrolment in school", "Department of education");
  await says(worker, "Next: see that the services arrive, and visit the family.");
  await deliverService(worker, "Enrolment in school", "Class 3, from Monday.");
  await orderService(worker, "Documents and civil rights", "Civil registry");
  await refuseService(worker, "Documents and civil rights", "The provider has no free place");
  await worker.look("case-services");
  await orderService(worker, "Documents and civil rights", "Civil registry");
  const card = serviceCard(worker.page, "Documents and civil rights");
  await card.getByText("Ordered", { exact: true }).waitFor();
  await card.getByText("An earlier order was not fulfilled").click();
  await written(card, "The provider has no free place").waitFor();
});

test("a visit is planned and noted on a phone in a few touches", async () => {
  await worker.page.setViewportSize({ width: 360, height: 740 });
  await planVisit(worker, today());
  await part(worker.page, "Follow-up visits").getByText("Due today").waitFor();
  await noteVisit(worker, "The children go to school. The roof leaks.");
  await says(worker, "Next: keep visiting, and ask how the family fares.");
  await worker.look("case-visits");
});

test("a survey asks in the reader's language and is drawn over time", async () => {
  await toSurvey(worker);
  await worker.look("survey");
  await worker.page.getByRole("button", { name: "Save the answers" }).click();
  await says(worker, "This is needed.");
  await answerSurvey(worker);
  const here = part(worker.page, "How the family fares");
  await here.getByText("Homeward's own questions").waitFor();
  await here.getByRole("button", { name: "Show as a table" }).click();
  await here.getByRole("table").getByText("1.00").first().waitFor();
  await worker.look("case-survey");

  const russian = await stage.reader("worker", { language: "ru", scheme: "dark" });
  await russian.page.goto(`${address}/surveys/0`);
  await says(russian, "Приходилось ли семье за последний месяц есть меньше из-за нехватки денег?");
  await russian.look("survey-ru");
  await russian.page.goto(address);
  await russian.look("case-ru");
});

test("closing takes two people, a refusal keeps the file open, and opening again keeps the story", async () => {
  await toCase(worker, address, "closure");
  await proposeClosure(worker, "The goals are met");
  assert.equal(await part(worker.page, "Closing the file").getByRole("button", { name: "Confirm the decision" }).count(), 0);
  await toTask(second, "Decide on closing the file", code);
  await refuseClosure(second, "One order is still open.");
  await toCase(worker, address, "closure");
  await worker.page.getByText("One order is still open.").first().waitFor();
  await proposeClosure(worker, "Moved away", "The office in the new town knows.");
  await toCase(second, address, "closure");
  await second.look("case-closure-decision");
  await approveClosure(second, "Good luck to them.");
  await says(second, "This file was closed on");
  await second.look("case-closed");

  await toCase(worker, address);
  assert.equal(await worker.page.getByRole("button", { name: /Change|Plan a visit|Order|Open the file again/ }).count(), 0);
  await reopenCase(second, "They came back to the district.");
  const told = (await story(second)).join("\n");
  for (const line of [
    "The file was opened again", "They came back to the district.", "The file was closed", "The file stays open", "One order is still open.",
    "The family was visited", "Delivered: Enrolment in school", "Not given: Documents and civil rights", "The plan was approved", "The plan was returned for changes",
    "Please add who goes with the family to the registry.", "Education: Support needed now", "The case file was opened",
  ]) assert.ok(told.includes(line), `the story tells: ${line}`);
  await second.look("case-reopened");
});

test("a person's address leads to the case file that is there", async () => {
  const { page } = worker;
  await page.goto(address);
  await page.getByRole("link", { name: "About the person" }).click();
  await page.waitForURL(/\/people\//);
  await page.goto(`/persons/${page.url().split("/").at(-1)}/case`);
  await page.waitForURL(new RegExp(`${address}$`));
});

test("a colleague of another care meets a closed door that says what to do", async () => {
  const other = await stage.reader("worker2");
  await other.page.goto(address);
  await says(other, "This person is not in your care. Ask your supervisor to assign them to you.");
});

test("a coordinator adds a provider, and a worker finds it", async () => {
  const coordinator = await stage.reader("coordinator");
  const { page } = coordinator;
  await page.goto("/providers");
  await page.getByRole("button", { name: "Add a provider" }).click();
  await page.getByLabel("Name").fill("Centre for families, Fergana");
  await page.getByLabel("Kind").selectOption({ label: "Civil society" });
  await page.locator("form").getByLabel("Region").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Add a provider" }).click();
  await says(coordinator, "Choose at least one service that the provider offers.");
  await coordinator.look("providers-form");
  await page.getByLabel("Family counselling").check();
  await page.getByRole("button", { name: "Add a provider" }).click();
  await page.getByRole("rowheader", { name: "Centre for families, Fergana" }).waitFor();
  await coordinator.look("providers");
  await worker.page.goto("/providers");
  await worker.page.getByLabel("Service", { exact: true }).selectOption({ label: "Spiritual and family counselling, on request" });
  await worker.page.getByRole("rowheader", { name: "Centre for families, Fergana" }).waitFor();
  assert.equal(await worker.page.getByRole("button", { name: "Add a provider" }).count(), 0);
});

test("nothing broke on the way", async () => {
  for (const reader of [worker, supervisor, second]) await reader.mustBeClean();
});
