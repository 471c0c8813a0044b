// A family of four from the plane to the closing of their files, over twenty-four months: each role does its part, and in the end
// the pages themselves tell who did what.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import {
  approvePlan, deliverService, fillGoals, noteVisit, openCase, orderService, part, planVisit, recordNeeds, savePlan, serviceCard, startPlan, story, submitPlan, toCase,
} from "./steps/casework.mjs";
import { fill, toChild, writeInterests } from "./steps/children.mjs";
import { answerRequest, askForProofOfBirth, findInQueue, section } from "./steps/documents.mjs";
import {
  approveNeeds, askedInCurve, bornBefore, bringIn, closeTogether, dayAfter, fareSurvey, findFamily, giveFamily, handNeedsOver, holdSession, importList, nameForPerson,
  noteConsent, refer, requestService, reviewPlan, roundsAnswered, sayOutcome, takeUp, whoChanged, writeList,
} from "./steps/family.mjs";
import { toTask } from "./steps/home.mjs";

const MOTHER = "Ёрқинбоева Саодатхон", GIRL = "Ёрқинбоева Нилуфархон", BOY = "Ёрқинбоев Темурмалик", SMALL = "Ёрқинбоев Юсуфжон";
const SEALED = "What she said of the journey, unmistakable.";
const GIRL_SAYS = {
  "What does the child wish? In the child's own words": "I want to finish school before anything else.",
  "How old is the child, and how much do they understand?": "Sixteen; understands all of it.",
  "To whom in the family is the child tied, and who is tied to them?": "To her mother and her brothers, whom she looks after.",
  "Is the child safe, where they are and where they would go?": "Yes, with her mother.",
  "What should go on: language, school, faith, friends, brothers and sisters?": "The lessons that her mother gave her.",
  "Which other ways are there, and what speaks for and against each?": "A boarding school, far from the family.",
  "What is recommended?": "She stays with her mother and has catch-up classes.",
  "Who took part?": "She herself, her mother, the social worker.",
};
const [LOW, MIDDLE, HIGH] = [9, 1, 0]; // which answer of each question: the first is the best
const MONTHS = { 3: 92, 6: 183, 12: 366, 24: 732 };
let worker, supervisor, second, psychologist, coordinator, files, before;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, psychologist] = await stage.all("worker", "supervisor", "psychologist");
});
const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const fileOf = (name) => Object.entries(files).find(([each]) => each.includes(name))[1];

stage.step("the coordinator brings in the list of the plane, and a supervisor gives the family to one worker", async () => {
  coordinator = await stage.as("coordinator");
  before = await askedInCurve(coordinator);
  const file = writeList(stage.region.folder, [
    ["Ёрқинбоева", "Саодатхон", "Рустамовна", "ж", bornBefore(34, 40), "г. Фергана", "Узбекистан", "загранпаспорт", "AA7430112", "мать (глава семьи)", "Ферганская", "Кувинский", "+998 00 731-20-14"],
    ["Ёрқинбоева", "Нилуфархон", "Баходировна", "ж", bornBefore(16, 120), "г. Фергана", "Узбекистан", "нет", "", "дочь", "Ферганская", "Кувинский", ""],
    ["Ёрқинбоев", "Темурмалик", "Баходирович", "м", bornBefore(8, 40), "Ракка", "", "нет", "", "сын", "Ферганская", "Кувинский", ""],
    ["Ёрқинбоев", "Юсуфжон", "Баходирович", "м", bornBefore(3, 40), "лагерь Рож", "", "нет", "", "сын", "Ферганская", "Кувинский", ""],
  ]);
  await bringIn(coordinator, { file, operation: "Mehr", cameOn: dayAfter(0), count: 4 });
  await coordinator.look("family-list");
  await importList(coordinator);
  await giveFamily(supervisor, { head: "Саодатхон", worker: "Social worker", count: 4 });
  const people = await findFamily(worker, "Саодатхон");
  assert.equal(Object.keys(people).length, 4, "a mother and three children, one family");
  await worker.look("family-arrived");
  files = {};
  for (const [name, path] of Object.entries(people)) files[name] = await openCase(worker, path.split("/").at(-1));
});

