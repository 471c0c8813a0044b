// Arrive and identify, in a browser: a list comes in, people are found, compared, assigned, changed and taken out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { root } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import { chooseWorker } from "./steps/people.mjs";

const LIST = `${root}/tests/data/arrivals/uz_mehr_arrivals.xlsx`;

let coordinator, worker;
const stage = setStage({ programs: ["uz"] }, async () => {
  coordinator = await stage.reader("coordinator");
  worker = await stage.reader("worker", { language: "ru", scheme: "dark" });
});

/** How many people the page that is open says there are. */
const people = async (page) => Number(/\d+/.exec(await page.locator("main [role=status]").filter({ hasText: /\d/ }).first().innerText())?.[0]);

test("a list is read, a column corrected, pairs decided, and nothing is stored before", async () => {
  const { page } = coordinator;
  await page.goto("/arrivals");
  await coordinator.look("people-arrivals");
  await page.locator("input[type=file]").setInputFiles(LIST);
  await page.getByLabel("Operation").selectOption("uz-mehr-5");
  assert.equal(await page.getByLabel("Date of arrival").inputValue(), "30.04.2021");
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.waitForURL(/\/arrivals\/.+/);
  await coordinator.look("people-draft");

  const tab = (name) => page.getByRole("tab", { name });
  assert.match(await tab("All rows").innerText(), /93/);
  assert.match(await tab("Refused").innerText(), /8/);
  await tab("Refused").click();
  await page.getByText("Дата рождения: there is no such day").first().waitFor();
  await coordinator.look("people-draft-refused");

  await tab("Columns").click();
  await page.getByLabel("What column Телефон holds").selectOption("note");
  await page.getByText("corrected").waitFor();
  await page.getByLabel("What column Телефон holds").selectOption("phone");
  await coordinator.look("people-draft-columns");

  await tab("Possible duplicates").click();
  const pair = page.locator("section", { has: page.getByRole("heading", { name: "Row 32 – Row 95" }) }).last();
  await pair.getByText("same document number").waitFor();
  await pair.getByLabel("Yes, one person").check();
  await coordinator.look("people-draft-duplicates");
  await page.getByText("2 pairs are left open.").waitFor();

  assert.equal(await registered(), 531);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("link", { name: "To the register" }).waitFor();
  await coordinator.look("people-draft-done");
  assert.equal(await registered(), 531 + 84);
});

test("the refused rows come back as a workbook", async () => {
  const { page } = coordinator;
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the refused rows" }).click();
  const bytes = await readFile(await (await coming).path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
});

test("an operation that is not in the list is added, corrected, and then has its list of arrivals", async () => {
  const { page } = coordinator;
  await page.goto("/arrivals");
  await page.getByRole("link", { name: "Add it" }).click();
  await page.getByRole("heading", { name: "A new operation or stage" }).waitFor();
  await page.getByLabel(/^Operation/).selectOption("mehr");
  await page.getByLabel(/^Stage/).fill("5");
  await page.getByLabel(/^Name/).fill("Mehr-6");
  await page.getByLabel(/^Date/).fill("10.06.2021");
  await page.getByLabel(/^Place/).fill("Tashkent");
  await page.getByLabel(/^Source/).fill("Decision of 2 June 2021");
  await page.getByRole("button", { name: "Add an operation" }).click();
  await page.getByText("The operation has this stage already.").waitFor();
  await coordinator.look("people-operation-new");
  await page.getByLabel(/^Stage/).fill("6");
  await page.getByRole("button", { name: "Add an operation" }).click();
  await page.waitForURL(/\/operations\/uz-mehr-6$/);

  await page.getByRole("button", { name: "Correct" }).click();
  await page.getByLabel(/^Place/).fill("Termez");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/: Mehr-6, 6, 10\.06\.2021, Termez/).waitFor();
  await page.getByText(/: Mehr-6, 6, 10\.06\.2021, Tashkent/).waitFor();
  await coordinator.look("people-operation");

  await page.getByRole("link", { name: "Send its list of arrivals" }).click();
  await page.waitForURL(/\/arrivals\?operation=uz-mehr-6$/);
  await page.locator("option[value='uz-mehr-6']:checked").waitFor({ state: "attached" });
  assert.equal(await page.getByLabel("Date of arrival").inputValue(), "10.06.2021");

  await page.goto("/operations");
  await page.getByRole("link", { name: "Mehr-6" }).waitFor();
  await coordinator.look("people-operations");
  await page.getByRole("link", { name: "Mehr-5" }).click();
  await page.getByText("It came with the program").waitFor();
  assert.equal(await page.getByRole("button", { name: "Correct" }).count(), 0);

  await page.goto("/people");
  await page.getByLabel("Operation").locator("option[value='stage:uz-mehr-6']").waitFor({ state: "attached" });
});

