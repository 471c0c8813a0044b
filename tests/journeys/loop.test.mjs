// The main loop in one walk, through real programs and a real browser: somebody comes home, is helped, is counted, and what
// the Council decides comes back. Each page on the way is photographed, held against axe and against the contract.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { root } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import * as casework from "./steps/casework.mjs";
import * as council from "./steps/council.mjs";
import * as home from "./steps/home.mjs";
import * as people from "./steps/people.mjs";
import * as returns from "./steps/returns.mjs";

const LIST = "uz_mehr_arrivals.xlsx";
const expected = JSON.parse(readFileSync(`${root}/tests/data/arrivals/expected.json`, "utf8"))[LIST];
const BOY = "Тураев Улугбек Дониёр угли"; // stands twice in the list, in two scripts
const YEAR = new Date().getFullYear();
const REGISTERED = 531; // people of the demo region's Uzbekistan

const stage = setStage({ programs: ["uz", "council", "kg"] });
let caseFile, annual;

/** A day from today on as it is typed: 14.05.2027. */
const today = (plusDays = 0) =>
  new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Tashkent" }).format(Date.now() + plusDays * 86_400_000);

stage.step("1 arrive: a list comes in, looked at before it is stored", async () => {
  const coordinator = await stage.as("coordinator");
  const { page } = coordinator;
  await coordinator.look("loop-1-home");
  assert.equal(await people.registerTotal(coordinator), REGISTERED);
  const draft = await people.sendList(coordinator, { file: `${root}/tests/data/arrivals/${LIST}`, operation: "Mehr-5", asOf: "30.04.2021" });
  await people.mustPreview(coordinator, expected);
  await coordinator.look("loop-1-preview");
  await people.mustRefuse(coordinator, expected.refused_rows);
  await coordinator.look("loop-1-refused");
  await people.downloadRefused(coordinator, expected, stage.region.folder);

  await people.correctColumn(coordinator, "Фамилия", "Leave out");
  await coordinator.look("loop-1-columns");
  await people.correctColumn(coordinator, "Фамилия", "Family name");
  await people.mustPreview(coordinator, expected);

  assert.equal(await people.registerTotal(coordinator), REGISTERED, "nothing is stored before Import");
  await page.goto(draft);
  const pairs = expected.duplicate_pairs.map(([a, b]) => `Row ${a} – Row ${b}`);
  assert.deepEqual((await people.waitingPairs(coordinator)).sort(), pairs.sort());
  await people.joinRows(coordinator, 54, 96);
  await coordinator.look("loop-1-duplicates");
  assert.equal(await people.importTwiceClicked(coordinator), 1, "a double click asks once");
  const made = expected.accepted + expected.accepted_with_warning - 1;
  await people.mustHaveImported(coordinator, {
    made, joined: 1, families: expected.families, refused: expected.refused, undecided: expected.duplicate_pairs.length - 1 });
  await coordinator.look("loop-1-imported");
  assert.equal(await people.registerTotal(coordinator), REGISTERED + made);
});

stage.step("2 identify: found in any script, one person or two", async () => {
  const coordinator = await stage.as("coordinator");
  for (const text of ["тураев улуғб", "Turaev Ulugb", "To'rayev Ulugʻbek", "Torayev Ulugbek", "تورايف اولوغبك"]) {
    assert.ok((await people.search(coordinator, text)).includes(BOY), text);
  }
  await people.search(coordinator, "тураев улугб");
  await coordinator.look("loop-2-register");
  await people.openPerson(coordinator, BOY);
  await coordinator.page.getByText("TOʻRAEV Ulugʻbek").waitFor();
  await coordinator.look("loop-2-person");
  const family = await people.openFamily(coordinator);
  assert.deepEqual([family[0], family.length], ["Умм Али", 5], "mother and four children, of six rows");
  await coordinator.look("loop-2-family");

  await people.search(coordinator, "Зокиров Нодир");
  await people.openPerson(coordinator, "ЗОКИРОВ Нодир Абдуллох угли");
  assert.match(await people.fact(coordinator.page, "Born").innerText(), /^about 2018/);

  await people.openPair(coordinator, "Kadirova Ozoda");
  await coordinator.look("loop-2-pair");
  await people.keepApart(coordinator);
  await coordinator.look("loop-2-duplicates");
});

