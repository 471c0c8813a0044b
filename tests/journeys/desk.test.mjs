// Every day: what each role sees first, the calendar and its feed, and where work waits.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { ask, planVisit } from "./steps/casework.mjs";

let worker, supervisor, psychologist, coordinator;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, psychologist, coordinator] = await stage.all("worker", "supervisor", "psychologist", "coordinator");
});
const section = ({ page }, name) => page.getByRole("region", { name });

/** What the page asked of the program while it came up. */
async function askedFor(reader, path) {
  const asked = [];
  const note = (request) => { if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(new URL(request.url()).pathname); };
  reader.page.on("request", note);
  await reader.page.goto(path);
  await reader.settle();
  reader.page.off("request", note);
  return asked;
}

stage.step("a worker's first page comes in one request, with the days and the tasks", async () => {
  const asked = await askedFor(worker, "/");
  assert.equal(asked.filter((path) => path === "/api/home").length, 1);
  assert.equal(asked.includes("/api/tasks"), false);
  await section(worker, "Your next seven days").waitFor();
  await worker.page.getByText(/things? waits? for you/).waitFor();
  await worker.look("home-worker");
});

stage.step("a supervisor sees who is behind, and a coordinator numbers alone", async () => {
  await supervisor.page.goto("/");
  const here = section(supervisor, "In your region");
  await section(supervisor, /^For your decision \(/).waitFor();
  await here.getByRole("link", { name: /no case file yet/ }).waitFor();
  await here.getByRole("table", { name: "Overdue, by worker" }).waitFor();
  await supervisor.look("home-supervisor");
  await coordinator.page.goto("/");
  await section(coordinator, "In the programme").getByRole("link", { name: "Where work waits" }).waitFor();
  await coordinator.look("home-coordinator");
  await psychologist.page.goto("/");
  await section(psychologist, "Your next seven days").waitFor();
  await psychologist.look("home-psychologist");
});

stage.step("who has no files sees what waits for their role, and no name beyond it", async () => {
  const [registry, school, dpo, admin] = await stage.all("registry", "school", "dpo", "admin");
  for (const [reader, what, name] of [
    [registry, section(registry, "Requests for documents").getByRole("listitem").first(), "home-registry"],
    [school, section(school, "Referrals").getByRole("row").nth(1), "home-provider"],
    [dpo, section(dpo, "On its way to the Council").getByRole("link", { name: /^Return for/ }), "home-dpo"],
    [admin, admin.page.getByText("Accounts are made on the server"), "home-admin"],
  ]) {
    await reader.page.goto("/");
    await what.waitFor();
    await reader.look(name);
    const { diary, arrivals, workers, reviews } = await reader.page.request.get(`${stage.region.url("uz")}/api/home`).then((reply) => reply.json());
    assert.deepEqual([diary, arrivals, workers, reviews], [[], [], [], []]);
  }
});

stage.step("a group of tasks opens to its end", async () => {
  const { page } = worker;
  await page.goto("/");
  const group = section(worker, /^Overdue \(/);
  const total = Number((await group.getByRole("heading", { level: 2 }).innerText()).match(/\d+/)[0]);
  const more = group.getByRole("button", { name: /^Show \d+ more: Overdue/ });
  await more.click();
  await group.getByRole("listitem").nth(Math.min(total, 60) - 1).waitFor();
});

stage.step("a visit that is planned stands in the calendar, as a list and on the month's leaf", async () => {
  const { page } = worker;
  const task = await worker.page.request.get(`${stage.region.url("uz")}/api/tasks?limit=200`).then((reply) => reply.json());
  const address = `/cases/${task.items.find(({ kind }) => kind !== "sit_on_panel").case_id}`;
  await page.goto(address);
  await worker.settle();
  const day = new Date().toISOString().slice(0, 10);
  await planVisit(worker, day.split("-").reverse().join("."));
  for (const kind of ["office", "phone", "school", "office", "phone"]) await ask(worker, "POST", `/api${address}/visits`, { due_on: day, kind });
  await page.goto("/calendar");
  await page.getByRole("heading", { name: /^Today: / }).waitFor();
  await page.getByRole("link", { name: "Visit, at home" }).first().waitFor();
  // Of the running month what is behind is folded away; on its first day nothing is.
  const { items, today } = await page.request.get(`${stage.region.url("uz")}/api/calendar?from=${day.slice(0, 8)}01&to=${day}`).then((reply) => reply.json());
  const behind = items.filter(({ on }) => on < today).length;
  if (behind > 0) await page.getByRole("button", { name: `Earlier in this month (${behind})` }).waitFor();
  await worker.look("calendar-list");
  await page.getByText("Month", { exact: true }).click();
  await page.getByRole("table").getByRole("link", { name: /^Visit, at home: / }).first().waitFor();
  await worker.look("calendar-month");
  // The day holds more than the leaf has room for.
  const entries = page.getByRole("table").getByRole("listitem");
  const shown = await entries.count();
  await page.getByRole("table").getByRole("button", { name: /^\+\d+ more on / }).first().click();
  await entries.nth(shown).waitFor();
  await page.getByRole("button", { name: "Later" }).click();
  await page.waitForURL(/month=\d{4}-\d{2}/);
});

stage.step("a calendar program reads the days by a secret address, and no name; a stopped address gives nothing", async () => {
  const { page } = worker;
  await page.goto("/calendar");
  await page.getByRole("button", { name: "Make an address" }).click();
  const url = await section(worker, "In your own calendar").getByRole("status").locator("pre").innerText();
  const path = new URL(url).pathname;
  await worker.look("calendar-feed");
  const read = () => fetch(`${stage.region.url("uz")}${path}`);
  const feed = await read();
  assert.match(feed.headers.get("content-type"), /^text\/calendar/);
  const text = (await feed.text()).replaceAll("\r\n ", "");
  assert.match(text, /SUMMARY:Visit · UZ-\d{4}-\d{5}/);
  const { items } = await page.request.get(`${stage.region.url("uz")}/api/calendar`).then((reply) => reply.json());
  for (const { person } of items) {
    if (person.name) assert.equal(text.includes(person.name), false, "a name in the feed");
    for (const part of person.name.split(" ")) assert.equal(part.length > 2 && text.includes(part), false, "a part of a name in the feed");
  }
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Make an address" }).waitFor();
  assert.equal((await read()).status, 404);
});

stage.step("where work waits is told in counts, with small ones withheld and no way to a person", async () => {
  const { page } = coordinator;
  await page.goto("/bottlenecks");
  await page.getByRole("table", { name: /Open files by step$/ }).waitFor();
  await coordinator.look("bottlenecks");
  const main = page.getByRole("main");
  assert.equal(await main.getByRole("link", { name: /UZ-\d{4}/ }).count(), 0);
  assert.equal(await main.locator('a[href^="/people/"], a[href^="/cases/"]').count(), 0);
  const all = await page.request.get(`${stage.region.url("uz")}/api/bottlenecks`).then((reply) => reply.json());
  for (const row of [...all.steps, ...all.approvals, ...all.registry, ...all.services, ...all.residential]) {
    const { count, median, p90 } = row.waiting;
    assert.ok(count === undefined || count >= all.fewest, "a small count is told");
    assert.ok((median === undefined && p90 === undefined) || count >= all.fewest_for_days, "days of a few are told");
  }
  const refused = await worker.page.request.get(`${stage.region.url("uz")}/api/bottlenecks`);
  assert.equal(refused.status(), 403);
});

stage.step("in Russian", async () => {
  const russian = await stage.as("coordinator2", { language: "ru" });
  await russian.page.goto("/bottlenecks");
  await russian.page.getByRole("heading", { level: 1, name: "Где работа стоит" }).waitFor();
  await russian.look("bottlenecks-ru");
  const second = await stage.as("worker2", { language: "ru" });
  await second.page.goto("/calendar");
  await second.page.getByRole("heading", { level: 1, name: "Календарь" }).waitFor();
  await second.look("calendar-ru");
  await second.page.goto("/");
  await second.look("home-ru");
});
