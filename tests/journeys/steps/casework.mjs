// Steps 3, 4 and 5 of the loop, as a social worker and a supervisor do them: a case file from its opening to its closing.
import assert from "node:assert/strict";
import { written } from "../browser.mjs";

/** A part of the page of a case file: `Needs`, `Plan`, `Services`, `Follow-up visits`, … */
export const part = (page, name) => page.getByRole("region", { name, exact: true });

const path = (page) => new URL(page.url()).pathname;

/** Waits for the short word that something worked, so that the next step begins on the new state. */
async function said(page, text) {
  await page.getByText(text, { exact: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** Asks the API as the reader who is signed in. */
export async function ask({ page }, method, address, body) {
  return page.evaluate(async ({ method, address, body }) => {
    const session = await (await fetch("/api/session")).json();
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": session.csrf_token };
    const reply = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
    return reply.status === 204 ? null : reply.json();
  }, { method, address, body });
}

/** Somebody in the reader's care who has no case file yet. Gives the person's id. */
export async function personWithoutCase(reader) {
  const { items } = await ask(reader, "POST", "/api/register/search", { step: "none", limit: 1 });
  assert.ok(items.length > 0, "somebody without a case file");
  return items[0].id;
}

/** Opens the case file of a person. Gives its address, `/cases/…`. */
export async function openCase({ page }, personId) {
  await page.goto(`/persons/${personId}/case`);
  await page.getByRole("button", { name: "Open a case file" }).click();
  await page.waitForURL(/\/cases\/[^/]+$/);
  await page.getByText("Next: talk with the family").waitFor();
  return path(page);
}

/** Comes to a case file, and to one of its parts. */
export async function toCase(reader, address, name = "") {
  // The same page with another part would only scroll.
  await reader.page.goto("about:blank");
  await reader.page.goto(name ? `${address}#${name}` : address);
  await reader.settle();
}

/** Records findings. needs: `{ Education: { level: "Support needed now", note: "…" } }` */
export async function recordNeeds({ page }, needs) {
  const here = part(page, "Needs");
  await here.getByRole("button", { name: /Record needs|Change/ }).click();
  for (const [domain, { level, note }] of Object.entries(needs)) {
    await here.getByLabel(domain, { exact: true }).selectOption({ label: level });
    if (note) await here.getByLabel(`What you heard and saw: ${domain}`).fill(note);
  }
  await here.getByRole("button", { name: "Save" }).click();
  await said(page, "Saved.");
}

/** Begins a plan; the editor offers a goal for each need. */
export async function startPlan({ page }) {
  await part(page, "Plan").getByRole("button", { name: /Start a plan|Write a new plan/ }).click();
  await page.getByRole("group", { name: "Goal 1" }).waitFor();
}

/** Fills in goals of the open editor. goals: `[{ domain, text, by, services: [{ service, by, note }] }]`, days as `14.05.2027` */
export async function fillGoals({ page }, goals) {
  const here = part(page, "Plan");
  for (const [i, goal] of goals.entries()) {
    const fields = here.getByRole("group", { name: `Goal ${i + 1}`, exact: true });
    if ((await fields.count()) === 0) await here.getByRole("button", { name: "Add a goal" }).click();
    if (goal.domain) await fields.getByLabel("Area").selectOption({ label: goal.domain });
    await fields.getByLabel("What will be reached").fill(goal.text);
    if (goal.by) await fields.getByLabel("Reached by").fill(goal.by);
    for (const [k, { service, by, note }] of (goal.services ?? []).entries()) {
      const line = fields.getByRole("group", { name: `Service ${k + 1}`, exact: true });
      if ((await line.count()) === 0) await fields.getByRole("button", { name: "Add a service" }).click();
      await line.getByLabel("Service", { exact: true }).selectOption({ label: service });
      if (by) await line.getByLabel("Wanted by").fill(by);
      if (note) await line.getByLabel("Note for the service").fill(note);
    }
  }
}

export async function savePlan({ page }) {
  await part(page, "Plan").getByRole("button", { name: "Save the draft" }).click();
  await said(page, "Saved.");
}

export async function submitPlan({ page }) {
  await part(page, "Plan").getByRole("button", { name: "Hand to a supervisor" }).click();
  await said(page, "Handed to a supervisor.");
}

async function decide(here, { choice, comment }) {
  await here.getByLabel(choice).check();
  if (comment) await here.getByRole("textbox").fill(comment);
  await here.getByRole("button", { name: "Confirm the decision" }).click();
}

/** A supervisor gives the plan back with a word on what is missing. */
export async function returnPlan({ page }, comment) {
  await decide(part(page, "Plan"), { choice: /^Return/, comment });
  await said(page, "Your decision is recorded.");
}

export async function approvePlan({ page }, comment = "") {
  await decide(part(page, "Plan"), { choice: /^Approve/, comment });
  await said(page, "Your decision is recorded.");
}

/** The card of a planned service. */
export const serviceCard = (page, service) =>
  part(page, "Services").getByRole("listitem").filter({ has: page.getByText(service, { exact: true }) });

/** Orders a planned service from the provider whose name begins so. */
export async function orderService({ page }, service, provider) {
  const card = serviceCard(page, service);
  await card.getByRole("button", { name: /^Order/ }).click();
  const choice = card.getByLabel("Provider");
  await choice.waitFor();
  await choice.selectOption({ label: (await choice.getByRole("option").allInnerTexts()).find((text) => text.startsWith(provider)) });
  await card.getByRole("button", { name: "Order", exact: true }).click();
  await card.getByText("Ordered", { exact: true }).waitFor();
}

export async function deliverService({ page }, service, note = "") {
  const card = serviceCard(page, service);
  await card.getByRole("button", { name: "It was delivered" }).click();
  if (note) await card.getByLabel("Note, if needed").fill(note);
  await card.getByRole("button", { name: "It was delivered" }).click();
  await card.getByText("Delivered", { exact: true }).waitFor();
}

export async function refuseService({ page }, service, reason) {
  const card = serviceCard(page, service);
  await card.getByRole("button", { name: "It will not be given" }).click();
  await card.getByLabel("Why not?").selectOption({ label: reason });
  await card.getByRole("button", { name: "It will not be given" }).click();
  await card.getByText("Not given", { exact: true }).waitFor();
}

/** Plans a visit on a day, `14.05.2027`; on the usual day when none is given. */
export async function planVisit({ page }, day) {
  const here = part(page, "Follow-up visits");
  await here.getByRole("button", { name: "Plan a visit" }).click();
  if (day) await here.getByLabel("Day of the visit").fill(day);
  await here.getByRole("button", { name: "Plan a visit" }).click();
  await said(page, "The visit is planned.");
}

/** Notes the visit that comes next, as made today. */
export async function noteVisit({ page }, note) {
  const here = part(page, "Follow-up visits");
  await here.getByRole("link", { name: "Note this visit" }).first().click();
  await page.getByRole("checkbox", { name: "Returnee" }).check();
  await page.getByRole("group", { name: "How is the family" }).getByRole("radio", { name: "Well" }).check();
  await page.getByLabel("In your words").fill(note);
  await page.getByRole("button", { name: "Save the visit" }).click();
  await written(here, note).waitFor();
}

/** Comes to the questions of the round that is open. */
export async function toSurvey(reader) {
  await part(reader.page, "How the family fares").getByRole("link", { name: "Ask now" }).first().click();
  await reader.page.waitForURL(/\/surveys\//);
  await reader.settle();
}

/** Answers each question with its first option, but one, which stays unanswered by the family's wish. */
export async function answerSurvey({ page }) {
  const questions = page.getByRole("radiogroup");
  const count = await questions.count();
  for (let i = 0; i < count; ++i) {
    await (i === 0 ? questions.nth(i).getByLabel("Prefers not to say") : questions.nth(i).getByRole("radio").first()).check();
  }
  await page.getByText(`${count} of ${count} questions answered.`).waitFor();
  await page.getByRole("button", { name: "Save the answers" }).click();
  await page.waitForURL(/\/cases\/[^/]+$|#survey$/);
  await part(page, "How the family fares").getByText(/^Answered/).waitFor();
}

export async function proposeClosure({ page }, reason, note = "") {
  const here = part(page, "Closing the file");
  await here.getByRole("button", { name: "Propose to close the file" }).click();
  await here.getByLabel("Why can the file be closed?").selectOption({ label: reason });
  if (note) await here.getByLabel("What a colleague should know").fill(note);
  await here.getByRole("button", { name: "Propose to close the file" }).click();
  await said(page, "Proposed. A second person decides.");
}

export async function refuseClosure({ page }, comment) {
  await decide(part(page, "Closing the file"), { choice: /^Keep it open/, comment });
  await said(page, "Your decision is recorded.");
}

export async function approveClosure({ page }, comment = "") {
  await decide(part(page, "Closing the file"), { choice: "Close the file", comment });
  await said(page, "Your decision is recorded.");
}

export async function reopenCase({ page }, why) {
  const here = part(page, "Closing the file");
  await here.getByRole("button", { name: "Open the file again" }).click();
  await here.getByLabel("Why is it opened again?").fill(why);
  await here.getByRole("button", { name: "Open the file again" }).click();
  await said(page, "The file is open again.");
}

/** All that the story of a file tells, the latest first. */
export async function story({ page }) {
  const here = part(page, "The story so far");
  const all = here.getByRole("button", { name: /^Show all/ });
  if ((await all.count()) > 0) await all.click();
  return here.getByRole("listitem").allInnerTexts();
}
