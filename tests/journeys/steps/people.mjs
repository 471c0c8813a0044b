// Steps 1 and 2 of the loop, as a coordinator does them: a list of arrivals comes in; people are found, compared, assigned.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { bin, root } from "../../region/region.mjs";

const words = JSON.parse(readFileSync(join(root, "web/src/i18n/en/people.json"), "utf8"));

/** The main navigation of a desktop. */
export const menu = (page) => page.getByRole("navigation", { name: "Main" });

/** The value beside a term in a list of facts: `Rows with a person` → `93`. */
export const fact = (page, term) =>
  page.locator("main dl > div").filter({ has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) }).locator("dd");

async function mustSay(page, facts) {
  for (const [term, value] of Object.entries(facts)) assert.equal(await fact(page, term).innerText(), String(value), term);
}

/** A tab of the preview, opened, with its rows there. */
async function openTab(page, name) {
  await page.getByRole("tab", { name }).click();
  await page.getByRole("tabpanel", { name }).waitFor();
}

/** How many people the register holds, as its page says. */
export async function registerTotal({ page }) {
  await page.goto("/people");
  const said = page.getByText(/^[\d,]+ (person|people)$/);
  await said.waitFor();
  return Number((await said.innerText()).replace(/\D/g, ""));
}

/** Sends a list of arrivals and comes to its preview. Gives the address of the draft. */
export async function sendList({ page }, { file, operation, asOf }) {
  await menu(page).getByRole("link", { name: "Arrivals", exact: true }).click();
  await page.getByLabel("List of arrivals").setInputFiles(file);
  await page.getByLabel("Operation").selectOption({ label: operation });
  assert.equal(await page.getByLabel("Date of arrival").inputValue(), asOf, "the operation brings its day");
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("heading", { level: 1, name: "Check the list" }).waitFor();
  return page.url();
}

/** The preview says of the list what is expected of it, in numbers. */
export const mustPreview = ({ page }, expected) =>
  mustSay(page, {
    "Rows with a person": expected.person_rows,
    Accepted: expected.accepted,
    "Accepted with a warning": expected.accepted_with_warning,
    Refused: expected.refused,
    Families: expected.families,
    "Under 18": expected.totals.accepted_rows.under_18,
    "18 and over": expected.totals.accepted_rows["18_and_over"],
  });

/** Each refused row is named with its row, its column and the reason. */
export async function mustRefuse({ page }, refusedRows) {
  await openTab(page, /^Refused/);
  const rows = page.getByRole("table", { name: "Refused" }).getByRole("row");
  for (const { row, column, reason } of refusedRows) {
    const line = rows.filter({ has: page.getByRole("rowheader", { name: String(row), exact: true }) });
    await line.getByText(`${column}: ${words.remark[reason]}`).waitFor();
  }
  assert.equal(await rows.count(), refusedRows.length + 1, "refused rows and the header");
}

/** The refused rows as a sheet, read again by Homeward itself: the same people, refused for the same reasons. */
export async function downloadRefused({ page }, expected, folder) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download the refused rows" }).click()]);
  const file = join(folder, "refused.xlsx");
  await download.saveAs(file);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  const { stdout } = await promisify(execFile)(join(bin, "homeward-node"), ["import", file, "--dry-run", "--json", "--as-of", expected.as_of]);
  const verdict = JSON.parse(stdout);
  const reasons = (rows) => rows.map(({ reason }) => reason).sort();
  assert.deepEqual(reasons(verdict.refused_rows), reasons(expected.refused_rows));
}

/** Says what a column holds; the list is read anew. */
export async function correctColumn({ page }, column, meaning) {
  await openTab(page, "Columns");
  const read = page.waitForResponse((reply) => reply.url().endsWith("/columns") && reply.ok());
  await page.getByLabel(`What column ${column} holds`).selectOption({ label: meaning });
  await read;
  await page.getByRole("row").filter({ hasText: `. ${column}` }).getByText("corrected").waitFor();
}

/** Decides that two rows are one person. */
export async function joinRows({ page }, a, b) {
  await openTab(page, /^Possible duplicates/);
  const pair = page.getByRole("region", { name: `Row ${a} – Row ${b}` });
  await pair.getByRole("radio", { name: "Yes, one person" }).check();
  return pair;
}

/** The pairs of rows that wait for a decision. */
export async function waitingPairs({ page }) {
  await openTab(page, /^Possible duplicates/);
  const titles = page.getByRole("tabpanel").getByRole("heading", { name: /^Row/ });
  await titles.first().waitFor();
  return titles.allInnerTexts();
}

/** Presses "Import" twice, as impatient people do. Gives how often the browser asked the server. */
export async function importTwiceClicked({ page }) {
  let asked = 0;
  const count = (request) => { if (request.url().endsWith("/commit")) ++asked; };
  page.on("request", count);
  await page.getByRole("button", { name: "Import", exact: true }).dblclick();
  await page.getByRole("heading", { level: 1, name: "The list is in the register" }).waitFor();
  page.off("request", count);
  return asked;
}

export const mustHaveImported = ({ page }, { made, joined, families, refused, undecided }) =>
  mustSay(page, { "People added": made, "Rows joined with someone": joined, "Families made": families, Refused: refused, "Duplicates to decide": undecided });

/** Searches the register; gives the names found. */
export async function search({ page }, text) {
  if (new URL(page.url()).pathname !== "/people") await menu(page).getByRole("link", { name: "Register" }).click();
  const answered = page.waitForResponse((reply) => reply.url().endsWith("/api/register/search") && reply.request().postDataJSON().query === text);
  await page.getByRole("searchbox", { name: "Search" }).fill(text);
  const { total, items } = await (await answered).json();
  await page.getByText(`${total} ${total === 1 ? "person" : "people"}`, { exact: true }).waitFor();
  return items.map(({ name }) => name);
}

/** Opens somebody's page from what the register shows. */
export async function openPerson({ page }, name) {
  await page.getByRole("table").getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Opens the family of the person whose page is open; gives its members. */
export async function openFamily({ page }) {
  await page.getByRole("main").getByRole("link", { name: /^Family/ }).click();
  await page.getByRole("heading", { level: 1, name: /^Family/ }).waitFor();
  return page.getByRole("table", { name: "Members of the family" }).getByRole("rowheader").allInnerTexts();
}

/** Opens a pair that waits under Duplicates, side by side. */
export async function openPair({ page }, name) {
  await menu(page).getByRole("link", { name: "Duplicates" }).click();
  await page.getByRole("link", { name: new RegExp(`^Compare .*${name}`) }).click();
  await page.getByRole("heading", { level: 1, name: "One person or two?" }).waitFor();
}

/** Decides that the open pair is two people; it does not wait any more. */
export async function keepApart({ page }) {
  await page.getByRole("button", { name: "Two people" }).click();
  await page.getByText("Noted: two people.").waitFor();
  await page.getByRole("heading", { level: 1, name: "Duplicates" }).waitFor();
}

/** Chooses a social worker, beside whose name stands how many files they carry. */
export async function chooseWorker(dialog, worker) {
  const choice = dialog.getByLabel("Social worker");
  const said = choice.locator("option").filter({ hasText: new RegExp(`^${worker}: \\d+ open`) });
  await choice.selectOption(await said.getAttribute("value"));
}

/** Makes somebody the social worker of the person whose page is open. */
export async function assign({ page }, worker) {
  await page.getByRole("button", { name: "Assign" }).click();
  const dialog = page.getByRole("dialog");
  await chooseWorker(dialog, worker);
  await dialog.getByRole("button", { name: "Assign" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await fact(page, "Social worker").innerText(), worker);
}