stage.step("the worker assesses, and a supervisor approves needs and plans", async () => {
  await toCase(worker, fileOf(MOTHER));
  await recordNeeds(worker, {
    "Psychosocial wellbeing": { level: "Support needed now", note: "Sleeps badly." }, Housing: { level: "Support needed", note: "Lives with her brother." }, Livelihood: { level: "Support needed", note: "Sews." } });
  await handNeedsOver(worker);
  await toTask(supervisor, "Decide on the needs", MOTHER);
  await approveNeeds(supervisor);
  await promise(fileOf(MOTHER), [
    { text: "Sleeps well and has people to talk to", services: [{ service: "Psychosocial support" }] },
    { text: "The family has a home of its own", services: [{ service: "Housing" }] },
    { text: "Earns by sewing", services: [{ service: "Vocational training" }] },
  ]);
  await toCase(worker, fileOf(BOY));
  await recordNeeds(worker, { Education: { level: "Support needed now", note: "Has never been to school." }, Documents: { level: "Support needed now", note: "No paper at all." } });
  await promise(fileOf(BOY), [
    { domain: "Education", text: "Goes to school", services: [{ service: "Enrolment in school" }] }, { domain: "Documents", text: "Holds a birth certificate" }]);
  for (const [name, domain] of [[GIRL, "Family and care"], [SMALL, "Health"]]) {
    await toCase(worker, fileOf(name));
    await recordNeeds(worker, { [domain]: { level: "Going well" } });
  }
});

/** A plan that the worker writes and the supervisor approves from her first page. */
async function promise(address, goals) {
  await toCase(worker, address, "plan");
  await startPlan(worker);
  await fillGoals(worker, goals);
  await savePlan(worker);
  await submitPlan(worker);
  await toCase(supervisor, address, "plan");
  await approvePlan(supervisor);
}

stage.step("services: one that a supervisor decides on, one of a psychologist who is named for her", async () => {
  const mother = fileOf(MOTHER);
  await toCase(worker, mother, "services");
  await orderService(worker, "Psychosocial support", "Centre for psychological support");
  await requestService(worker, "Housing");
  await toCase(supervisor, mother, "services");
  const card = serviceCard(supervisor.page, "Housing");
  await card.getByRole("button", { name: "Decide" }).click();
  await card.getByLabel("Approve: it can be ordered").check();
  await card.getByRole("button", { name: "Confirm the decision" }).click();
  await card.getByText("Ordered", { exact: true }).waitFor();
  await nameForPerson(supervisor, mother, "Psychologist (Psychologist)");
  await holdSession(psychologist, mother, { words: SEALED, next: "Another session", on: dayAfter(60) });
  await fareSurvey(worker, mother, LOW);
});

stage.step("the registry's clerk issues the boy's certificate, and the school takes him", async () => {
  const clerk = await stage.as("registry"), school = await stage.as("school");
  const boy = fileOf(BOY);
  await worker.page.goto(`${boy}/documents`);
  await askForProofOfBirth(worker, { mother: "Mother of the boy" });
  await clerk.page.goto("/");
  await findInQueue(clerk, BOY);
  await answerRequest(clerk, "The document is issued", { "Number of the document": "I-FA 730114" });
  await worker.page.goto(`${boy}/documents`);
  await section(worker.page, "Papers").getByText("I-FA 730114").waitFor();
  await noteConsent(worker, boy, "Referral to others", { source: "A caregiver", who: "Mother", assent: "Yes" });
  await toCase(worker, boy, "services");
  await orderService(worker, "Enrolment in school", "Department of education");
  await refer(worker, boy, "Enrolment in school", { Class: "1", "How to reach the social worker": "Room 4" });
  await takeUp(school, BOY, "In class 1 since Monday.");
  await worker.page.goto(`${boy}/referrals`);
  await says(worker, "In class 1 since Monday.");
  await worker.look("family-school");
  await toCase(worker, boy, "services");
  await deliverService(worker, "Enrolment in school");
});

stage.step("what is best for the girl is asked of her, and written", async () => {
  await toChild(worker, fileOf(GIRL));
  await fill(worker, "Who cares for the child", "Write down who cares for the child", { choose: { Arrangement: "With parents", "What they are to the child": "mother" } });
  await writeInterests(worker, "Short assessment", { answers: GIRL_SAYS });
  const here = part(worker.page, "Best interests");
  await here.getByRole("button", { name: "It is finished" }).click();
  await here.getByText("Done", { exact: true }).waitFor();
  await worker.look("family-girl");
});

stage.step("after three months: a visit, the survey, a look at the plan", async () => {
  [worker] = await later(3, "worker");
  const mother = fileOf(MOTHER);
  await toCase(worker, mother, "services");
  await deliverService(worker, "Housing", "Two rooms in Quva.");
  await planVisit(worker);
  await noteVisit(worker, "The children play in the yard.");
  await fareSurvey(worker, mother, MIDDLE);
  await reviewPlan(worker, mother, "The plan goes on", "She would like to sew for others.");
});

