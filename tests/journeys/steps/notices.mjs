// Notices and letters, in English: what focal points and the secretariat do there.
import { menu } from "./people.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });

/** Writes a notice, says that nobody can be recognised in it, and sends it. `to` are names as the form shows them; the marking as the standard spells it. */
export async function sendNotice({ page }, { to, topic, marking, urgency, title, text, hours }) {
  await menu(page).getByRole("link", { name: "Notices" }).click();
  await page.getByRole("link", { name: "Write a notice" }).click();
  await fillNotice({ page }, { to, topic, marking, urgency, title, text, hours });
  await page.getByRole("checkbox", { name: "No person can be recognised in this text" }).check();
  await page.getByRole("button", { name: "Send" }).click();
}

export async function fillNotice({ page }, { to = [], topic, marking, urgency, title, text, hours }) {
  for (const name of to) await page.getByRole("checkbox", { name, exact: true }).check();
  if (topic) await page.getByLabel("Topic").selectOption({ label: topic });
  if (marking) await page.getByLabel("Marking (TLP 2.0)").selectOption({ label: marking });
  if (urgency) await page.getByRole("radio", { name: new RegExp(`^${urgency}`) }).check();
  if (hours) await page.getByLabel("Hours to acknowledge within").fill(String(hours));
  if (title !== undefined) await page.getByLabel("Title").fill(title);
  if (text !== undefined) await page.getByRole("textbox", { name: "Text", exact: true }).fill(text);
}

/** Waits for the page of a notice; gives its address. */
export async function mustShow({ page }, { title, label }) {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText(label, { exact: true }).first().waitFor();
  return new URL(page.url()).pathname;
}

/** From the desk to a notice that waits, and says that it was read. */
export async function acknowledge({ page }, { title, comment }) {
  await page.goto("/");
  await section(page, "Notices").getByRole("link", { name: title }).click();
  await page.getByRole("region", { name: "Acknowledge" }).getByLabel("Comment").fill(comment);
  await page.getByRole("button", { name: "Acknowledge" }).click();
  await page.getByText("Acknowledged.", { exact: true }).waitFor();
}

/** Letters on the mailbox page, newest first: their subject and all their text. */
export async function lettersOf({ page }) {
  await menu(page).getByRole("link", { name: "Mailbox of the demo" }).click();
  await page.getByRole("article").first().waitFor();
  const letters = await page.getByRole("article").all();
  return Promise.all(letters.map(async (letter) => ({ subject: await letter.getByRole("heading").innerText(), text: await letter.innerText() })));
}
