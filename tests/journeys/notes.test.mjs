// What is noted beside the plan: a visit on a phone, a psychologist's sealed words, an incident, complaints and who may not read them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import { answerComplaint, complain, keptOnDevice, logIncident, section, tapVisit, textsThatReach } from "./steps/notes.mjs";
import { ask, openCase, part, personWithoutCase, planVisit, toCase } from "./steps/casework.mjs";

const WORDS = "What was said in confidence, unmistakable.";
let worker, supervisor, psychologist, address, caseId;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, psychologist] = await stage.all("worker", "supervisor", "psychologist");
  address = await openCase(worker, await personWithoutCase(worker));
  caseId = address.split("/").at(-1);
});
const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const inDays = (days) => new Intl.DateTimeFormat("ru", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Tashkent" }).format(Date.now() + days * 86_400_000);
const toNotes = async (reader) => {
  await reader.page.goto(`${address}/notes`);
  await reader.settle();
};

test("a planned visit is put off and falls out, and a word says why", async () => {
  await toCase(worker, address, "visits");
  await planVisit(worker, inDays(3));
  const here = part(worker.page, "Follow-up visits");
  await here.getByRole("button", { name: "Move or cancel" }).click();
  await here.getByLabel("New day").fill(inDays(5));
  await here.getByLabel("Why").selectOption({ label: "The family asked" });
  await worker.look("visit-move");
  await here.getByRole("button", { name: "Move to another day" }).click();
  await says(worker, "The visit is moved.");
  await here.getByText("Moved and cancelled").click();
  await here.getByText(/From .* to .*: The family asked/).waitFor();
  await here.getByRole("button", { name: "Move or cancel" }).click();
  await here.getByRole("radio", { name: "Cancel the visit" }).check();
  await here.getByLabel("Why").selectOption({ label: "The plan changed" });
  await here.getByRole("button", { name: "Cancel the visit" }).click();
  await says(worker, "The visit is cancelled.");
  assert.equal(await here.getByRole("link", { name: "Note this visit" }).count(), 0);
});

test("a visit is noted on a phone in taps; it survives a reload and a lost network, and is sent once", async () => {
  const { page, context } = worker;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${address}/visit`);
  await worker.settle();
  await tapVisit(worker, { met: ["Returnee", "Caregiver"], well: "Mixed", support: "Needed soon", note: "The roof leaks; the brother can mend it." });
  assert.equal(await page.getByLabel("Next visit").inputValue(), inDays(3), "the rule proposes the nearest day");
  await worker.look("visit-sheet");
  await page.waitForTimeout(400);
  const kept = await keptOnDevice(worker);
  assert.equal(kept.length, 1);
  assert.ok(!kept[0].includes("roof"), "what lies on the device is sealed");

  await page.reload();
  await says(worker, "What you had half written is here again.");
  assert.equal(await page.getByLabel("In your words").inputValue(), "The roof leaks; the brother can mend it.");
  assert.ok(await page.getByRole("group", { name: "How is the family" }).getByRole("radio", { name: "Mixed" }).isChecked());

  await context.setOffline(true);
  await page.getByRole("button", { name: "Save the visit" }).click();
  await says(worker, "There is no network. The note stays on this device");
  await worker.screenshot("visit-offline");
  await context.setOffline(false);
  await page.waitForURL(new RegExp(`${address}#visits`));
  await part(page, "Follow-up visits").getByText("The roof leaks; the brother can mend it.").waitFor();
  assert.deepEqual(await keptOnDevice(worker), [], "nothing stays once it is sent");

  // The same note sent again, as by a second tap that the page did not catch, is one note.
  const note = { request_id: "0190163d-8694-739b-aea5-966c26f8ad91", done_on: new Date().toISOString().slice(0, 10), kind: "phone", purpose: "service", met: [] };
  const first = await ask(worker, "POST", `/api${address}/visit-notes`, note);
  const second = await ask(worker, "POST", `/api${address}/visit-notes`, note);
  assert.equal(first.visit_id, second.visit_id);
});

test("signing out leaves nothing half-written on the device", async () => {
  const reader = await stage.reader("worker");
  const { page } = reader;
  await page.goto(`${address}/visit`);
  await reader.settle();
  await page.getByLabel("In your words").fill("Not meant for who finds this telephone.");
  await page.waitForTimeout(400);
  assert.equal((await keptOnDevice(reader)).length, 1);
  await page.getByRole("button", { name: "Social worker" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  await page.waitForTimeout(400);
  assert.deepEqual(await keptOnDevice(reader), []);
});

test("a draft is its writer's alone until it is saved", async () => {
  await toNotes(worker);
  await worker.look("notes-empty");
  const here = section(worker, "Notes and sessions");
  await here.getByRole("button", { name: "Write a note" }).click();
  await here.getByLabel("Text", { exact: true }).fill("The uncle asks for the school's address.");
  await here.getByRole("button", { name: "Keep as a draft" }).click();
  await here.getByText("Draft, seen by you alone").waitFor();
  await toNotes(supervisor);
  assert.equal(await supervisor.page.getByText("The uncle asks").count(), 0);
  await here.getByRole("button", { name: "Finish the draft" }).click();
  await here.getByRole("button", { name: "Save", exact: true }).click();
  await says(worker, "Saved.");
  await toNotes(supervisor);
  await says(supervisor, "The uncle asks for the school's address.");
});

test("a supervisor names a psychologist, whose words nobody else reads by any way", async () => {
  const circle = section(supervisor, "Who works with this person");
  await circle.getByRole("button", { name: "Name somebody" }).click();
  await circle.getByLabel("Whom").selectOption({ label: "Psychologist (Psychologist)" });
  await circle.getByRole("button", { name: "Name somebody" }).click();
  await circle.getByRole("button", { name: "End" }).waitFor();

  await psychologist.page.goto("/my-people");
  await psychologist.look("my-people");
  const row = psychologist.page.getByRole("row").filter({ has: psychologist.page.locator(`a[href="${address}"]`) });
  await row.getByRole("link", { name: /^Note a session/ }).click();
  await psychologist.settle();
  const mine = section(psychologist, "Notes and sessions");
  await mine.getByRole("radio", { name: "Came late" }).check();
  await mine.getByLabel("What the session was about").fill(WORDS);
  await psychologist.look("session-form");
  await mine.getByRole("button", { name: "Save", exact: true }).click();
  await mine.getByRole("paragraph").filter({ hasText: WORDS }).waitFor();
  await mine.getByRole("button", { name: "Change" }).first().click();
  await mine.getByLabel("What the session was about").fill(`${WORDS} And more.`);
  await mine.getByRole("button", { name: "Save", exact: true }).click();
  await mine.getByRole("button", { name: "What it said before" }).click();
  await mine.getByText(`Was: ${WORDS}`).waitFor();
  await psychologist.look("session-versions");

  await toNotes(supervisor);
  await says(supervisor, "The text is for the psychologist.");
  await says(supervisor, "Came late · Another session");
  await supervisor.look("notes-supervisor");
  const noteId = (await ask(psychologist, "GET", `/api${address}/notes`)).items.find(({ kind }) => kind === "session").id;
  for (const username of ["worker", "supervisor", "supervisor2", "coordinator", "dpo", "admin", "psychologist2", "registry"]) {
    const reached = await textsThatReach(await stage.as(username), { case_id: caseId, note_id: noteId, person_id: await personOf() }, "unmistakable");
    assert.deepEqual(reached, [], `${username} reads it`);
  }
});

async function personOf() {
  return (await ask(worker, "GET", `/api${address}`)).person.id;
}

test("an incident is logged, followed and closed", async () => {
  await toNotes(worker);
  await logIncident(worker, { place: "School", kind: "Names, insults", what: "A classmate called her names.", done: "The teacher was told." });
  const here = section(worker, "Stigma and bullying");
  await here.getByText("Names, insults: School").waitFor();
  await here.getByRole("button", { name: "Note what was done" }).click();
  await here.getByLabel("What was done").fill("The class talked about it.");
  await here.getByRole("radio", { name: "Close it" }).check();
  await here.getByLabel("How it ended").selectOption({ label: "It stopped" });
  await worker.look("incident");
  await here.getByRole("button", { name: "Note what was done" }).click();
  await here.getByText("Closed: It stopped").waitFor();
});

test("two who correct one incident see each other's words", async () => {
  await logIncident(worker, { place: "Online", kind: "Exposed in public", what: "A picture was shared.", done: "" });
  await toNotes(supervisor);
  const hers = section(worker, "Stigma and bullying"), theirs = section(supervisor, "Stigma and bullying");
  for (const each of [hers, theirs]) await each.getByRole("button", { name: "Correct" }).click();
  await hers.getByLabel("What happened").fill("A picture was shared by a neighbour.");
  await hers.getByRole("button", { name: "Log it" }).click();
  await written(hers, "A picture was shared by a neighbour.").waitFor();
  await theirs.getByLabel("What happened").fill("A picture was shared in a group.");
  await theirs.getByRole("button", { name: "Log it" }).click();
  await theirs.getByText("Somebody saved this meanwhile").waitFor();
  await theirs.getByRole("definition").filter({ hasText: "A picture was shared by a neighbour." }).waitFor();
  await supervisor.look("incident-meanwhile");
  await theirs.getByRole("button", { name: "Log it" }).click();
  await written(theirs, "A picture was shared in a group.").waitFor();
});

test("a complaint about a service is answered, asked after and taken further", async () => {
  await toNotes(worker);
  const reference = await complain(worker, { about: "A service", text: "The course has not begun." });
  await worker.look("complaint-worker");
  const receipt = await worker.page.evaluate(async () => {
    const reply = await fetch(document.querySelector('a[href*="/receipt?language=ru"]').href);
    return { type: reply.headers.get("content-type"), begins: (await reply.text()).slice(0, 5) };
  });
  assert.deepEqual(receipt, { type: "application/pdf", begins: "%PDF-" });
  await supervisor.page.goto("/complaints");
  await supervisor.look("complaints");
  await supervisor.page.getByRole("link", { name: reference }).click();
  await answerComplaint(supervisor, "It begins on Monday.");
  await supervisor.look("complaint-answered");
  await worker.page.reload();
  await worker.page.getByRole("radio", { name: "No", exact: true }).check();
  await worker.page.getByRole("button", { name: "Save", exact: true }).click();
  await says(worker, "The person was asked");
  await worker.page.getByRole("button", { name: "Take it to the coordinator" }).click();
  await worker.page.getByLabel("Why").fill("Monday passed.");
  await worker.page.getByRole("button", { name: "Take it to the coordinator" }).click();
  await says(worker, "Taken to the coordinator");
  const coordinator = await stage.as("coordinator");
  await coordinator.page.goto("/");
  await coordinator.page.getByRole("link", { name: `Answer ${reference}` }).click();
  await answerComplaint(coordinator, "A place in another course is ready today.");
});

test("nobody reads a complaint about themselves", async () => {
  await toNotes(worker);
  await complain(worker, { about: "A member of staff", text: "She never calls back, unmistakable." });
  await says(worker, "Its text is not for you");
  await worker.look("complaint-receipt-only");
  const id = worker.page.url().split("/").at(-1);
  assert.deepEqual(await textsThatReach(worker, { case_id: caseId, complaint_id: id, person_id: await personOf() }, "never calls back"), []);
  await supervisor.page.goto(`/complaints/${id}`);
  await says(supervisor, "She never calls back");
});

test("a programme sets its own term", async () => {
  const coordinator = await stage.as("coordinator");
  await coordinator.page.goto("/complaints");
  await coordinator.page.getByRole("button", { name: "Change the term" }).click();
  await coordinator.page.getByLabel("Days").fill("15");
  await coordinator.page.getByLabel("Law or decision it rests on").fill("Law on appeals of individuals and legal entities");
  await coordinator.page.getByRole("button", { name: "Change the term" }).click();
  await says(coordinator, "An answer is given within 15 days.");
  await coordinator.look("complaints-coordinator");
});

test("the pages speak Russian", async () => {
  const russian = await stage.reader("worker", { language: "ru" });
  for (const [path, name] of [[`${address}/visit`, "visit-ru"], [`${address}/notes`, "notes-ru"], ["/complaints?state=all", "complaints-ru"]]) {
    await russian.page.goto(path);
    await russian.look(name);
  }
});

test("nothing broke on the way", async () => {
  for (const reader of [worker, supervisor, psychologist]) await reader.mustBeClean();
});
