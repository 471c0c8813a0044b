// A form from its first question to an approved answer: a coordinator makes and publishes it, a worker answers it on a phone, a supervisor decides.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { openCase, personWithoutCase, toCase } from "./steps/casework.mjs";
import { addField, assessmentLine, beginForm, makeForm, publishForm, region, savedByItself, saveForm, workbook } from "./steps/forms.mjs";

const FORM = { code: "journey_school", title: "How school goes" };
const PHONE = { width: 360, height: 740 };
let coordinator, worker, second, supervisor, address;
const stage = setStage({ programs: ["uz"] }, async () => {
  [coordinator, worker, supervisor] = await stage.all("coordinator", "worker", "supervisor");
});
const says = (reader, text) => reader.page.getByText(text).first().waitFor();

stage.step("the forms that were shipped are there, each can be read and tried", async () => {
  const { page } = coordinator;
  await page.goto("/forms");
  await says(coordinator, /Version \d in use/);
  assert.ok((await page.getByRole("table").getByRole("link").count()) >= 9);
  await coordinator.look("forms-list");
  await page.getByRole("table").getByRole("link", { name: "Reintegration survey" }).click();
  await region(page, "Try the form").getByRole("button", { name: "Compare with the server" }).click();
  await says(coordinator, "The server reads these answers the same way.");
  await coordinator.look("forms-shipped");
});

stage.step("a form is made; what is wrong with an expression is said while it is written", async () => {
  const { page } = coordinator;
  await makeForm(coordinator, FORM);
  await addField(coordinator, { code: "attends", kind: "Yes or no", en: "Does the child go to school?" });
  await page.getByLabel("An answer is required", { exact: true }).check();
  await addField(coordinator, { code: "grade", kind: "Whole number", en: "Which grade?", more: { "Asked only where": "${attendz} = 'yes'" } });
  await says(coordinator, /There is no such field: attendz/);
  await coordinator.look("forms-editor-wrong");
  await page.getByLabel("Asked only where", { exact: true }).fill("${attends} = 'yes'");
  await page.getByText(/There is no such field/).first().waitFor({ state: "detached" });
  await page.getByLabel("A valid answer is one where", { exact: true }).fill(". >= 1 and . <= 11");
  await page.getByLabel("What is said of another answer: English").fill("A grade from 1 to 11.");
  await addField(coordinator, { code: "siblings", kind: "Repeated group", en: "Brothers and sisters" });
  await region(page, "Fields").getByRole("button", { name: "Add a field into siblings" }).click();
  await page.getByLabel("Code").first().fill("sibling_age");
  await page.getByLabel("Kind").selectOption({ label: "Whole number" });
  await page.getByLabel("Question: English").fill("Age");
  await addField(coordinator, { code: "ages", kind: "Worked out", en: "Ages together", more: { "How it is worked out": "sum(${sibling_age})" } });
  await addField(coordinator, { code: "mood", kind: "One of several", en: "Does the child like to go?", choices: [["Gladly"], ["Not really"]] });
  for (let i = 0; i < 2; ++i) await region(page, "Fields").getByRole("button", { name: "Move up: Does the child like to go?" }).click();
  await saveForm(coordinator);
  await says(coordinator, "Nothing stands in the way of publishing.");
});

stage.step("it is tried beside the editor, nothing stored, and published", async () => {
  const { page } = coordinator;
  await page.getByRole("button", { name: "Try it" }).click();
  const trial = region(page, "Try the form");
  await trial.getByRole("button", { name: /^Questions/ }).first().click();
  assert.equal(await trial.getByLabel("Which grade?").count(), 0, "what is not relevant is not asked");
  await trial.getByRole("radio", { name: "Yes" }).check();
  await trial.getByLabel("Which grade?").fill("12");
  await trial.getByLabel("Which grade?").blur();
  await trial.getByText("A grade from 1 to 11.").waitFor();
  await coordinator.look("forms-try");
  await trial.getByRole("button", { name: "All parts" }).click();
  await trial.getByRole("button", { name: "Compare with the server" }).click();
  await trial.getByText("The server reads these answers the same way.").waitFor();
  await publishForm(coordinator);
  await says(coordinator, "A published version never changes.");
});

