// A whole session: convened, its agenda, invitations and delegations, who was there, minutes with comments, a site visit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import * as sessions from "./steps/sessions.mjs";

const TITLE = "Session of the journey";
const RUSSIAN = "Заседание для проверки пути";
const HEAD = "A Head of Delegation";

let secretariat, kg, uz, observer, path;
const stage = setStage({ programs: ["council"] }, async () => {
  [secretariat, kg, uz, observer] = await stage.all("secretariat", "focal.kg", "focal.uz", "observer");
});

test("a session is convened, with an agenda whose clock is computed", async () => {
  const { page } = secretariat;
  path = await sessions.convene(secretariat, { title: TITLE, russian: RUSSIAN, host: "Kyrgyzstan", place: "Bishkek", registration: true, open: true });
  await sessions.addItem(secretariat, { title: "Opening", russian: "Открытие", minutes: 30, owner: "Kyrgyzstan" });
  await page.getByText("09:30–10:00").waitFor();
  await sessions.addItem(secretariat, { title: "Reports of the members", russian: "Отчёты членов Совета", minutes: 60 });
  await page.getByText("10:00–11:00").waitFor();
  await sessions.addItem(secretariat, { title: "A collision", minutes: 30, starts: "10:30" });
  await page.getByText("An item would begin before the one in front of it ends.").waitFor();
  await page.getByLabel("Begins at").fill("11:15");
  await page.getByLabel("What is discussed").fill("What did not work");
  await page.getByRole("region", { name: "Agenda" }).getByRole("button", { name: "Add an agenda item" }).click();
  await page.getByText("11:15–11:45").waitFor();
  assert.deepEqual(await sessions.agendaOf(secretariat), [["09:30–10:00", "Opening"], ["10:00–11:00", "Reports of the members"], ["11:15–11:45", "What did not work"]]);
  await page.getByRole("button", { name: "Move down: Opening" }).click();
  await page.getByText("10:30–11:00").waitFor();
  assert.deepEqual((await sessions.agendaOf(secretariat))[0], ["09:30–10:30", "Reports of the members"]);
  await page.getByRole("button", { name: "Move up: Opening" }).click();
  await page.getByText("09:30–10:00").waitFor();
  await secretariat.look("sessions-convened");
});

test("bodies are invited and answer; delegations register their own, and nobody else reads the names", async () => {
  const { page } = secretariat;
  for (const state of ["Kyrgyzstan", "Uzbekistan"]) await sessions.invite(secretariat, state);
  await sessions.acceptInvitation(kg, path, "Kyrgyzstan");
  await sessions.register(kg, path, { name: HEAD, role: "Head of delegation", does: "Deputy minister", language: "Kyrgyz" });
  await sessions.register(kg, path, { name: "A Second Delegate", role: "Delegate", does: "Head of section" });
  await kg.look("sessions-registration-own");
  await sessions.register(uz, path, { name: "A Delegate From Elsewhere", role: "Delegate", does: "Adviser" });
  assert.equal(await uz.page.getByText(HEAD).count(), 0);
  await sessions.register(secretariat, path, { name: "An Observer", role: "Observer", does: "Programme officer", language: "English", delegation: "Organization for Security and Co-operation in Europe" });
  await page.getByText(HEAD).waitFor();
  await observer.page.goto(path);
  await observer.page.getByText("4 people are registered.").waitFor();
  assert.equal(await observer.page.getByRole("link", { name: "All who are registered" }).count(), 0);
  const asObserver = await stage.region.signIn("council", "observer");
  const seen = await asObserver.get(`/api${path}/registration`);
  assert.deepEqual([seen.delegates, seen.invitations, seen.counts.length], [[], [], 3]);
  const asUz = await stage.region.signIn("council", "focal.uz");
  await assert.rejects(asUz.post(`/api${path}/delegates`, { body: "kg", role: "delegate", name: "X", function: "Y", language: "ru" }), { status: 403 });
});

test("attendance counts persons, and the session is held", async () => {
  await secretariat.page.goto(`${path}/registration`);
  await sessions.tick(secretariat, HEAD);
  await sessions.tick(secretariat, "A Delegate From Elsewhere");
  await secretariat.look("sessions-attendance");
  await sessions.hold(secretariat, path);
  await secretariat.page.getByText("Held", { exact: true }).waitFor();
  await secretariat.page.getByText("2 attended.").waitFor();
});

