// Steps 7 and 8 of the loop, in English: the Council shows what was released, discusses, decides, and hears what was done.
import { readFileSync } from "node:fs";
import { until } from "../../region/region.mjs";
import { written } from "../browser.mjs";
import { menu } from "./people.mjs";
import { seatTwoStates } from "./sessions.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });
const card = (page, name) => page.getByRole("article", { name, exact: true });

/** What the sources say of one State on the public page, side by side: `["24.kg", "544", "As of 04.2025"]` each. */
export async function claimsOf({ page }, state) {
  const items = section(page, state).getByRole("listitem");
  await items.first().waitFor();
  return (await items.allInnerTexts()).map((text) => text.split("\n").map((line) => line.trim()).filter(Boolean));
}

/** Opens the public page: nobody needs to sign in. */
export async function openFigures(reader) {
  await reader.page.goto("/figures");
  await reader.page.getByRole("heading", { level: 1, name: "Home again in Central Asia" }).waitFor();
  await reader.page.getByRole("heading", { name: "What help reached them" }).waitFor();
  await reader.settle();
}

/** Chooses a State's return on the public page; its figures are there then. */
export async function chooseReturn({ page }, { state, year }) {
  const part = section(page, "What help reached them");
  await part.getByLabel("Year").selectOption(String(year));
  await part.getByLabel("State").selectOption({ label: state });
  await part.getByRole("link", { name: `${state} ${year}: all tables and files` }).waitFor();
}

/** Saves a chart in each of its forms. @returns {Promise<{ name: string, content: Buffer }[]>} */
export async function savePicture({ page }, title) {
  const files = [];
  for (const form of ["Picture (PNG)", "Drawing (SVG)", "Table (CSV)"]) {
    await page.getByRole("button", { name: new RegExp(`^Save.*${title}`) }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: form }).click()]);
    files.push({ name: file.suggestedFilename(), content: readFileSync(await file.path()) });
    await page.getByRole("menu").waitFor({ state: "detached" });
  }
  return files;
}

/** From the public page to all tables of the chosen return. Gives its address. */
export async function openReturn({ page }, { state, year }) {
  await section(page, "What help reached them").getByRole("link", { name: `${state} ${year}: all tables and files` }).click();
  await page.getByRole("heading", { level: 1, name: `${state}, return of ${year}` }).waitFor();
  return page.url();
}

/** The secretariat sees that a return came and that its signature holds. */
export async function mustBeVerified({ page }, { state, year }) {
  await menu(page).getByRole("link", { name: "Returns received" }).click();
  const part = section(page, `${state}, return of ${year}`).first();
  await part.getByText("Signature verified").waitFor();
  await part.getByText(`Signed with the key of ${state}`).waitFor();
}

/** Opens a session of one day. Gives its path. */
export async function openSession({ page }, { title, kind, host, place, on }) {
  await menu(page).getByRole("link", { name: "Sessions" }).click();
  await page.getByRole("link", { name: "Open a session" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: kind });
  await page.getByLabel("Host", { exact: true }).selectOption({ label: host });
  await page.getByLabel("Place").fill(place);
  await page.getByRole("textbox", { name: "First day" }).fill(on);
  await page.getByRole("button", { name: "Open a session" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Adds an item to the agenda of the session that is open. */
export async function addAgendaItem({ page }, { title, body = "" }) {
  const part = section(page, "Agenda");
  await part.getByRole("button", { name: "Add an agenda item" }).click();
  await part.getByLabel("What is discussed").fill(title);
  await part.getByLabel("More about it").fill(body);
  await part.getByRole("button", { name: "Add an agenda item" }).click();
  await part.getByRole("listitem").filter({ hasText: title }).waitFor();
}

/** Records a decision of the session that is open, after two States sat in its hall on that day. Gives its number. */
export async function recordDecision(reader, { on, item, english, russian }) {
  const { page } = reader;
  await section(page, "Decisions").getByText("delegates of at least two member States are ticked").waitFor();
  await seatTwoStates(reader, new URL(page.url()).pathname, on);
  const part = section(page, "Decisions");
  await part.getByRole("button", { name: "Record a decision" }).click();
  await part.getByLabel("Agenda item").selectOption({ label: item });
  await part.getByLabel("Text in English").fill(english);
  await part.getByLabel("Text in Russian").fill(russian);
  await part.getByRole("button", { name: "Record the decision" }).click();
  const decision = part.getByRole("article").filter({ hasText: english });
  await written(decision, russian).waitFor();
  return /[\d]+\/[\d]+/.exec(await decision.getByRole("heading").innerText())[0];
}

/** Adds an action to a decision that is in sight; it goes to its State. */
export async function addAction({ page }, { decision, owner, title, body = "", due }) {
  const part = card(page, `Decision ${decision}`);
  await part.getByRole("button", { name: `Add an action to decision ${decision}` }).click();
  await part.getByLabel("State", { exact: false }).selectOption({ label: owner });
  await part.getByRole("textbox", { name: "Due on" }).fill(due);
  await part.getByLabel("What is to be done").fill(title);
  await part.getByLabel("More about it").fill(body);
  await part.getByRole("button", { name: "Send to its owner" }).click();
  await part.getByRole("listitem").filter({ hasText: title }).filter({ hasText: owner }).waitFor();
}

/** What came back on an action, as the Council's page of actions tells it: its state and its reports, oldest first. */
export async function actionNow({ page }, title) {
  await menu(page).getByRole("link", { name: "Actions" }).click();
  const part = card(page, title);
  await part.waitFor();
  const reports = await part.locator("ol > li").allInnerTexts();
  const said = await part.innerText();
  return { state: ["Overdue", "Done", "Open"].find((word) => said.includes(word)), reports };
}

/** Waits until a report with these words has come back on an action. */
export function mustHear(reader, title, words) {
  return until(async () => {
    await reader.page.goto("/");
    await reader.settle();
    return (await actionNow(reader, title)).reports.some((report) => report.includes(words));
  }, `the report "${words}" on "${title}"`);
}
