// Search, over real programs: found at once, in either script, by those who may read it and by nobody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import * as search from "./steps/search.mjs";

const NAME = "Oilalarni qoʻllab-quvvatlash markazi";

let focal, guest;
const stage = setStage({ programs: ["council"] }, async () => {
  const secretariat = await stage.reader("secretariat");
  await search.addBody(secretariat, {
    code: "oila-markazi", kind: "civil_society", country: "uz", note: "An example. Пример: помогает семьям и детям после возвращения.",
    name: { language: "uz", name: NAME },
  });
  focal = await stage.reader("focal.uz");
  guest = await stage.reader();
});

test("a new body is found at once, by its name in the other script and in another form", async () => {
  await search.searchFromHeader(focal, "оилаларга марказ");
  const [first] = await search.results(focal);
  assert.equal(first.title, NAME);
  assert.deepEqual(first.marked.slice(0, 2), ["Oilalarni", "markazi"]);
  await focal.look("search-results");
});

test("a Russian text is found by another form of its words, and the place is shown", async () => {
  await search.searchFor(focal, "семьями детям");
  await focal.page.getByText("помогает").first().waitFor();
  const found = (await search.results(focal)).find(({ title }) => title === NAME);
  assert.deepEqual(found.marked, ["семьям", "детям"]);
});

test("a phrase is exact, an unfinished word is not", async () => {
  await search.searchFor(focal, "\"quvvatlash markazi\"");
  assert.deepEqual((await search.results(focal)).map(({ title }) => title), [NAME]);
  await search.searchFor(focal, "\"markazi quvvatlash\"");
  await search.waitForNothing(focal, "\"markazi quvvatlash\"");
  await search.searchFor(focal, "quvvat");
  assert.ok((await search.results(focal)).some(({ title }) => title === NAME));
});

test("kind and State narrow it, and the address keeps them", async () => {
  await search.searchFor(focal, "oila");
  await search.results(focal);
  await focal.page.getByLabel("Kind").selectOption({ value: "body" });
  await focal.page.getByLabel("State").selectOption({ label: "Uzbekistan" });
  await focal.page.waitForURL(/kind=body.*state=uz/);
  await focal.page.reload();
  assert.deepEqual((await search.results(focal)).map(({ title }) => title), [NAME]);
  await focal.page.getByLabel("State").selectOption({ label: "Kazakhstan" });
  await search.waitForNothing(focal, "oila");
  await focal.page.getByRole("button", { name: "Search without filters" }).click();
  await search.results(focal);
  await focal.page.getByRole("link", { name: NAME }).click();
  await focal.page.getByRole("heading", { level: 1 }).filter({ hasText: "Oilalarni" }).waitFor();
});

test("a guest finds none of what is not open to all, and is told the way in", async () => {
  await guest.page.goto("/search?q=quvvatlash");
  await search.waitForNothing(guest, "quvvatlash");
  await guest.page.getByText("What is open to everybody. Whoever signs in finds more.").waitFor();
  await guest.page.locator("main").getByRole("link", { name: "Sign in to search further" }).waitFor();
  await guest.look("search-nothing");
  const refused = await fetch(`${stage.region.url("council")}/api/search?q=quvvatlash`);
  assert.equal(refused.status, 401);
});

test("whatever is typed gets an answer", async () => {
  await search.searchFor(guest, "\"*( AND NOT zqxv");
  await search.waitForNothing(guest, "\"*( AND NOT zqxv");
  await search.searchFor(guest, "🙂 ***");
  await search.waitForNothing(guest, "🙂 ***");
  const replies = await Promise.all(["%22%22%22", "a%20OR%20NEAR(", "%F0%9F%99%82", "a".repeat(1000), "body:x%20^y%20-z"].map(
    (words) => fetch(`${stage.region.url("council")}/api/public/search?q=${words}`)));
  assert.ok(replies.every(({ status }) => status === 200 || status === 422), String(replies.map(({ status }) => status)));
});

test("in Russian and in the dark it reads as well", async () => {
  const one = await stage.reader(undefined, { language: "ru", scheme: "dark" });
  await one.page.goto("/search?q=реабилитацию");
  await one.page.getByRole("heading", { level: 2, name: /^Найдено/ }).waitFor();
  await one.look("search-ru");
});
