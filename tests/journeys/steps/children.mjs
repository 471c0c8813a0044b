// What people do on the page of a child: who cares, what is best, whom to look for, how to stay in touch.
import { part } from "./casework.mjs";

/** Comes to a child's page. */
export async function toChild({ page }, address) {
  await page.goto(`${address}/child`);
  await part(page, "Best interests").waitFor();
}

/** Opens a form of a part by its button, fills it, and sends it. Lists are chosen by their words, the rest is typed. */
export async function fill({ page }, within, button, { choose = {}, type = {}, tick = [], send = "Save" }) {
  const here = part(page, within);
  await here.getByRole("button", { name: button, exact: true }).first().click();
  for (const [label, choice] of Object.entries(choose)) await here.getByRole("combobox", { name: label, exact: true }).selectOption({ label: choice });
  for (const choice of tick) await here.getByLabel(choice, { exact: true }).check();
  for (const [label, text] of Object.entries(type)) await here.getByRole("textbox", { name: label, exact: true }).fill(text);
  const form = here.locator("form");
  await form.getByRole("button", { name: send, exact: true }).click();
  await form.waitFor({ state: "detached" });
}

const ANSWERS = {
  "What does the child wish? In the child's own words": "I want to be with my grandmother. She makes the bread I know.",
  "How old is the child, and how much do they understand?": "Nine; understands what is decided.",
  "To whom in the family is the child tied, and who is tied to them?": "To the grandmother, who asked for the child.",
  "Is the child safe, where they are and where they would go?": "Yes, in both places.",
  "What should go on: language, school, faith, friends, brothers and sisters?": "The language spoken at home.",
  "Which other ways are there, and what speaks for and against each?": "A foster family, who are strangers to the child.",
  "What is recommended?": "Guardianship of the grandmother.",
  "Who took part?": "The child, the grandmother, the social worker.",
};

/** Writes the paper of a kind about the child's best interests; without those questions, when some are left out. answers: by question */
export async function writeInterests(reader, kind, { without = [], answers = ANSWERS } = {}) {
  const type = Object.fromEntries(Object.entries(answers).filter(([question]) => !without.includes(question)));
  await fill(reader, "Best interests", "Begin an assessment or a report", { choose: { "Which one": kind }, type });
}

/** What waits for the reader about the person with this code. */
export async function tasksOf({ page }, code) {
  return page.evaluate(async (code) => {
    const found = [];
    for (let cursor = ""; cursor !== undefined;) {
      const { items, next } = await (await fetch(`/api/tasks?limit=200${cursor && `&cursor=${cursor}`}`)).json();
      found.push(...items.filter(({ person }) => person.code === code));
      cursor = next;
    }
    return found;
  }, code);
}

/** Gives an opinion on the panel about the person with this code. */
export async function sitOnPanel(reader, code, opinion, reason, between = () => {}) {
  const { page } = reader;
  const seat = (await tasksOf(reader, code)).find(({ kind }) => kind === "sit_on_panel");
  await page.goto(`/panels/${seat.subject_id}`);
  await page.getByRole("heading", { name: "First, your promise" }).waitFor();
  await between("promise");
  await page.getByRole("button", { name: "I promise this" }).click();
  await page.getByRole("radio", { name: opinion, exact: true }).check();
  await page.getByLabel("Your reasons").fill(reason);
  await between("opinion");
  await page.getByRole("button", { name: "Give my opinion" }).click();
  await page.getByText("Your opinion is noted").first().waitFor();
}