stage.step("3 assess, plan, approve: two people stand behind a promise", async () => {
  const [coordinator, worker, supervisor] = await stage.all("coordinator", "worker", "supervisor");
  assert.equal((await people.search(worker, "тураев улугб")).length, 0, "nobody looks at a family that is not in their care");
  await people.search(coordinator, "тураев улугб");
  await people.openPerson(coordinator, BOY);
  await people.assign(coordinator, "Social worker");

  await people.search(worker, "улугб тураев");
  await people.openPerson(worker, BOY);
  await worker.page.getByRole("button", { name: "Open a case file" }).click();
  await worker.page.waitForURL(/\/cases\/[^/]+$/);
  caseFile = new URL(worker.page.url()).pathname;
  await casework.recordNeeds(worker, {
    Education: { level: "Support needed", note: "Has missed two years of school." },
    "Psychosocial wellbeing": { level: "Support needed now", note: "Sleeps badly." },
    Health: { level: "Going well" },
  });
  await worker.look("loop-3-needs");
  await casework.startPlan(worker);
  await casework.fillGoals(worker, [
    { text: "Goes to school every day", services: [{ service: "Enrolment in school" }, { service: "Catch-up classes" }] },
    { text: "Sleeps well and feels safe", services: [{ service: "Psychosocial support" }] },
  ]);
  await worker.look("loop-3-plan-editor");
  await casework.savePlan(worker);
  await casework.submitPlan(worker);
  await worker.look("loop-3-plan-submitted");
  await mustNotDecide(worker);

  await supervisor.look("loop-3-home-supervisor");
  await home.toTask(supervisor, "Decide on the plan", BOY);
  await supervisor.look("loop-3-plan-decision");
  await casework.returnPlan(supervisor, "Please add who goes along on the first day.");
  await home.toTask(worker, "Change the plan as the supervisor asks", BOY);
  await worker.page.getByText("Please add who goes along on the first day.").first().waitFor();
  await worker.look("loop-3-plan-returned");
  await casework.part(worker.page, "Plan").getByRole("button", { name: "Change the plan" }).click();
  await casework.fillGoals(worker, [{ text: "Goes to school every day", services: [{ service: "Enrolment in school", note: "The grandmother goes along." }] }]);
  await casework.savePlan(worker);
  await casework.submitPlan(worker);
  await home.toTask(supervisor, "Decide on the plan", BOY);
  await casework.approvePlan(supervisor, "Thank you.");
  await supervisor.look("loop-3-plan-approved");
});

/** The one who wrote a plan finds nothing to decide it with; nor does the server take their word. */
async function mustNotDecide(worker) {
  assert.equal(await worker.page.getByRole("radio", { name: /^Approve/ }).count(), 0);
  const session = await stage.region.signIn("uz", "worker");
  const file = await session.get(`/api${caseFile}`);
  const { id, version } = file.plans.at(-1);
  await assert.rejects(session.post(`/api/plans/${id}/decision`, { version, approve: true }), { status: 403 });
}

stage.step("4 serve, follow up: what was promised arrives, and somebody looks after it", async () => {
  const worker = await stage.as("worker");
  const waits = await home.openTasks(worker);
  await casework.toCase(worker, caseFile, "services");
  await casework.orderService(worker, "Enrolment in school", "Department of education");
  await casework.orderService(worker, "Catch-up classes", "Department of education");
  await casework.orderService(worker, "Psychosocial support", "Centre for psychological support");
  await casework.deliverService(worker, "Enrolment in school", "Class 2, from Monday.");
  await casework.refuseService(worker, "Catch-up classes", "The provider has no free place");
  await casework.planVisit(worker, today());
  await worker.look("loop-4-services");
  await casework.noteVisit(worker, "He likes his teacher.");
  await casework.toSurvey(worker);
  await worker.look("loop-4-survey");
  await casework.answerSurvey(worker);
  await worker.look("loop-4-case");

  const left = await home.openTasks(worker);
  assert.equal(left[0].group, "Overdue");
  await worker.page.reload();
  await worker.look("loop-4-home-worker");
  const mine = (lines) => lines.filter(({ whom }) => whom.includes(BOY)).map(({ what }) => what).sort();
  assert.deepEqual(mine(waits), [
    "Ask how the family fares, at the beginning", "Order: Catch-up classes", "Order: Enrolment in school", "Order: Psychosocial support"]);
  assert.deepEqual(mine(left), ["See that it arrives: Psychosocial support", "Visit the family"], "the next visit is planned with the last");
  await inRussian(worker, /^Здравствуйте/, "loop-4-home-worker-ru");
});