stage.step("a worker answers it on a phone; it saves itself and outlives the page", async () => {
  const { page } = worker;
  address = await openCase(worker, await personWithoutCase(worker));
  await page.setViewportSize(PHONE);
  await beginForm(worker, FORM.title);
  await worker.look("forms-fill-list");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "Hand to a supervisor" }).click();
  await says(worker, "1 answer is missing or needs a look");
  await page.getByRole("button", { name: "Does the child go to school?" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.type), "radio", "the list of what is missing leads to the question");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("Which grade?").fill("3");
  await page.getByRole("radio", { name: "Gladly" }).check();
  await worker.look("forms-fill-screen");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Add: Brothers and sisters" }).click();
  await page.getByLabel("Age", { exact: true }).fill("9");
  await page.getByRole("button", { name: "Add: Brothers and sisters" }).click();
  await page.getByLabel("Age", { exact: true }).nth(1).fill("4");
  await page.getByRole("button", { name: "Add: Brothers and sisters" }).click();
  await page.getByRole("button", { name: "Remove: Brothers and sisters 3" }).click();
  await worker.look("forms-fill-rows");
  await page.setViewportSize(PHONE);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText("Ages together").waitFor();
  assert.match(await page.getByRole("main").innerText(), /Ages together\s*13/);
  await page.reload();
  await savedByItself(worker);
  await page.getByRole("button", { name: "All parts" }).click();
  await says(worker, "5 of 5 answered");
});

stage.step("two who answer at once lose nothing, and are asked where they differ", async () => {
  second = await stage.reader("worker");
  await second.page.goto(new URL(worker.page.url()).pathname);
  await second.settle();
  const grade = async ({ page }, value) => {
    await page.getByRole("button", { name: /^Questions/ }).first().click();
    await page.getByLabel("Which grade?").fill(value);
  };
  await grade(second, "5");
  await second.page.getByRole("radio", { name: "Not really" }).check();
  await savedByItself(second);
  await grade(worker, "4");
  await says(worker, "A colleague answered at the same time");
  await worker.look("forms-clash");
  await worker.page.setViewportSize(PHONE);
  await worker.page.getByLabel("Yours: 4").check();
  await worker.page.getByRole("button", { name: "Go on with these" }).click();
  await savedByItself(worker);
  await worker.page.reload();
  assert.equal(await worker.page.getByLabel("Which grade?").inputValue(), "4");
  assert.ok(await worker.page.getByRole("radio", { name: "Not really" }).isChecked(), "what the colleague alone changed is taken over");
});

stage.step("it is handed in, returned with a comment, mended and approved", async () => {
  const { page } = worker;
  const handIn = async () => {
    await page.getByRole("button", { name: "All parts" }).click({ timeout: 1_000 }).catch(() => {});
    await page.getByRole("button", { name: "Hand to a supervisor" }).click();
    await says(worker, "With a supervisor");
  };
  await handIn();
  await worker.look("forms-answers");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false, "paper has no buttons");
  await worker.picture("forms-answers-print", { width: 1280 });
  await page.emulateMedia({ media: null });
  await toCase(supervisor, address, "needs");
  await assessmentLine(supervisor.page, FORM.title).getByRole("link").click();
  const decision = region(supervisor.page, "Your decision");
  await decision.getByLabel(/^Return/).check();
  await decision.getByRole("button", { name: "Confirm the decision" }).click();
  await says(supervisor, "This is needed.");
  await decision.getByLabel("What is missing?").fill("Please ask the teacher too.");
  await supervisor.look("forms-decision");
  await decision.getByRole("button", { name: "Confirm the decision" }).click();
  await says(supervisor, "Returned for changes");
  await page.reload();
  await says(worker, "Please ask the teacher too.");
  await handIn();
  await supervisor.page.reload();
  await decision.getByLabel("Approve").check();
  await decision.getByRole("button", { name: "Confirm the decision" }).click();
  await supervisor.page.getByText("Approved", { exact: true }).waitFor();
  await toCase(worker, address, "needs");
  await assessmentLine(page, FORM.title).getByText("Approved", { exact: true }).waitFor();
  await worker.look("forms-case-part");
});

