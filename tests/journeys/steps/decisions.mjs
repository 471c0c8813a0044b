// How decisions come about: drafted, laid under silence, objected to, revised; and what becomes of their actions.
import { written } from "../browser.mjs";
import { menu } from "./people.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });
const dialog = (page) => page.getByRole("dialog");

/** A day from today on as it is typed: 14.05.2027. Silences count in UTC. */
export const day = (plusDays) => new Date(Date.now() + plusDays * 86_400_000).toISOString().slice(0, 10).split("-").reverse().join(".");

/** Drafts a decision; languages beside English and Russian are ticked. Gives its path. */
export async function draft({ page }, { title, languages = [], texts, session }) {
  await menu(page).getByRole("link", { name: "Decisions" }).click();
  await page.getByRole("link", { name: "Draft a decision" }).click();
  await page.getByLabel("Working title").fill(title);
  if (session) await page.getByLabel("Session").selectOption({ label: session });
  for (const language of languages) await page.getByRole("checkbox", { name: language }).check();
  await write({ page }, texts);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Fills texts, by the name of their language. */
export async function write({ page }, texts) {
  for (const [language, text] of Object.entries(texts)) await page.getByLabel(`Text in ${language}`).fill(text);
}

/** Changes the draft that is open, or revises it after an objection. */
export async function revise({ page }, texts) {
  await page.getByRole("link", { name: /^(Change the draft|Revise the text)$/ }).click();
  await write({ page }, texts);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("region", { name: "Where it stands" }).waitFor();
}

/** Lays the draft that is open under silence until a day. */
export async function beginSilence({ page }, until) {
  const part = section(page, "Silence");
  await part.getByRole("button", { name: "Begin the silence" }).click();
  await part.getByRole("textbox", { name: "Last day of the silence" }).fill(until);
  await part.getByRole("button", { name: "Begin the silence" }).click();
}

/** Objects for the reader's State, after having been asked. */
export async function object({ page }, { state, reason }) {
  const part = section(page, "Silence");
  await part.getByLabel("Reason of the objection").fill(reason);
  await part.getByRole("button", { name: "Object", exact: true }).click();
  await dialog(page).getByText("The silence is broken at once.").waitFor();
  await dialog(page).getByRole("button", { name: `Object for ${state}` }).click();
  await section(page, "Silence").getByText(`Objection of ${state}`).waitFor();
}

/** What happened to the decision that is open, oldest first. */
export async function story({ page }) {
  const part = section(page, "What happened");
  await part.waitFor();
  return (await part.getByRole("listitem").allInnerTexts()).map((text) => text.split("\n")[0]);
}

/** The word of the decision that is open: Draft, Under silence, … */
export async function mustBe({ page }, state) {
  await section(page, "Where it stands").getByText(state, { exact: true }).first().waitFor();
}

/** Adds an action to the decision that is open. */
export async function addAction({ page }, { owner, title, due }) {
  const part = section(page, "Actions that follow");
  await part.getByRole("button", { name: /^Add an action to decision/ }).click();
  await part.getByLabel("State or body").selectOption({ label: owner });
  await part.getByRole("textbox", { name: "Due on" }).fill(due);
  await part.getByLabel("What is to be done").fill(title);
  await part.getByRole("button", { name: "Send to its owner" }).click();
  await part.getByRole("listitem").filter({ hasText: title }).waitFor();
}

/** Moves the day of the action that is open. */
export async function moveDue({ page }, { to, reason }) {
  const part = section(page, "What is asked");
  await part.getByRole("button", { name: "Move the day" }).click();
  await part.getByRole("textbox", { name: "Due on" }).fill(to);
  await part.getByLabel("Reason").fill(reason);
  await part.getByRole("button", { name: "Move it" }).click();
  await written(section(page, "Changes"), reason).waitFor();
}

/** Drops the action that is open. */
export async function drop({ page }, reason) {
  await page.getByRole("button", { name: "Drop the action" }).click();
  await dialog(page).getByLabel("Reason").fill(reason);
  await dialog(page).getByRole("button", { name: "Drop it" }).click();
  await section(page, "What is asked").getByText("Dropped", { exact: true }).waitFor();
}
