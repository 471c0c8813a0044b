// Count, check, release: two people of Uzbekistan make the year's return, and the Council shows it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assertFits } from "../protocol/schemas.mjs";
import { rows, until } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import { breakReturn, openReturn, prepareReturn, releaseReturn, showByHand, signReturn } from "./steps/returns.mjs";

let coordinator, deputy;
const year = new Date().getFullYear();
const stage = setStage({ programs: ["uz", "council"] }, async () => {
  [coordinator, deputy] = await stage.all("coordinator", "coordinator2");
});

const released = async () => (await (await fetch(`${stage.region.url("council")}/api/public/releases`)).json()).items;
const shows = (reader, text) => reader.page.getByText(text).first().waitFor();

test("the demo's return of last year is with the Council, and can be read", async () => {
  await until(async () => (await released()).some((each) => each.state === "uz" && each.year === year - 1), "the demo's return at the Council");
  await coordinator.page.goto("/returns");
  await coordinator.look("returns");
  await coordinator.page.getByRole("link", { name: `Return for ${year - 1}` }).click();
  await coordinator.settle();
  await shows(coordinator, "Received by the Council, with its signed receipt");
  await coordinator.look("return-released");
});

test("a year is counted, its definitions are one click away, and what is hidden says why", async () => {
  const { page } = coordinator;
  await page.goto("/returns");
  await coordinator.settle();
  await page.getByRole("link", { name: `What the return for ${year} counts` }).click();
  await page.getByRole("heading", { level: 2, name: "Children in school" }).waitFor();
  await coordinator.settle();
  await coordinator.mustBeAccessible();
  await prepareReturn(coordinator, year);
  const table = page.getByRole("table", { name: "People who came home, by: Operation, Sex, Age" });
  assert.equal(await table.getByRole("row").last().getByRole("cell").last().textContent(), "531");
  await page.getByRole("combobox", { name: "Lines" }).selectOption("Age");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("Mehr-4");
  assert.equal(await table.getByRole("row").last().getByRole("cell").last().textContent(), "24");
  await table.getByText("Hidden: under 10").first().waitFor({ state: "attached" });
  await coordinator.look("return-draft");
  await page.goto("/returns");
  await shows(coordinator, "Counted anew");
});

test("before it is counted, the adviser tells what the chosen tables would hide, and what coarser ones would", async () => {
  const { page } = coordinator;
  await page.goto("/returns");
  await coordinator.settle();
  await page.getByText("Choose tables").click();
  await page.getByRole("button", { name: "What would this hide?" }).click();
  await page.getByText("those hidden beside them are an estimate").waitFor();
  const cost = page.getByRole("row", { name: /^People who came home/ }).getByText(/^hides about \d+/).first();
  await cost.waitFor();
  const share = async () => Number(/(\d+)/.exec(await cost.textContent())[1]);
  const before = await share();
  await coordinator.look("return-advice");
  await page.getByRole("checkbox", { name: "People who came home: Age" }).uncheck();
  await cost.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "What would this hide?" }).click();
  await cost.waitFor();
  assert.ok((await share()) < before, "without ages less is hidden");
});

test("who signs tries to break it: as it stands it holds, with a figure shown by hand it does not, and it is mended", async () => {
  const { page } = coordinator;
  await prepareReturn(coordinator, year);
  await breakReturn(coordinator);
  await shows(coordinator, "It holds");
  await shows(coordinator, "A household that knows its own members");
  await shows(coordinator, "With every earlier release at hand");
  await coordinator.look("return-holds");
  await showByHand(coordinator, "Documents restored", "Hidden: under");
  await page.getByRole("button", { name: "Try with 1 figure shown" }).click();
  await page.getByText("Refused: small figures would be opened").waitFor({ timeout: 60_000 });
  await coordinator.look("return-refused");
  await page.getByRole("button", { name: "Hide them again" }).click();
  await page.getByRole("button", { name: "Try to break it" }).waitFor();
  await page.getByRole("combobox", { name: "Beside the figures" }).selectOption("what an outsider can work out");
  await page.getByText(/^\d+ to \d+$/).first().waitFor({ timeout: 60_000 });
  await coordinator.look("return-outside");
  await page.getByRole("combobox", { name: "Beside the figures" }).selectOption("what was released last");
  await page.getByText(/ on 31\.12\.\d{4}$/).first().waitFor();
  await coordinator.look("return-changes");
});