test("somebody is found in three scripts, and no name stands in the address", async () => {
  const { page } = coordinator;
  await page.goto("/people");
  for (const text of ["Shodmonova Xadicha", "шодмонова хадича", "شودمونوفا"]) {
    await page.getByRole("searchbox").fill(text);
    await page.getByRole("link", { name: "Шодмонова Хадича Бахромовна" }).first().waitFor();
    assert.doesNotMatch(decodeURIComponent(page.url()), /shodm|шодм|شودم/i);
  }
  await coordinator.look("people-search");
  await page.getByRole("link", { name: "Шодмонова Хадича Бахромовна" }).first().click();
  await page.getByText("Shodmonova Xadicha Bahromovna").waitFor();
  await coordinator.look("people-person");
  await page.getByRole("link", { name: /^Family UZ-F-/ }).click();
  await page.getByText("Head of the family").first().waitFor();
  await coordinator.look("people-family");
});

test("an estimated birth date is shown as such", async () => {
  const { page } = coordinator;
  await page.goto("/people?operation=stage%3Auz-mehr-5");
  await page.getByRole("searchbox").fill("Арзикулов");
  await page.getByText(/about \d{4}/).first().waitFor();
  await coordinator.look("people-estimated");
});

test("two records are compared and joined", async () => {
  const { page } = coordinator;
  await page.goto("/duplicates");
  await coordinator.look("people-duplicates");
  await page.getByRole("link", { name: /^Compare .*Kadirova|^Compare .*Кадирова/ }).first().click();
  await coordinator.look("people-duplicate");
  const before = await registered();
  await page.getByRole("button", { name: "Join the records" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await coordinator.look("people-join");
  await dialog.getByRole("button", { name: "Join the records" }).click();
  await page.waitForURL(/\/duplicates$/);
  assert.equal(await registered(), before - 1);
});

test("a social worker sees their own people, and one more once assigned", async () => {
  await worker.page.goto("/people");
  await worker.look("people-worker");
  const before = await people(worker.page);
  assert.ok(before > 0 && before < 531);

  const { page } = coordinator;
  await page.goto("/people?region=UZ-FA&worker=nobody");
  await page.locator("main tbody a").first().click();
  await page.getByRole("button", { name: "Assign" }).click();
  await chooseWorker(page.getByRole("dialog"), "Social worker");
  await coordinator.look("people-assign");
  await page.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  await worker.page.reload();
  await worker.settle();
  assert.equal(await people(worker.page), before + 1);
});

test("a change made on an old copy is refused with words, never lost or overwritten", async () => {
  const { page } = coordinator;
  await page.goto("/people?region=UZ-FA");
  await page.locator("main tbody a").first().click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await coordinator.settle();
  const address = page.url();
  await page.goto(`${address}/edit`);
  await page.getByLabel("District").fill("Янги Риштан"); // where nobody of the demo lives
  await coordinator.look("people-edit");

  const person = await (await page.request.get(`${stage.region.url("uz")}/api/persons/${address.split("/").pop()}`)).json();
  const colleague = await stage.region.signIn("uz", "coordinator2");
  await colleague.ask("PATCH", `/api/persons/${person.id}`, { version: person.version, district: "Янги Кува" });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("A colleague has saved this record in the meantime").waitFor();
  const district = page.locator("main section").filter({ hasText: "District" });
  await district.getByText("Янги Кува").waitFor();
  assert.deepEqual(await district.locator("dd").allInnerTexts(), ["Янги Риштан", "Янги Кува"]);
  await coordinator.look("people-meanwhile");
  await page.getByRole("button", { name: "Keep mine and go on" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(address);
  await page.getByText("Янги Риштан").waitFor();
});

test("somebody who came alone is added, after a look at who resembles them", async () => {
  const { page } = coordinator;
  await page.goto("/people/new");
  await coordinator.settle();
  await page.getByLabel("Family name").fill("Shodmonova");
  await page.getByLabel("Given name").fill("Xadicha");
  await page.getByLabel("Patronymic or father's name").fill("Bahromovna");
  await page.getByLabel("Female").check();
  await page.getByLabel("Year").fill("1991");
  await coordinator.look("people-new");
  await page.getByRole("button", { name: "Check and add" }).click();
  await page.getByRole("heading", { name: "May be in the register already" }).waitFor();
  await coordinator.look("people-lookalikes");
  await page.getByRole("button", { name: "It is somebody else: add" }).click();
  await page.getByRole("heading", { level: 1, name: "Shodmonova Xadicha Bahromovna" }).waitFor();
});

test("the register is taken out for a reason, whole to its last row", async () => {
  const { page } = coordinator;
  await page.goto("/people?region=UZ-FA");
  await coordinator.settle();
  const shown = await people(page);
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("CSV, for any program").check();
  await dialog.getByLabel("What is it for?").selectOption("reporting");
  await coordinator.look("people-export");
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const csv = await readFile(await (await coming).path(), "utf8");
  assert.match(csv.trimEnd().split("\r\n").at(-1), new RegExp(`^Rows in all,${shown}`));
});

test("no page broke the contract or complained", async () => {
  await coordinator.mustBeClean();
  await worker.mustBeClean();
});

/** How many people the coordinator's register holds. */
async function registered() {
  const reader = await stage.region.signIn("uz", "coordinator2");
  return (await reader.post("/api/register/search", { limit: 1 })).total;
}
