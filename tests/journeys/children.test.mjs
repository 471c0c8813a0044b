// A separated child: short assessment, urgent protection while a panel waits, the panel's decision, and a grandmother's guardianship.
import assert from "node:assert/strict";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import { openCase, part } from "./steps/casework.mjs";
import { fill, sitOnPanel, tasksOf, toChild, writeInterests } from "./steps/children.mjs";
import { childWithoutPapers } from "./steps/documents.mjs";

let worker, supervisor, psychologist, address, name, code;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker] = await stage.all("worker");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const kindsFor = async (reader) => (await tasksOf(reader, code)).map(({ kind }) => kind);
/** Those readers so many days after today, in front of browsers that think so too. */
async function after(days, ...usernames) {
  await stage.daysLater(days);
  const readers = await stage.all(...usernames);
  for (const { page } of readers) await page.clock.setSystemTime(Date.now() + days * 86_400_000);
  return readers;
}

stage.step("the page of a child says where to begin", async () => {
  const person = await childWithoutPapers(worker, { family: "Umidova", given: "Zilola" });
  address = await openCase(worker, person);
  code = /UZ-\d{4}-\d{5}/.exec(await worker.page.getByRole("main").innerText())[0];
  name = await worker.page.getByRole("heading", { level: 1 }).innerText();
  await worker.page.getByRole("link", { name: "The child", exact: true }).click();
  await says(worker, "Begin with whom the child lives with today.");
  await worker.look("child-begin");
  await fill(worker, "Who cares for the child", "Write down who cares for the child", {
    choose: { Arrangement: "Residential care", "What they are to the child": "staff of an institution" }, type: { "Why this arrangement": "No relative is known yet." } });
  await says(worker, "0 days in residential care.");
  await fill(worker, "Separated from the family, and together again", "Write how the child was separated", {
    choose: { "How it came about": "A parent died" }, type: { "What the child or others tell of it": "The mother died on the way." } });
});

stage.step("a short assessment is finished when every question is answered", async () => {
  await writeInterests(worker, "Short assessment", { without: ["What is recommended?"] });
  const here = part(worker.page, "Best interests");
  await says(worker, "Still to be answered: Recommendation.");
  await here.getByRole("button", { name: "Go on writing" }).click();
  await here.getByLabel("What is recommended?").fill("Look for the grandmother.");
  await worker.look("child-assessment");
  await here.locator("form").getByRole("button", { name: "Save", exact: true }).click();
  await here.locator("form").waitFor({ state: "detached" });
  await here.getByRole("button", { name: "It is finished" }).click();
  await here.getByText("Done", { exact: true }).waitFor();
});

stage.step("residential care that was not looked at for three months is a task, and said in words", async () => {
  [worker] = await after(100, "worker");
  assert.ok((await kindsFor(worker)).includes("review_residential"));
  await toChild(worker, address);
  // The child's first day was the reader's own, which in the evening of UTC is the next; the days are counted by UTC.
  await says(worker, /^(99|100) days in residential care\.$/);
  await says(worker, /It should have been looked at again by .*: every 3 months/);
  await worker.look("child-residential-late");
  await fill(worker, "Who cares for the child", "Look at it again", {
    choose: { "What follows": "A family is looked for" }, type: { "What was found, and what the child says": "The grandmother may live in the next district." }, send: "Look at it again" });
  await says(worker, /To be looked at again by/);
});

stage.step("a panel waits, and urgent protection does not wait for it", async () => {
  await writeInterests(worker, "Report for a panel");
  const here = part(worker.page, "Best interests");
  await here.getByRole("button", { name: "Lay it before the panel" }).click();
  const members = here.getByRole("group", { name: "Who sits on the panel" });
  await members.getByRole("checkbox").first().waitFor();
  const names = await members.getByRole("checkbox").evaluateAll((boxes) => boxes.map((box) => box.labels[0].innerText));
  await here.locator("form").getByRole("button", { name: "Lay it before the panel" }).click();
  await says(worker, "Choose at least 2 members besides whoever wrote it.");
  const session = async (reader) => reader.page.evaluate(async () => (await (await fetch("/api/session")).json()).account.name);
  [supervisor, psychologist] = await stage.all("supervisor", "psychologist");
  for (const reader of [supervisor, psychologist]) {
    const own = await session(reader);
    assert.ok(names.includes(own), own);
    await members.getByLabel(own, { exact: true }).check();
  }
  await worker.look("child-panel-members");
  await here.locator("form").getByRole("button", { name: "Lay it before the panel" }).click();
  await here.getByText("Before the panel", { exact: true }).waitFor();
  await fill(worker, "Urgent protection", "Record an urgent measure", {
    choose: { "What was done": "Taken to medical care" }, type: { "What happened, and where the child is now": "High fever; at the clinic with the carer." } });
  await written(part(worker.page, "Urgent protection"), "High fever; at the clinic with the carer.").waitFor();
});