test("minutes go to the delegations, are commented, answered, approved and corrected", async () => {
  const { page } = secretariat;
  await sessions.circulate(secretariat, path, {
    english: "The members met in Bishkek.\n\nThey shared what did not work.", russian: "Члены Совета собрались в Бишкеке.\n\nОни рассказали, что не получилось.", until: sessions.day(10) });
  await page.getByText("The delegations still have time to comment.").waitFor();
  const asObserver = await stage.region.signIn("council", "observer");
  await assert.rejects(asObserver.get(`/api${path}/minutes`), { status: 404 });
  await sessions.comment(kg, path, { paragraph: 2, text: "Say which practice it was." });
  await sessions.answerComment(secretariat, path, { who: "Kyrgyzstan", answer: "Not taken", reason: "The practice is not cleared yet." });
  await page.getByText("Reason: The practice is not cleared yet.").waitFor();
  await secretariat.look("sessions-minutes-comments");
  await sessions.nothingToSay(kg, path, "Kyrgyzstan");
  await kg.look("sessions-minutes-delegation");
  await sessions.nothingToSay(uz, path, "Uzbekistan");
  await page.reload();
  await page.getByRole("button", { name: "Approve the minutes" }).click();
  await page.getByText("Approved", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Change the draft" }).count(), 0);
  await page.getByRole("button", { name: "Add a correction" }).click();
  await page.getByLabel("Correction in English").fill("Read: in Bishkek and online.");
  await page.getByRole("button", { name: "Add the correction" }).click();
  await page.getByRole("heading", { name: /^Correction 1,/ }).waitFor();
  await observer.page.goto(`${path}/minutes`);
  await observer.page.getByText("They shared what did not work.").waitFor();
  assert.equal(await observer.page.getByText("Say which practice it was.").count(), 0);
  await secretariat.look("sessions-minutes-approved");
  assert.match(await sessions.readPdf(secretariat, `/api${path}/minutes.pdf?language=ru`), /Протокол[\s\S]*2\. Они рассказали, что не получилось\.[\s\S]*Исправление 1/);
});

test("the agenda stands on paper in both languages, and the session in calendars", async () => {
  const english = await sessions.readPdf(secretariat, `/api${path}/agenda.pdf?language=en`);
  assert.match(english, /Session of the journey[\s\S]*09:30–13:00 \(UTC\+5\)[\s\S]*1\s+09:30–10:00\s+Opening\s+Kyrgyzstan[\s\S]*3\s+11:15–11:45\s+What did not work/);
  const russian = await sessions.readPdf(secretariat, `/api/public${path}/agenda.pdf?language=ru`);
  assert.match(russian, /Заседание для проверки пути[\s\S]*2\s+10:00–11:00\s+Отчёты членов Совета/);
  assert.doesNotMatch(english + russian, new RegExp(HEAD));

  const anybody = await fetch(`${stage.region.url("council")}/api/public/calendar.ics?language=ru`).then((reply) => reply.text());
  const [event] = sessions.readCalendar(anybody).filter(({ SUMMARY }) => SUMMARY === RUSSIAN);
  const begins = new Date(`${sessions.day(0, true)}T09:30:00+05:00`).toISOString().replace(/[-:]|\.\d+/g, "");
  assert.deepEqual([event.DTSTART, event.STATUS, event.LOCATION], [begins, "CONFIRMED", "Bishkek"]);
  assert.ok(Number(event.SEQUENCE) > 0);
});

test("a feed has a secret address of its own, which can be renewed", async () => {
  const { page } = observer;
  await page.goto("/meetings");
  await page.getByRole("button", { name: "Make an address" }).click();
  const first = await page.locator("pre").innerText();
  await observer.look("sessions-calendar-link");
  const local = (address) => fetch(stage.region.url("council") + new URL(address).pathname);
  const events = sessions.readCalendar(await (await local(first)).text());
  assert.ok(events.some(({ SUMMARY }) => SUMMARY === TITLE));
  assert.ok(events.some(({ SUMMARY }) => SUMMARY === "Example: Meeting of the working groups"), "what only members may see");
  await page.getByRole("button", { name: "Renew the address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Renew the address" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal((await local(first)).status, 404);
  assert.equal((await local(await page.locator("pre").innerText())).status, 200);
});

test("a site visit is held only when its safeguards are kept and a second person says so", async () => {
  const { page } = secretariat;
  const visit = await sessions.convene(secretariat, { title: "Visit of the journey", russian: "Поездка для проверки пути", kind: "Site visit", host: "Kyrgyzstan", place: "Osh" });
  await sessions.hold(secretariat, visit);
  await page.getByText("Answer all safeguards of the visit, and have a second person confirm them.").waitFor();
  assert.equal(await sessions.keepAll(secretariat, "The visit"), 7);
  assert.equal(await page.getByRole("button", { name: "Confirm as the second person" }).count(), 0, "whoever answered does not confirm");
  await kg.page.goto(visit);
  await kg.page.getByRole("button", { name: "Confirm as the second person" }).click();
  await kg.page.getByText("Confirmed by a second person").waitFor();
  await kg.look("sessions-visit-confirmed");
  await sessions.hold(secretariat, visit);
  await page.getByText("Held", { exact: true }).waitFor();
});

test("everybody reads what is public, month by month", async () => {
  const anybody = await stage.reader(undefined, { language: "ru" });
  const { page } = anybody;
  await page.goto("/calendar?year=2024");
  await page.getByRole("link", { name: "Заседание 27 ноября 2024 года" }).waitFor();
  await anybody.look("sessions-calendar");
  await page.getByRole("link", { name: "Заседание 27 ноября 2024 года" }).click();
  await page.getByText("Second meeting of the Regional Expert Council").waitFor();
  await page.getByText("Second meeting of the working groups of the Regional Expert Council").waitFor();
  await anybody.look("sessions-public");
  const closed = await (await stage.region.signIn("council", "secretariat")).get("/api/meetings?kind=working_group");
  const example = closed.items.find(({ is_public }) => !is_public);
  assert.equal((await fetch(`${stage.region.url("council")}/api/public/meetings/${example.id}`)).status, 404);
});