stage.step("after six months: the sessions end well, the course begins", async () => {
  [worker, psychologist] = await later(6, "worker", "psychologist");
  const mother = fileOf(MOTHER);
  await holdSession(psychologist, mother, { words: `${SEALED} The last time.`, next: "The sessions end" });
  await toCase(worker, mother, "services");
  await deliverService(worker, "Psychosocial support");
  await orderService(worker, "Vocational training", "Vocational college");
  await fareSurvey(worker, mother, MIDDLE);
});

stage.step("after a year: she earns, the survey is asked again", async () => {
  [worker] = await later(12, "worker");
  const mother = fileOf(MOTHER);
  await toCase(worker, mother, "services");
  await deliverService(worker, "Vocational training", "Sews for a shop.");
  await fareSurvey(worker, mother, HIGH);
  await reviewPlan(worker, mother, "The plan goes on", "Two of her neighbours learn from her.");
  await worker.look("family-year");
});

stage.step("after two years: the last survey, a second supervisor closes all four files", async () => {
  [worker, second] = await later(24, "worker", "supervisor2");
  await fareSurvey(worker, fileOf(MOTHER), HIGH);
  assert.equal(await roundsAnswered(worker, fileOf(MOTHER)), 5, "asked at 0, 3, 6, 12 and 24 months");
  for (const what of ["Economic", "Social", "Psychosocial"]) await says(worker, new RegExp(`${what}: better, from 0\\.\\d+ to 1\\.00`));
  await sayOutcome(worker, fileOf(MOTHER), "Vocational training", "It helped");
  await worker.look("family-two-years");
  await reviewPlan(worker, fileOf(MOTHER), "The file may be closed", "They manage by themselves.");
  await worker.page.goto(`${fileOf(GIRL)}/child`);
  await says(worker, "This person is of age now");
  for (const name of [MOTHER, GIRL, BOY, SMALL]) await closeTogether(worker, second, fileOf(name), "The goals are met");
});

stage.step("the coordinator sees four closed files, and one more family in each round of the outcome curve", async () => {
  coordinator = await stage.as("coordinator");
  await findFamily(coordinator, "Саодатхон");
  const table = coordinator.page.getByRole("table", { name: "Members of the family" });
  assert.equal(await table.getByText("Closed", { exact: true }).count(), 4);
  await coordinator.look("family-closed");
  const asked = await askedInCurve(coordinator);
  assert.deepEqual(asked, before.map((count) => count + 1), "0, 3, 6, 12 and 24 months");
});

stage.step("and the pages tell who did what", async () => {
  const [mother, boy] = [fileOf(MOTHER), fileOf(BOY)];
  assert.deepEqual(await whoChanged(second, mother), ["Second supervisor", "Social worker", "Supervisor"]);
  assert.deepEqual(await whoChanged(second, boy), ["Registry clerk", "School office", "Second supervisor", "Social worker", "Supervisor"]);
  await second.look("family-changes");
  await toCase(second, mother);
  const told = (await story(second)).join("\n");
  for (const line of [
    "The file was closed", "Closing was proposed: The goals are met", "The plan was looked at again: The file may be closed", "The plan was looked at again: The plan goes on",
    "Delivered: Vocational training", "Delivered: Housing", "Delivered: Psychosocial support", "The family was visited", "The plan was approved", "The needs were approved",
    "Survey answered: After 24 months", "Survey answered: At the beginning", "The case file was opened",
  ]) assert.ok(told.includes(line), `the story tells: ${line}`);
  await second.page.goto(`${mother}/notes`);
  const sessions = section(second.page, "Notes and sessions").getByRole("listitem").filter({ hasText: /^Session/ });
  await sessions.nth(1).waitFor();
  assert.match(await sessions.first().innerText(), /The sessions end[\s\S]*The text is for the psychologist[\s\S]*Psychologist/);
  assert.ok(!(await second.page.getByRole("main").innerText()).includes(SEALED), "her words are the psychologist's alone");
  await second.page.goto(`${boy}/sharing`);
  await section(second.page, "What was shared").getByText("Department of education").waitFor();
  await second.page.goto(`${boy}/referrals`);
  await says(second, "In class 1 since Monday.");
  const russian = await stage.as("supervisor2", { language: "ru" });
  await russian.page.goto(`${boy}/course`);
  await says(russian, "Свидетельство о рождении");
  await russian.look("family-changes-ru");
  for (const reader of [worker, second, coordinator, russian]) await reader.mustBeClean();
});

/** So many months after the plane, when these sign in anew. */
async function later(months, ...usernames) {
  await stage.daysLater(MONTHS[months]);
  return stage.all(...usernames);
}
