// A whole session cycle with two delegations, an observer and the secretariat, through real programs: convened, papers,
// minutes, one decision stopped and one adopted under silence, an action and its State's report, a practice through its
// review, a training whose certificate anybody checks, and the annual report that tells of all of it.
import assert from "node:assert/strict";
import { until } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import * as decisions from "./steps/decisions.mjs";
import * as home from "./steps/home.mjs";
import * as learning from "./steps/learning.mjs";
import * as papers from "./steps/papers.mjs";
import * as practices from "./steps/practices.mjs";
import * as reports from "./steps/reports.mjs";
import * as sessions from "./steps/sessions.mjs";

const DAYS_LATER = 4;
const SESSION = "Plenary of the cycle";
const STOPPED = "Visits within one month";
const ADOPTED = "A shared list of school tutors";
const ACTION = "Name the tutors of two regions";
const PRACTICE = "Tutors who speak the child's language";
const COURSE = "Tutoring after years without school";
const TRAINEE = "A Tutor of Bishkek";

const stage = setStage({ programs: ["council", "kg"] });
let session, stopped, adopted, certificate;

stage.step("the secretariat convenes, sets the agenda and lays out a paper", async () => {
  const secretariat = await stage.as("secretariat");
  session = await sessions.convene(secretariat, { title: SESSION, russian: "Пленарное заседание цикла", host: "Kyrgyzstan", place: "Bishkek", registration: true, open: true });
  await sessions.addItem(secretariat, { title: "Opening", russian: "Открытие", minutes: 30, owner: "Kyrgyzstan" });
  await secretariat.page.getByText("09:30–10:00").waitFor();
  await sessions.addItem(secretariat, { title: "Schools and tutors", russian: "Школы и наставники", minutes: 60 });
  await secretariat.page.getByText("10:00–11:00").waitFor();
  await papers.add(secretariat, { name: "tutors.pdf", bytes: papers.pdf("What tutors need in the first term") }, { title: "Tutors in the first term" });
  await papers.mustBeRefused(secretariat, { name: "tutors.pdf", bytes: papers.pdf("A page", { catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }) }, "holds a script, a macro, a program or another file");
});

stage.step("two delegations and an observer take part", async () => {
  const [secretariat, kg, uz, observer] = await stage.all("secretariat", "focal.kg", "focal.uz", "observer");
  await secretariat.page.goto(session);
  for (const state of ["Kyrgyzstan", "Uzbekistan"]) await sessions.invite(secretariat, state);
  await sessions.acceptInvitation(kg, session, "Kyrgyzstan");
  await sessions.acceptInvitation(uz, session, "Uzbekistan");
  await sessions.register(kg, session, { name: "A Head of Delegation", role: "Head of delegation", does: "Deputy minister" });
  await sessions.register(uz, session, { name: "A Delegate", role: "Delegate", does: "Adviser" });
  await sessions.register(secretariat, session, { name: "An Observer", role: "Observer", does: "Programme officer", language: "English", delegation: "Organization for Security and Co-operation in Europe" });
  await secretariat.page.goto(`${session}/registration`);
  for (const name of ["A Head of Delegation", "A Delegate", "An Observer"]) await sessions.tick(secretariat, name);
  await sessions.hold(secretariat, session);
  await secretariat.page.getByText("3 attended.").waitFor();
  await observer.page.goto(session);
  await papers.paper(observer, "Tutors in the first term").waitFor();
  await observer.look("cycle-session-observer");
});

stage.step("the minutes are commented by the delegations and approved", async () => {
  const [secretariat, kg, uz, observer] = await stage.all("secretariat", "focal.kg", "focal.uz", "observer");
  await sessions.circulate(secretariat, session, { english: "The members spoke of tutors.", russian: "Члены Совета говорили о наставниках.", until: sessions.day(10) });
  await sessions.comment(kg, session, { paragraph: 1, text: "Say how many regions." });
  await sessions.answerComment(secretariat, session, { who: "Kyrgyzstan", answer: "Not taken", reason: "It is in the paper." });
  await sessions.nothingToSay(kg, session, "Kyrgyzstan");
  await sessions.nothingToSay(uz, session, "Uzbekistan");
  await secretariat.page.reload();
  await secretariat.page.getByRole("button", { name: "Approve the minutes" }).click();
  await secretariat.page.getByText("Approved", { exact: true }).waitFor();
  await observer.page.goto(`${session}/minutes`);
  await observer.page.getByText("The members spoke of tutors.").waitFor();
});

stage.step("two decisions go under silence, and one State stops one of them", async () => {
  const [secretariat, uz, observer] = await stage.all("secretariat", "focal.uz", "observer");
  adopted = await decisions.draft(secretariat, { title: ADOPTED, session: SESSION, texts: { English: "The members share a list of tutors.", Russian: "Члены Совета ведут общий список наставников." } });
  await decisions.beginSilence(secretariat, decisions.day(3));
  await decisions.mustBe(secretariat, "Under silence");
  stopped = await decisions.draft(secretariat, { title: STOPPED, session: SESSION, texts: { English: "Each family is visited within a month.", Russian: "Каждую семью посещают в течение месяца." } });
  await decisions.beginSilence(secretariat, decisions.day(3));
  await decisions.mustBe(secretariat, "Under silence");
  await uz.page.goto(stopped);
  await decisions.object(uz, { state: "Uzbekistan", reason: "A month is too short in the mountains." });
  await observer.page.goto(adopted);
  await observer.page.getByText("There is no such decision, or you may not see it.").waitFor();
});

