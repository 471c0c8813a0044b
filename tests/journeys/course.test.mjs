// Who carries the case: a group given to workers, a conference, a hand-over, and what was changed, field by field.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { openCase, part, personWithoutCase, recordNeeds } from "./steps/casework.mjs";
import { openTasks, toTask } from "./steps/home.mjs";

let worker, supervisor, second, psychologist, address, code, meeting;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, second, psychologist] = await stage.all("worker", "supervisor", "supervisor2", "psychologist");
});
const says = (reader, text) => reader.page.getByText(text).first().waitFor();

stage.step("a supervisor sees who carries how much", async () => {
  await supervisor.page.goto("/caseload");
  await supervisor.page.getByRole("table").waitFor();
  await supervisor.look("caseload");
});

stage.step("people without a worker are given to one, a family together", async () => {
  const coordinator = await stage.as("coordinator");
  const { page } = coordinator;
  await page.goto("/people/new");
  await coordinator.settle();
  await page.getByLabel("Family name").fill("Qwertz");
  await page.getByLabel("Given name").fill("Zxcvb");
  await page.getByLabel("Female").check();
  await page.getByLabel("Region").selectOption({ label: "Fergana" });
  await page.getByRole("button", { name: "Check and add" }).click();
  await page.getByRole("heading", { level: 1, name: "Qwertz Zxcvb" }).waitFor();
  await page.goto("/assignments");
  await page.getByLabel(/^Qwertz Zxcvb/).check();
  const workers = page.getByLabel("Worker", { exact: true });
  const names = await workers.locator("option").allInnerTexts();
  await workers.selectOption({ index: names.findIndex((text) => text.startsWith("Second social worker")) });
  await says(coordinator, /more than the mark of 25/);
  await coordinator.look("assignments");
  await page.getByRole("button", { name: "Give to this worker" }).click();
  await page.getByLabel(/^Qwertz Zxcvb/).waitFor({ state: "detached" });
});

stage.step("findings are handed over and approved by somebody else", async () => {
  address = await openCase(worker, await personWithoutCase(worker));
  code = /UZ-\d{4}-\d{5}/.exec(await worker.page.getByRole("main").innerText())[0];
  await recordNeeds(worker, { Education: { level: "Support needed now", note: "No school yet." } });
  await worker.page.getByRole("button", { name: "Hand over for approval" }).click();
  await says(worker, /Waits for approval since/);
  await toTask(supervisor, "Decide on the needs", code);
  await part(supervisor.page, "Needs").getByLabel("Approve", { exact: true }).check();
  await supervisor.look("needs-approval");
  await part(supervisor.page, "Needs").getByRole("button", { name: "Confirm the decision" }).click();
  await says(supervisor, /Approved by/);
});