stage.step("5 close: a second person agrees, and opening again keeps the story", async () => {
  const [worker, supervisor] = await stage.all("worker", "supervisor");
  await casework.toCase(worker, caseFile, "closure");
  await casework.proposeClosure(worker, "The goals are met", "The school social worker knows the family.");
  assert.equal(await worker.page.getByRole("radio", { name: "Close the file" }).count(), 0);
  await home.toTask(supervisor, "Decide on closing the file", BOY);
  await supervisor.look("loop-5-decision");
  await casework.approveClosure(supervisor, "Good news.");
  await supervisor.look("loop-5-closed");
  await casework.reopenCase(supervisor, "The family asks for help with the school bus.");
  const told = (await casework.story(supervisor)).join("\n");
  for (const line of ["The file was opened again", "The file was closed", "The plan was returned for changes", "The case file was opened"]) {
    assert.ok(told.includes(line), line);
  }
  await supervisor.look("loop-5-reopened");
});

stage.step("6 count, check, release: two people sign for the year", async () => {
  const [coordinator, deputy] = await stage.all("coordinator", "coordinator2");
  annual = await returns.prepareReturn(coordinator, YEAR);
  await coordinator.page.getByText("Hidden: under 10").first().waitFor({ state: "attached" });
  await coordinator.look("loop-6-counted");
  await returns.signReturn(coordinator);
  assert.equal(await coordinator.page.getByRole("button", { name: "Sign", exact: true }).count(), 0, "a second person must sign");
  assert.equal(await coordinator.page.getByRole("button", { name: "Release", exact: true }).count(), 0);
  await returns.openReturn(deputy, annual);
  await returns.signReturn(deputy);
  await deputy.look("loop-6-signed");
  await returns.releaseReturn(deputy);
  await deputy.look("loop-6-released");
});

stage.step("7 receive, compare: everybody sees it, beside what others say", async () => {
  const [anybody, secretariat] = [await stage.as(null, { code: "council" }), await stage.as("secretariat", { code: "council" })];
  const { page } = anybody;
  await council.openFigures(anybody);
  await council.chooseReturn(anybody, { state: "Uzbekistan", year: YEAR });
  const shown = await page.getByRole("main").innerText();
  assert.match(shown, /754\s\+\s.*511\s\+\s.*381\s\+\s.*531\s=\s2,177/s);
  assert.match(shown, /more than 2,100/);
  assert.deepEqual((await council.claimsOf(anybody, "Kyrgyzstan")).map((text) => /\b5\d\d\b/.exec(text)[0]).sort(), ["511", "517", "544"]);
  await anybody.look("loop-7-public");
  await council.openReturn(anybody, { state: "Uzbekistan", year: YEAR });
  await page.getByText("Released by Uzbekistan").first().waitFor();
  await anybody.look("loop-7-return");
  await council.mustBeVerified(secretariat, { state: "Uzbekistan", year: YEAR });
  await secretariat.look("loop-7-received");
});

stage.step("8 decide, act: what the Council decides comes back as work, and the work as a report", async () => {
  const [secretariat, coordinator] = [await stage.as("secretariat", { code: "council" }), await stage.as("coordinator", { code: "kg" })];
  const session = "Tashkent, 14 May 2024";
  const title = "Open the outcome survey in two regions";
  await council.openSession(secretariat, { title: session, kind: "Plenary", host: "Uzbekistan", place: "Tashkent", on: "14.05.2024" });
  await council.addAgendaItem(secretariat, { title: "How families fare after a year", body: "What the first returns show." });
  const decision = await council.recordDecision(secretariat, {
    on: "14.05.2024",
    item: "1. How families fare after a year",
    english: "The members ask families how they fare, and share what they learn.",
    russian: "Члены Совета спрашивают семьи, как они живут, и делятся опытом.",
  });
  await council.addAction(secretariat, { decision, owner: "Kyrgyzstan", title, body: "Begin where the school year begins.", due: today(30) });
  await secretariat.look("loop-8-session");

  await home.mustBeAsked(coordinator, title, session);
  await coordinator.look("loop-8-asked");
  await home.report(coordinator, title, "Osh and Jalal-Abad have begun; 40 social workers are trained.");
  await coordinator.look("loop-8-reported");
  await council.mustHear(secretariat, title, "Osh and Jalal-Abad have begun");
  await secretariat.look("loop-8-heard");
});

/** Reads the page that is open in Russian, and goes back to English. */
async function inRussian(reader, title, name) {
  const { page } = reader;
  await page.getByLabel("Language").selectOption("ru");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await reader.look(name);
  await page.getByLabel("Язык").selectOption("en");
}
