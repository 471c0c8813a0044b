// What a provider is told, what it answers, and how it is taken back: a worker, a school's staff, and everybody who must not see it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import {
  approvePlan, fillGoals, openCase, orderService, personWithoutCase, recordNeeds, savePlan, startPlan, submitPlan, toCase,
} from "./steps/casework.mjs";

let worker, supervisor, school, address;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, school] = await stage.all("worker", "supervisor", "school");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const card = (reader, text) => reader.page.getByRole("main").getByRole("listitem").filter({ hasText: text }).first();

stage.step("a service of the plan is ordered from the school", async () => {
  address = await openCase(worker, await personWithoutCase(worker));
  await recordNeeds(worker, { Education: { level: "Support needed" } });
  await startPlan(worker);
  await fillGoals(worker, [{ text: "Goes to school every day", services: [{ service: "Enrolment in school" }] }]);
  await savePlan(worker);
  await submitPlan(worker);
  await toCase(supervisor, address, "plan");
  await approvePlan(supervisor);
  await toCase(worker, address, "services");
  await orderService(worker, "Enrolment in school", "Department of education");
});

stage.step("without consent nothing is shared, and the person can carry the sheet", async () => {
  await worker.page.getByRole("link", { name: "Referrals", exact: true }).click();
  await card(worker, "Enrolment in school").getByRole("button", { name: "Refer" }).click();
  await says(worker, "Nothing may be shared now");
  const ways = await worker.page.getByRole("radio").count();
  assert.equal(ways, 2, "only the sheet that the person carries, and the one that names nobody");
  await worker.look("referral-no-consent");
  await worker.page.getByRole("radio", { name: "A sheet that names nobody" }).check();
  const preview = worker.page.getByRole("region", { name: "The provider will see exactly this" });
  assert.doesNotMatch(await preview.innerText(), /Name|Born on|Telephone/);
});

const session = (page) => page.evaluate(async () => (await (await fetch("/api/session")).json()).csrf_token);

stage.step("with consent the school sees what a school needs", async () => {
  const caseId = address.split("/").at(-1);
  const token = await session(worker.page);
  const status = await worker.page.evaluate(async ({ caseId, token }) => {
    const file = await (await fetch(`/api/cases/${caseId}`)).json();
    const reply = await fetch(`/api/persons/${file.person.id}/consents`, { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
      body: JSON.stringify({ purpose: "referral", basis: "consent", answer: "given", source: "individual", how: "spoken", given_on: new Date().toISOString().slice(0, 10) }) });
    return reply.status;
  }, { caseId, token });
  assert.equal(status, 200);
  await worker.page.goto(`${address}/referrals`);
  await card(worker, "Enrolment in school").getByRole("button", { name: "Refer" }).click();
  await worker.page.getByRole("radio", { name: /reads it here/ }).check();
  await worker.page.getByLabel("Class", { exact: true }).fill("3");
  await worker.page.getByLabel("Needs support").selectOption({ label: "Yes" });
  await worker.page.getByLabel("How to reach the social worker").fill("Room 4");
  await worker.look("referral-form");
  await worker.page.getByRole("button", { name: "Send the referral" }).click();
  await says(worker, "Read by the provider here.");
  await worker.look("referral-sent");

  await school.page.goto("/referrals");
  await school.look("referrals");
  await school.page.getByRole("rowheader").first().getByRole("link").click();
  await says(school, "This is all that you need to know.");
  const seen = await school.page.getByRole("main").innerText();
  assert.match(seen, /Needs support/);
  assert.doesNotMatch(seen, /Mehr|Syria|operation|family of|UZ-\d{4}-\d{5}/i);
  await school.look("referral-received");
});

stage.step("row by row: who sees a referral", async () => {
  const id = school.page.url().split("/").at(-1);
  const caseId = address.split("/").at(-1);
  const status = (reader, path) => reader.page.evaluate(async (path) => {
    const reply = await fetch(path);
    await reply.text(); // else the browser keeps it open, and it can be held against no contract
    return reply.status;
  }, path);
  for (const [username, one, list] of [
    ["school", 200, 404], ["labour", 404, 404], ["worker", 404, 200], ["supervisor", 404, 200], ["worker2", 404, 403],
    ["psychologist", 404, 403], ["registry", 404, 404], ["coordinator", 404, 403], ["dpo", 404, 403],
  ]) {
    const reader = await stage.as(username);
    assert.equal(await status(reader, `/api/referrals/${id}`), one, `${username}: the referral itself`);
    const seen = await status(reader, `/api/cases/${caseId}/referrals`);
    assert.ok(seen === list || (list !== 200 && (seen === 403 || seen === 404)), `${username}: the list in the case file is ${seen}`);
  }
});

stage.step("the school accepts and says what was done; the worker reads it", async () => {
  await school.page.getByRole("button", { name: "Accept" }).click();
  await school.page.getByRole("button", { name: "It is done" }).click();
  await school.page.getByLabel("What was done?").selectOption({ label: "The service was given" });
  await school.page.getByLabel("A word to the social worker").fill("In class 3 since Monday.");
  await school.page.getByRole("button", { name: "It is done" }).click();
  await says(school, "The service was given");
  await worker.page.goto(`${address}/referrals`);
  await says(worker, "In class 3 since Monday.");
});

stage.step("taken back, the school sees only that", async () => {
  await worker.page.getByRole("button", { name: "Take back" }).click();
  await worker.page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await says(worker, "Taken back");
  await school.page.reload();
  await says(school, "The sender took this referral back.");
  assert.doesNotMatch(await school.page.getByRole("main").innerText(), /In class 3|Needs support/);
  await school.look("referral-gone");
});

test("in Russian", async () => {
  const russian = await stage.reader("school", { language: "ru" });
  await russian.page.goto("/referrals");
  await says(russian, "Направления");
  await russian.look("referrals-ru");
});

test("nothing broke on the way", async () => {
  for (const reader of [worker, supervisor, school]) await reader.mustBeClean();
});
