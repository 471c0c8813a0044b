// What is noted beside the plan, as those who note it do.
import { readFileSync } from "node:fs";
import { written } from "../browser.mjs";
import { need, root } from "../packages.mjs";
import { part } from "./casework.mjs";

const { parse } = need("yaml");

const REFERENCE = /C-\d{4}-\d{5}/;

export const section = ({ page }, name) => part(page, name);

/** What this browser keeps of half-written notes, as it lies there. */
export async function keptOnDevice({ page }) {
  return page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("homeward.draft.")).map((name) => localStorage.getItem(name)));
}

/** Taps the answers of a visit. */
export async function tapVisit({ page }, { met, well, support, note }) {
  for (const who of met) await page.getByRole("checkbox", { name: who }).check();
  await page.getByRole("group", { name: "How is the family" }).getByRole("radio", { name: well }).check();
  await page.getByRole("group", { name: "Support" }).getByRole("radio", { name: support }).check();
  await page.getByLabel("In your words").fill(note);
}

/** Logs an incident of today on the open page of a case's notes. */
export async function logIncident(reader, { place, kind, what, done }) {
  const here = section(reader, "Stigma and bullying");
  await here.getByRole("button", { name: "Log an incident" }).click();
  await here.getByLabel("Where").selectOption({ label: place });
  await here.getByLabel("What was done to the person").selectOption({ label: kind });
  await here.getByLabel("What happened").fill(what);
  await here.getByLabel("What was done about it").fill(done);
  await here.getByRole("button", { name: "Log it" }).click();
  await written(here, what).waitFor();
}

/** Takes down a complaint on the page of a case's notes. Gives its reference. */
export async function complain(reader, { about, text }) {
  const here = section(reader, "Complaints and suggestions");
  await here.getByRole("button", { name: "Take down a complaint" }).click();
  await here.getByLabel("What it is about").selectOption({ label: about });
  await here.getByLabel("In the person's own words").fill(text);
  await here.getByRole("button", { name: "Save and get the reference" }).click();
  await reader.page.waitForURL(/\/complaints\/[^/]+$/);
  // The address changes before the page: for a moment the heading is still that of the notes.
  const heading = reader.page.getByRole("heading", { level: 1 }).filter({ hasText: REFERENCE });
  return REFERENCE.exec(await heading.innerText())[0];
}

export async function answerComplaint(reader, answer) {
  await reader.page.getByLabel("What the person is told").fill(answer);
  await reader.page.getByRole("button", { name: "Save the answer" }).click();
  await written(section(reader, "What became of it"), answer).waitFor();
}

/**
 * Asks every address of the contract that these ids fill, and gives those whose reply holds these words.
 *
 * ids     by the contract's own names: `{ case_id, note_id }`
 */
export async function textsThatReach({ page }, ids, words) {
  const { paths } = parse(readFileSync(`${root}api/node.yaml`, "utf8"));
  const readable = Object.keys(paths).filter((path) => paths[path].get);
  const filled = readable.map((path) => path.replace(/\{(\w+)\}/g, (whole, name) => ids[name] ?? whole)).filter((path) => !path.includes("{"));
  const addresses = [...filled, `/api/complaints?state=all&case=${ids.case_id}`, "/api/complaints?state=all", `/api/cases/${ids.case_id}/notes?limit=100`];
  return page.evaluate(async ({ addresses, words }) => {
    const reached = [];
    for (const address of addresses) {
      const text = await (await fetch(address)).text();
      if (text.includes(words)) reached.push(address);
    }
    return reached;
  }, { addresses, words });
}