stage.step("the panel reads after a promise, and decides", async () => {
  await sitOnPanel(psychologist, code, "I agree", "The child was heard.", async (at) => {
    if (at === "promise") assert.ok(!(await psychologist.page.getByRole("main").innerText()).includes(name), "no name before the promise");
    await psychologist.look(`child-panel-${at}`);
  });
  await toChild(worker, address);
  await part(worker.page, "Best interests").getByText("Before the panel", { exact: true }).waitFor();
  await sitOnPanel(supervisor, code, "I agree", "");
  await toChild(worker, address);
  await part(worker.page, "Best interests").getByText("The panel agreed", { exact: true }).waitFor();
});

stage.step("a grandmother is found, verified, and becomes the guardian", async () => {
  const family = "Separated from the family, and together again";
  await fill(worker, family, "Look for a relative", { choose: { "Who is looked for": "Grandmother" }, type: { "Who helps to look": "Local administration" } });
  await part(worker.page, family).getByRole("button", { name: "The search has begun" }).click();
  await part(worker.page, family).getByRole("button", { name: "It is them" }).click();
  await says(worker, "Evidence is needed that this is the relative");
  await worker.page.getByRole("link", { name: "Record it with the documents" }).click();
  await worker.page.waitForURL(/\/documents$/);
  const kinship = part(worker.page, "How kinship is known");
  await kinship.getByRole("button", { name: "Note evidence of kinship" }).click();
  await kinship.getByLabel("Who is it?").selectOption({ label: "Grandparent" });
  await kinship.getByLabel("How is it known?").selectOption({ label: "By a court" });
  await kinship.getByLabel("Who said so?").fill("District court");
  await kinship.getByRole("radio", { name: "Confirmed", exact: true }).check();
  await kinship.getByRole("button", { name: "Save" }).click();
  await written(kinship, "District court").waitFor();
  await worker.page.reload();
  await toChild(worker, address);
  const here = part(worker.page, family);
  await here.getByRole("button", { name: "It is them" }).click();
  await here.getByLabel("How it is known that it is them").selectOption({ index: 1 });
  await here.locator("form").getByRole("button", { name: "It is them" }).click();
  await here.getByText("Found and verified").waitFor();
  await fill(worker, family, "They are together again", {
    type: { "How the child was prepared": "Three visits.", "How the family was prepared": "A room and a place at school." }, send: "They are together again" });
  await here.getByText("Together again", { exact: true }).waitFor();
  await fill(worker, "Who cares for the child", "Somebody else cares for the child now", {
    choose: { Arrangement: "Guardianship", "What they are to the child": "grandmother", "Why the one before ends": "Together with the family again" },
    type: { "Authority that decided": "Guardianship authority" } });
  await part(worker.page, "Who cares for the child").getByText("Guardianship: grandmother").waitFor();
  await fill(worker, "Staying in touch", "Plan a contact", {
    choose: { "With whom": "Brother or sister", How: "calls" }, tick: ["Safe"], type: { "Who arranges it": "The grandmother" } });
  await worker.look("child-guardianship");
});

stage.step("the visits after it were planned by rule, and the contact falls due", async () => {
  [worker] = await after(108, "worker");
  const kinds = await kindsFor(worker);
  assert.ok(kinds.includes("child_contact"), kinds.join());
  assert.equal(kinds.filter((kind) => kind === "visit").length, 4, "after a week, and one, three and six months");
});

stage.step("at 18 the page says that it is closed, and changes no more", async () => {
  const [grown, other] = await after(365 * 10, "worker", "psychologist");
  await toChild(grown, address);
  await says(grown, "This person is of age now");
  await says(grown, "Closed since the person is of age.");
  const buttons = await part(grown.page, "Best interests").getByRole("button").count() + await part(grown.page, "Who cares for the child").getByRole("button").count();
  assert.equal(buttons, 0);
  await grown.look("child-of-age");
  const refused = await other.page.evaluate(async (path) => (await fetch(`/api${path}/child`)).status, new URL(address, "http://x").pathname);
  assert.equal(refused, 403);
  const russian = await stage.as("worker", { language: "ru" });
  await russian.page.goto(`${address}/child`);
  await says(russian, "Этот человек достиг совершеннолетия");
  await russian.look("child-ru");
});