stage.step("a conference is planned", async () => {
  const { page } = worker;
  await page.goto(`${address}/course`);
  await page.getByRole("button", { name: "Plan a conference" }).first().click();
  await page.getByLabel("What it is about").fill("School after the holidays");
  await page.getByRole("group", { name: "Colleagues" }).getByLabel(/psychologist$/).first().check();
  await page.getByLabel("School teacher").check();
  await worker.look("conference-form");
  await page.locator("form").getByRole("button", { name: "Plan a conference" }).click();
  await page.waitForURL(/\/conferences\//);
  meeting = new URL(page.url()).pathname;
});

stage.step("a conference is moved, and two who change it at once join what they wrote", async () => {
  const { page } = worker;
  await supervisor.page.goto(meeting);
  for (const one of [worker, supervisor]) await one.page.getByRole("button", { name: "Move or change it" }).click();
  const topics = (one) => one.page.getByRole("textbox", { name: /^What it is about/ });
  await topics(worker).fill("School after the holidays, and reading");
  await page.getByLabel("Doctor").check();
  await worker.look("conference-change");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("paragraph").filter({ hasText: "School after the holidays, and reading" }).waitFor();
  await topics(supervisor).fill("School after the holidays, and a warm coat");
  await supervisor.page.getByLabel("Lawyer").check();
  await supervisor.page.getByRole("button", { name: "Save", exact: true }).click();
  const about = supervisor.page.getByRole("region", { name: "What it is about" }).getByRole("definition");
  await about.filter({ hasText: "and reading" }).waitFor();
  await about.filter({ hasText: "and a warm coat" }).waitFor();
  await supervisor.look("conference-meanwhile");
  await supervisor.page.getByRole("button", { name: "Keep mine and go on" }).click();
  await topics(supervisor).waitFor();
  await supervisor.page.getByRole("button", { name: "Save", exact: true }).click();
  await supervisor.page.getByRole("paragraph").filter({ hasText: "and a warm coat" }).waitFor();
  for (const there of ["Lawyer", "Doctor"]) await supervisor.page.getByRole("listitem").filter({ hasText: there }).waitFor();
  await page.goto("/conferences");
  await page.getByRole("table").getByRole("link").first().waitFor();
  await page.getByRole("row").filter({ hasText: code }).getByRole("link").click();
  await page.waitForURL(new RegExp(`${meeting}$`));
});

stage.step("it is held, and what it agreed waits for its owner", async () => {
  const { page } = worker;
  await page.getByRole("button", { name: "Write the minutes" }).click();
  await page.getByRole("textbox", { name: /^Minutes/ }).fill("She visits the class first.");
  await page.getByRole("button", { name: "Add what was agreed" }).click();
  await page.getByLabel("What is to be done").fill("Talk with the class teacher");
  await page.getByLabel("Who does it").selectOption({ index: 1 });
  await worker.look("minutes-form");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await says(worker, "Talk with the class teacher");
  await worker.look("conference");
  const printed = await page.request.get(await page.getByRole("link", { name: "Minutes (Russian)" }).getAttribute("href"));
  assert.equal(printed.headers()["content-type"], "application/pdf");
});

stage.step("a hand-over is proposed with a note and accepted, and the old worker reads the file no more", async () => {
  await worker.page.goto(`${address}/course`);
  await worker.page.getByRole("button", { name: "Hand the file over" }).click();
  await worker.page.getByLabel("District, when it is known").fill("Quva");
  await worker.page.getByLabel("Hand-over note").fill("Call the grandmother in the evening.");
  await worker.look("transfer-form");
  await worker.page.getByRole("button", { name: "Propose the hand-over" }).click();
  await says(worker, "Waits for an answer");
  await openTasks(supervisor);
  await supervisor.page.getByRole("listitem").filter({ hasText: code }).getByRole("link", { name: "Decide on the hand-over" }).click();
  await supervisor.page.waitForURL(/\/transfers\//);
  await supervisor.page.getByLabel("Accept: the file comes to us whole").check();
  const to = supervisor.page.getByLabel("To which worker");
  const choices = await to.locator("option").allInnerTexts();
  await to.selectOption({ index: choices.findIndex((text) => text.startsWith("Second social worker")) });
  await supervisor.look("transfer");
  await supervisor.page.getByRole("button", { name: "Confirm", exact: true }).click();
  await supervisor.page.waitForURL(/\/cases\//);
  await worker.page.goto(address);
  await says(worker, "This person is not in your care.");
});

stage.step("the course tells it all, and each change field by field", async () => {
  await supervisor.page.goto(`${address}/course`);
  await says(supervisor, /The file was handed over to/);
  await supervisor.page.getByRole("cell", { name: "Quva" }).waitFor();
  await supervisor.look("course");
  const russian = await stage.as("supervisor", { language: "ru" });
  await russian.page.goto(`${address}/course`);
  await says(russian, "Что изменили, поле за полем");
  await russian.look("course-ru");
});

stage.step("lists tell each reader's own conferences and hand-overs", async () => {
  await psychologist.page.goto("/conferences?state=held");
  await psychologist.page.getByRole("cell", { name: /thing to do/ }).first().waitFor();
  await psychologist.look("conferences");
  await supervisor.page.goto("/transfers");
  await supervisor.page.getByRole("table").getByRole("link").first().waitFor();
  await supervisor.look("transfers");
  await worker.page.goto("/transfers?which=taken");
  const row = worker.page.getByRole("row").filter({ hasText: code });
  await row.getByText("Accepted").waitFor();
  assert.equal(await row.getByRole("link").count(), 0, "of a file given away only the code");
  await worker.look("transfers-taken");
  const russian = await stage.as("supervisor", { language: "ru" });
  await russian.page.goto("/conferences");
  await russian.page.getByRole("table").getByRole("link").first().waitFor();
  await russian.look("conferences-ru");
  await russian.page.goto("/transfers?which=taken");
  await russian.page.getByRole("table").getByRole("link").first().waitFor();
  await russian.look("transfers-ru");
});

stage.step("nothing broke on the way", async () => {
  for (const reader of [supervisor, second, psychologist]) await reader.mustBeClean();
});