stage.step("a further version says what became of its codes; old answers keep their words", async () => {
  const { page } = coordinator;
  await page.getByRole("button", { name: "New version" }).click();
  await region(page, "Fields").getByRole("button", { name: /^Which grade\?/ }).click();
  await page.getByLabel("Code").first().fill("school_grade");
  await page.getByLabel("Question: English").fill("Which class?");
  await region(page, "Fields").getByRole("button", { name: /^Does the child like to go\?/ }).click();
  await page.getByRole("button", { name: "Remove: Not really" }).click();
  const other = await stage.as("coordinator2");
  await other.page.goto(`/forms/${FORM.code}`);
  await other.page.getByLabel("Title: Russian", { exact: true }).fill("Как дела в школе");
  await saveForm(other);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await says(coordinator, "A colleague saved meanwhile: both changes are joined.");
  assert.equal(await page.getByLabel("Title: Russian", { exact: true }).inputValue(), "Как дела в школе");
  await says(coordinator, "grade → Which class? (school_grade)");
  await says(coordinator, /Say what became of the choice choice_2/);
  await coordinator.look("forms-differences");
  await page.getByLabel(/^What became of Not really/).selectOption({ label: "Gladly (choice_1)" });
  await saveForm(coordinator);
  await publishForm(coordinator);
  await worker.page.getByRole("link", { name: FORM.title }).click();
  await says(worker, "Which grade?");
  await says(worker, "Not really");
});

stage.step("an XLSForm is read, with a list of what could not be taken, and written again", async () => {
  const { page } = coordinator;
  const buffer = workbook({
    survey: [["type", "name", "label::English (en)", "relevant"], ["text", "name", "What is it called?", ""], ["image", "photo", "A photo", ""], ["select_one yn", "open", "Is it open?", "${name} != ''"]],
    choices: [["list_name", "name", "label::English (en)"], ["yn", "yes", "Yes"], ["yn", "no", "No"]],
    settings: [["form_title", "form_id"], ["A place", "a_place"]],
  });
  await page.goto("/forms");
  await page.getByRole("button", { name: "Read an XLSForm" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "place.xlsx", mimeType: "application/octet-stream", buffer });
  await says(coordinator, "Fields of the type image are not taken.");
  await coordinator.look("forms-import");
  await page.getByRole("button", { name: "Make a form of it" }).click();
  await page.waitForURL(/\/forms\/a_place$/);
  await region(page, "Fields").getByRole("button", { name: /^Is it open\?/ }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Version 1 as XLSForm" }).click()]);
  assert.equal(download.suggestedFilename(), "a_place-1.xlsx");
});

stage.step("a form of 500 fields stays quick to edit", async () => {
  const { page } = coordinator;
  const fields = Array.from({ length: 500 }, (_, i) => ({ code: `f${i}`, kind: "integer", label: { en: `Question ${i}` }, ...(i > 0 && { relevant: `\${f${i - 1}} > 0` }) }));
  await page.evaluate(async (definition) => {
    const { csrf_token } = await (await fetch("/api/session")).json();
    await fetch("/api/forms", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf_token }, body: JSON.stringify({ id: "journey_long", definition }) });
  }, { id: "journey_long", version: 1, title: { en: "Long" }, fields });
  await page.goto("/forms/journey_long");
  await region(page, "Fields").getByRole("button", { name: /^Question 250/ }).click();
  const words = page.getByLabel("Question: English");
  await words.waitFor();
  const text = "Asked in other words";
  await words.fill("");
  const began = Date.now();
  await words.pressSequentially(text);
  await region(page, "Fields").getByRole("button", { name: new RegExp(`^${text}`) }).waitFor();
  const each = (Date.now() - began) / text.length;
  assert.ok(each < 250, `a letter took ${each} ms`);
  await saveForm(coordinator);
});

stage.step("it all speaks Russian", async () => {
  const reader = await stage.reader("worker", { language: "ru" });
  await toCase(reader, address, "needs");
  await reader.page.getByRole("button", { name: "Выбрать анкету" }).click();
  await reader.look("forms-choose-ru");
  await reader.page.getByRole("button", { name: "Начать: Срочные потребности" }).click();
  await reader.page.waitForURL(/\/assessments\//);
  await region(reader.page, "Части анкеты").getByRole("button").first().click();
  await reader.look("forms-fill-ru");
});
