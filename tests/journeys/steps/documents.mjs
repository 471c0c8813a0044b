// What people do with papers: ask for them, answer, note how kinship and citizenship are known.
import { written } from "../browser.mjs";

/** Somebody who came on their own, added by the reader and in their care. names: `{ family, given }`. Gives the person's id. */
export async function addPerson({ page }, names, { sex = "female", born_on }) {
  return page.evaluate(async ({ names, sex, born_on }) => {
    const session = await (await fetch("/api/session")).json();
    const reply = await fetch("/api/persons", {
      method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": session.csrf_token },
      body: JSON.stringify({ names: [names], sex, born_on, entry_route: "self_return", region: session.account.region }),
    });
    return (await reply.json()).id;
  }, { names, sex, born_on });
}

/** A girl without any paper. Gives the person's id. */
export const childWithoutPapers = (reader, names) => addPerson(reader, names, { born_on: "2017-05~" });

/** A part of a page by its heading. */
export const section = (page, name) => page.getByRole("region", { name, exact: true });

/** Asks the registry for a birth certificate. */
export async function askForProofOfBirth({ page }, { mother }) {
  await page.getByRole("button", { name: "Ask for it: Proof of birth" }).first().click();
  await page.getByText("Whoever answers sees the document").waitFor();
  await page.getByLabel("Mother").fill(mother);
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.getByText("The request was sent.").first().waitFor();
}

/** Opens the request for somebody of this name from the queue that is on the page. */
export async function findInQueue({ page }, name) {
  const card = page.getByRole("listitem").filter({ hasText: name });
  const more = page.getByRole("button", { name: "Show more" });
  await page.getByRole("listitem").first().waitFor();
  while ((await card.count()) === 0) {
    const before = await page.getByRole("listitem").count();
    await more.click();
    await page.getByRole("listitem").nth(before).waitFor();
  }
  await card.first().getByRole("link").click();
  await page.waitForURL(/\/registry\/[^/]+$/);
  await page.getByRole("region", { name: "For whom" }).getByText(name).waitFor();
}

/** Answers the request that is on the page; fills fields by their labels. */
export async function answerRequest({ page }, answer, fields = {}) {
  await page.getByRole("radio", { name: answer }).check();
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText("The answer was sent.").first().waitFor();
}

/** Notes that kinship with the mother is confirmed. */
export async function noteKinship({ page }, { authority }) {
  const part = section(page, "How kinship is known");
  await part.getByRole("button", { name: "Note evidence of kinship" }).click();
  await part.getByLabel("Who is it?").selectOption({ label: "Mother" });
  await part.getByLabel("How is it known?").selectOption({ label: "By a court" });
  await part.getByLabel("Who said so?").fill(authority);
  await part.getByRole("radio", { name: "Confirmed", exact: true }).check();
  await part.getByRole("button", { name: "Save" }).click();
  await written(part, authority).waitFor();
}

/** Notes what is known of a citizenship. */
export async function noteNationality({ page }, status) {
  const part = section(page, "Citizenship");
  await part.getByRole("button", { name: "Note the citizenship" }).click();
  await part.getByRole("radio", { name: status }).check();
  await part.getByLabel("On what ground?").selectOption({ label: "Not known yet" });
  await part.getByRole("button", { name: "Save" }).click();
  await part.getByText(status).first().waitFor();
}