test("one person signs once, another signs too, then it is released and the Council shows it", async () => {
  const path = await prepareReturn(coordinator, year);
  await signReturn(coordinator);
  await shows(coordinator, "You have signed. A second person must sign before the return can be released.");
  assert.equal(await coordinator.page.getByRole("button", { name: /^(Sign|Release)$/ }).count(), 0);

  await openReturn(deputy, path);
  assert.equal(await deputy.page.getByRole("button", { name: "Release", exact: true }).count(), 0);
  await signReturn(deputy);
  await releaseReturn(deputy);
  await deputy.mustBeAccessible();
  assert.ok((await released()).some((each) => each.state === "uz" && each.year === year));

  await openReturn(coordinator, path);
  await shows(coordinator, "Received by the Council, with its signed receipt");
  assert.equal(await coordinator.page.getByRole("button", { name: /^(Sign|Release)$/ }).count(), 0);
});

test("what was released is what api/exchange.yaml says, and names its signers by role alone", async () => {
  const payloads = await rows(stage.region.database("uz"), "SELECT payload FROM annual_returns WHERE released_at IS NOT NULL");
  assert.ok(payloads.length >= 2);
  for (const { payload } of payloads) {
    assertFits("Release", JSON.parse(payload));
    assert.deepEqual(JSON.parse(payload).sign_offs.map(({ role }) => role), ["coordinator", "coordinator"]);
  }
});

test("the tables download as a file in which hidden figures are marked and not explained", async () => {
  const { page } = coordinator;
  await page.getByRole("button", { name: /^Download: Return for/ }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /^CSV One line/ }).click()]);
  assert.equal(file.suggestedFilename(), `return-UZ-${year}.csv`);
  const lines = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  assert.match(lines[0], /^\ufeffstate,year,reference_date,table,.*,outcome,value,status$/);
  assert.ok(lines.some((line) => line.endsWith(",,hidden")));
  assert.ok(lines.slice(1).every((line) => /,(\d+,shown|,hidden)$/.test(line)));
});

test("a released return is corrected with a reason that everybody reads, and withdrawn by two people", async () => {
  const { page } = coordinator;
  await page.goto("/returns");
  await coordinator.settle();
  await page.getByRole("textbox", { name: /^Why the released return is corrected/ }).fill("A flight was entered twice.");
  const corrected = await prepareReturn(coordinator, year, "A flight was entered twice.");
  await shows(coordinator, "Reason: A flight was entered twice.");
  await signReturn(coordinator);
  await openReturn(deputy, corrected);
  await signReturn(deputy);
  await releaseReturn(deputy);

  await openReturn(coordinator, corrected);
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.getByRole("textbox", { name: /^Reason/ }).fill("The register is being checked.");
  await page.getByRole("button", { name: "Ask to withdraw" }).click();
  await shows(coordinator, "asks to withdraw this return");
  assert.equal(await page.getByRole("button", { name: "Confirm the withdrawal" }).count(), 0);
  await openReturn(deputy, corrected);
  await deputy.page.getByRole("button", { name: "Confirm the withdrawal" }).click();
  await deputy.page.getByRole("dialog").getByRole("button", { name: "Withdraw the return" }).click();
  await shows(deputy, "Withdrawn on");
  await deputy.look("return-withdrawn");
});

test("a data protection officer may sign and counts nothing; a social worker sees no returns", async () => {
  const officer = await stage.reader("dpo");
  await officer.page.goto("/returns");
  await officer.settle();
  assert.equal(await officer.page.getByRole("heading", { name: "Count a year" }).count(), 0);
  await officer.page.getByRole("link", { name: `Return for ${year}` }).last().click();
  await officer.settle();
  await shows(officer, "Counted anew");
  await officer.mustBeClean();
  const worker = await stage.reader("worker");
  assert.equal(await worker.page.getByRole("link", { name: "Annual returns" }).count(), 0);
  assert.equal((await worker.page.request.get("/api/returns")).status(), 403);
});

test("it reads in Russian", async () => {
  const { page } = coordinator;
  await page.evaluate(() => localStorage.setItem("homeward.language", "ru"));
  for (const [name, path] of [["returns-ru", "/returns"], ["return-ru", new URL(page.url()).pathname]]) {
    await openReturn(coordinator, path);
    await coordinator.look(name);
  }
  await page.getByRole("heading", { level: 1, name: `Отчёт за ${year} год` }).waitFor();
});

test("no page complained, and no reply broke the contract", async () => {
  await coordinator.mustBeClean();
  await deputy.mustBeClean();
});