stage.step("a practice goes from its State through two others and an expert to everybody", async () => {
  const [author, colleague, secretariat] = await stage.all("alternate.uz", "focal.uz", "secretariat");
  await practices.beginPractice(author, { title: PRACTICE });
  const path = await practices.saveDraft(author, { title: PRACTICE });
  await author.page.getByRole("button", { name: "Submit for clearance" }).click();
  await author.page.getByText("A second focal point of this State clears it.").waitFor();
  await colleague.page.goto(path);
  await colleague.page.getByRole("button", { name: "Clear for review" }).click();
  await colleague.page.getByText("In review").first().waitFor();
  for (const username of ["focal.kg", "focal.kz", "expert"]) {
    const reviewer = await stage.as(username);
    await practices.takeUpReview(reviewer, { title: PRACTICE });
    await practices.giveReview(reviewer, {});
  }
  await secretariat.page.goto(path);
  await secretariat.page.getByRole("button", { name: "Publish" }).click();
  await secretariat.page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await secretariat.page.getByText("Published on").waitFor();
  const anybody = await stage.as(null);
  await anybody.page.goto(path);
  await anybody.page.getByRole("heading", { level: 1, name: PRACTICE }).waitFor();
  await anybody.page.getByText("Reviewed by 2 other States and 1 expert.").waitFor();
});

stage.step("a training is held, and its certificate verified by who has the paper", async () => {
  const [secretariat, kg, anybody] = await stage.all("secretariat", "focal.kg", null);
  await learning.addCourse(secretariat, { english: COURSE, russian: "Наставничество после лет без школы" });
  const path = await learning.planTraining(secretariat, { course: COURSE, host: "Kyrgyzstan" });
  await learning.applyFor(kg, path, { name: TRAINEE, employer: "School No. 2" });
  await learning.acceptAndIssue(secretariat, path, TRAINEE);
  certificate = await learning.certificateOf(kg, path, TRAINEE);
  assert.equal(await learning.checkCertificate(anybody, certificate.code), "The certificate is valid");
  assert.match(await learning.compareName(anybody, TRAINEE), /This is the name/);
});

stage.step("the calendar adopts what nobody objected to, and nothing else", async () => {
  await stage.daysLater(DAYS_LATER);
  const secretariat = await stage.as("secretariat");
  await until(async () => (await (await stage.region.signIn("council", "secretariat")).get(`/api${adopted}`)).decision.number !== "", "the number");
  await secretariat.page.goto(adopted);
  await decisions.mustBe(secretariat, "Adopted");
  // The annual report names only what everybody may read.
  await secretariat.page.getByRole("button", { name: "Open to everybody" }).click();
  await secretariat.page.getByRole("dialog").getByRole("button", { name: "Open it" }).click();
  await secretariat.page.getByText("Everybody can read it now.").waitFor();
  await secretariat.page.goto(stopped);
  await decisions.mustBe(secretariat, "Silence broken");
});

stage.step("its action reaches the State, whose report comes back", async () => {
  const [secretariat, coordinator] = [await stage.as("secretariat"), await stage.as("coordinator", { code: "kg" })];
  await secretariat.page.goto(adopted);
  await decisions.addAction(secretariat, { owner: "Kyrgyzstan", title: ACTION, due: decisions.day(40) });
  await home.mustBeAsked(coordinator, ACTION, SESSION);
  await home.report(coordinator, ACTION, "Twelve tutors are named in Osh and Batken.");
  await secretariat.page.getByRole("link", { name: ACTION }).click();
  await secretariat.page.getByRole("heading", { level: 1, name: ACTION }).waitFor();
  const place = secretariat.page.url();
  await until(async () => {
    await secretariat.page.goto(place);
    await secretariat.settle();
    return (await secretariat.page.getByText("Twelve tutors are named in Osh and Batken.").count()) > 0;
  }, "the report at the Council");
  await secretariat.look("cycle-action-reported");
});

stage.step("the annual report tells of all of it, and everybody reads it", async () => {
  const [secretariat, anybody] = await stage.all("secretariat", null);
  const year = new Date(Date.now() + DAYS_LATER * 86_400_000).getUTCFullYear();
  await reports.openReport(secretariat, `Annual report ${year}`);
  await secretariat.page.getByRole("button", { name: "Draw all sections anew" }).click();
  await secretariat.page.getByText("Drawn anew").first().waitFor();
  await reports.release(secretariat);
  await reports.openReport(anybody, `Annual report ${year}`);
  await anybody.look("cycle-report");
  const text = reports.readBy(await reports.fileOf(anybody, "pdf"), "pdftotext", ["-layout"], ["-"]).replace(/\s+/g, " ");
  for (const words of [SESSION, ADOPTED, PRACTICE, COURSE]) assert.ok(text.includes(words), `the report says nothing of “${words}”`);
  assert.ok(!text.includes(STOPPED), "what was stopped is no decision");
  assert.ok(!text.includes(TRAINEE), "a report names no trainee");
});
