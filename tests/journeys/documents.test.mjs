// A child's papers: asked for by the social worker, answered by a registry's clerk who sees the request and nothing else.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { openCase } from "./steps/casework.mjs";
import { answerRequest, askForProofOfBirth, childWithoutPapers, findInQueue, noteKinship, noteNationality, section } from "./steps/documents.mjs";
import { openTasks } from "./steps/home.mjs";

let worker, clerk, person, address, name, code;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, clerk] = await stage.all("worker", "registry");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();

stage.step("a person's papers say what to do first", async () => {
  const { page } = worker;
  person = await childWithoutPapers(worker, { family: "Yulduzova", given: "Malika" });
  address = await openCase(worker, person);
  code = /UZ-\d{4}-\d{5}/.exec(await page.getByRole("main").innerText())[0];
  name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "Documents", exact: true }).click();
  await page.waitForURL(/\/documents$/);
  await says(worker, "What to do next");
  await says(worker, "Help never waits for papers");
  await worker.look("documents-begin");
});

stage.step("the worker asks the registry, and is told before what it will see", async () => {
  await askForProofOfBirth(worker, { mother: "Mother of the child" });
  await says(worker, "Asked: the civil registry");
  await section(worker.page, "Requests").getByText("Waiting for 0 days").waitFor();
  await worker.look("documents-asked");
});

stage.step("the clerk's first page is the queue, and behind it there is no record", async () => {
  const { page } = clerk;
  await page.goto("/");
  await page.getByText(/The oldest has waited for \d+ days?/).waitFor();
  await clerk.look("registry-queue");
  await findInQueue(clerk, name);
  await says(clerk, "Mother of the child");
  const seen = await page.getByRole("main").innerText();
  assert.ok(!seen.includes(code), "no file code");
  assert.ok(!/Mehr|stage|region/i.test(seen), "nothing of the journey");
  assert.equal(await page.getByRole("link", { name: /case|person|family/i }).count(), 0);
  await clerk.look("registry-request");
  const request = page.url();
  for (const closed of [`/people/${person}`, address, `${address}/documents`, `${address}/sharing`, `/persons/${person}/case`]) {
    await page.goto(closed);
    await page.getByText(/There is no such|is not here|not found/i).first().waitFor();
    assert.ok(!(await page.getByRole("main").innerText()).includes(name), closed);
  }
  await page.goto(request);
  await answerRequest(clerk, "Something is missing", { "What is missing?": "A copy of the mother's passport." });
});

stage.step("the worker brings what is missing", async () => {
  const tasks = await openTasks(worker);
  assert.ok(tasks.some(({ what, whom }) => what === "Bring what is missing: Birth certificate" && whom.includes(code)), "a task tells of it");
  await worker.page.goto(`${address}/documents`);
  await says(worker, "A copy of the mother's passport.");
  await section(worker.page, "What to do next").getByRole("button", { name: /Bring what is missing/ }).click();
  await worker.page.getByLabel("What did you bring, or what is your answer?").fill("The copy is on your table.");
  await worker.page.getByRole("button", { name: "Send the answer" }).click();
  await says(worker, "The answer was sent.");
});

stage.step("an issued document stands in the record, and the next step opens", async () => {
  await clerk.page.goto("/");
  await findInQueue(clerk, name);
  await says(clerk, "The copy is on your table.");
  await clerk.page.getByRole("radio", { name: "The document is issued" }).check();
  await clerk.look("registry-issue");
  await answerRequest(clerk, "The document is issued", { "Number of the document": "I-FA 100200" });
  await worker.page.goto(`${address}/documents`);
  await section(worker.page, "Papers").getByText("I-FA 100200").waitFor();
  await noteKinship(worker, { authority: "District court" });
  await noteNationality(worker, "At risk of statelessness");
  await says(worker, "Until then all services go on as they are.");
  await worker.look("documents-legal-aid");
  assert.ok((await openTasks(worker)).some(({ what, whom }) => what.startsWith("Ask legal aid") && whom.includes(code)));
  await worker.page.goto(`${address}/documents`);
  await worker.page.getByRole("button", { name: "I have asked legal aid" }).first().click();
  await says(worker, "Legal aid asked on");
});

stage.step("both pages read well in Russian", async () => {
  const russian = await stage.as("worker", { language: "ru" });
  await russian.page.goto(`${address}/documents`);
  await says(russian, "Помощь никогда не ждёт документов");
  await russian.look("documents-ru");
  const other = await stage.as("registry", { language: "ru" });
  await other.page.goto("/");
  await says(other, "Запросы документов");
  await other.look("registry-queue-ru");
});

stage.step("nothing broke on the way", async () => {
  // The clerk asked for what is not there, on purpose.
  await worker.mustBeClean();
});
