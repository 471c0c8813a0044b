// A widow with a bakery loan: needs, plan, request, approval, loan, instalments, and what came of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import {
  approvePlan, deliverService, fillGoals, openCase, recordNeeds, savePlan, serviceCard, startPlan, submitPlan, toCase,
} from "./steps/casework.mjs";
import { addPerson } from "./steps/documents.mjs";

let worker, supervisor, address;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor] = await stage.all("worker", "supervisor");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const LOAN = "Low-interest loan";

stage.step("a widow's needs, and a plan that promises a loan", async () => {
  address = await openCase(worker, await addPerson(worker, { family: "Norboyeva", given: "Hamidaxon" }, { born_on: `${new Date().getFullYear() - 38}~` }));
  await worker.page.getByText(/Female · 3[78] years old/).first().waitFor();
  await recordNeeds(worker, {
    "Family and care": { level: "Support needed", note: "A widow with two sons; her mother looks after them." },
    Livelihood: { level: "Support needed", note: "Bakes for the neighbours." } });
  await startPlan(worker);
  await fillGoals(worker, [{ domain: "Livelihood", text: "The bakery opens and carries itself", services: [{ service: LOAN }] }]);
  await savePlan(worker);
  await submitPlan(worker);
  await toCase(supervisor, address, "plan");
  await approvePlan(supervisor);
});

stage.step("the loan is asked for, and a supervisor approves it", async () => {
  await toCase(worker, address, "services");
  const card = serviceCard(worker.page, LOAN);
  await card.getByRole("button", { name: "Order", exact: true }).click();
  await card.getByLabel("Provider").selectOption({ index: 1 });
  await card.getByRole("button", { name: "Ask for approval" }).click();
  await card.getByText("Waits for approval", { exact: true }).waitFor();
  await worker.look("order-requested");
  await toCase(supervisor, address, "services");
  const decision = serviceCard(supervisor.page, LOAN);
  await decision.getByRole("button", { name: "Decide" }).click();
  await decision.getByLabel("Approve: it can be ordered").check();
  await supervisor.look("order-decision");
  await decision.getByRole("button", { name: "Confirm the decision" }).click();
  await decision.getByText("Ordered", { exact: true }).waitFor();
});

stage.step("the loan is written down apart, decided, paid out and paid back in instalments", async () => {
  const { page } = worker;
  await page.goto(`${address}/grants`);
  await page.getByRole("button", { name: "Add a loan or equipment" }).click();
  await page.getByRole("combobox", { name: "What", exact: true }).selectOption({ label: LOAN });
  await page.getByLabel("What for").fill("A small bakery at home");
  await page.getByLabel("Sum asked for, or worth").fill("20000000");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Note the decision" }).click();
  await page.getByRole("radio", { name: "Granted", exact: true }).check();
  await page.getByLabel("Which body decided").fill("District loan board");
  await page.getByRole("button", { name: "Note the decision" }).click();
  await page.getByRole("button", { name: "It was paid out" }).click();
  await page.getByRole("button", { name: "It was paid out" }).click();
  await says(worker, "Still owed");
  await page.getByRole("button", { name: "An instalment came back" }).click();
  await page.getByLabel("Sum (UZS)").fill("1250000");
  await page.getByRole("button", { name: "An instalment came back" }).click();
  await says(worker, /18[\s\u00a0\u202f,.]?750[\s\u00a0\u202f,.]?000 UZS/);
  await page.getByRole("button", { name: "Note a visit of the business" }).click();
  await page.getByLabel("How is the business?").selectOption({ label: "at work" });
  await page.getByRole("button", { name: "Note a visit of the business" }).click();
  await says(worker, "the business was visited");
  assert.equal(await page.getByRole("button", { name: "It was paid out" }).count(), 0, "all that was granted is paid out");
  await worker.look("grants");
});

stage.step("the service is delivered, and the worker says what came of it", async () => {
  await toCase(worker, address, "services");
  await deliverService(worker, LOAN);
  const card = serviceCard(worker.page, LOAN);
  await card.getByRole("button", { name: "What came of it?" }).click();
  await card.getByLabel("What came of it?").selectOption({ label: "It helped" });
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("What came of it: It helped").waitFor();
  await worker.look("order-outcome");
});

stage.step("a psychologist opens neither the loans nor knows that there are any", async () => {
  const psychologist = await stage.as("psychologist");
  const caseId = address.split("/").at(-1);
  const status = await psychologist.page.evaluate(async (id) => (await fetch(`/api/cases/${id}/grants`)).status, caseId);
  assert.ok(status === 403 || status === 404, `got ${status}`);
});

test("waiting times and providers can be read by who steers", async () => {
  const coordinator = await stage.as("coordinator");
  await coordinator.page.goto("/service-waiting");
  await coordinator.page.getByRole("table").waitFor();
  await coordinator.look("service-waiting");
  await coordinator.page.goto("/providers");
  await coordinator.page.getByRole("rowheader").first().getByRole("link").click();
  await coordinator.page.getByRole("button", { name: "Change the entry" }).click();
  await coordinator.page.getByLabel("Opening hours").fill("Monday to Friday, 9 to 17");
  await coordinator.page.getByRole("button", { name: "Save" }).click();
  await says(coordinator, "Version 2");
  await coordinator.look("provider");
  const russian = await stage.reader("worker", { language: "ru" });
  await russian.page.goto(`${address}/grants`);
  await says(russian, "Займы и оборудование");
  await russian.look("grants-ru");
});

test("nothing broke on the way", async () => {
  for (const reader of [worker, supervisor]) await reader.mustBeClean();
});
