// What people do with practices and lessons, in English: write, clear, review, publish, take up.
import { menu } from "./people.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });

export const TEMPLATE = {
  "Context": "A town in which forty families settled.",
  "The problem": "Children missed school while papers were awaited.",
  "What was done": "The school took each child in at once, and asked for the papers later.",
  "For whom": "Children of six to fifteen years.",
  "Results": "All children were in school within two weeks.",
  "What the cost includes": "Books and two more teachers.",
  "Girls, women, boys and men": "Mothers and grandmothers were asked first.",
  "Ages": "The small ones began with play.",
  "Rights": "Nobody was told where a child came from.",
  "What failed, what we would not do again": "A list of names in the staff room.",
  "What it needs to work elsewhere": "A rule that lets a school wait for papers.",
  "Contact": "The education department of the town",
};

/** From the list to an empty template. */
export async function beginPractice({ page }, { title }) {
  await menu(page).getByRole("link", { name: "Practices and lessons" }).click();
  await page.getByRole("link", { name: "Write up a practice" }).click();
  await page.getByRole("heading", { level: 1, name: "A new practice" }).waitFor();
  await page.getByLabel("From year").fill("2023");
  await page.getByLabel("Education", { exact: true }).check();
  await page.getByRole("radio", { name: /^Figures kept while it ran/ }).check();
  await page.getByLabel("Title").fill(title);
  for (const [label, text] of Object.entries(TEMPLATE)) await page.getByLabel(label, { exact: true }).fill(text);
}

/** Saves what is in the template. Gives the practice's path. */
export async function saveDraft({ page }, { title }) {
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Takes up the open place of a text from the list. */
export async function takeUpReview(reader, { title }) {
  const { page } = reader;
  await menu(page).getByRole("link", { name: "Practices and lessons" }).click();
  await section(page, "Reviewers are wanted").getByRole("button", { name: `Take up the review: ${title}` }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await section(page, "Your review").waitFor();
}

/** Gives the own review: every criterion met, but those named, with what is said of them. */
export async function giveReview({ page }, { partly = {}, overall = "Publish", comment = "" }) {
  const part = section(page, "Your review");
  for (const criterion of ["Humane", "Family unity", "Best interests of the child", "Women at the centre", "Human rights"]) {
    await part.getByLabel(`${criterion}: verdict`).selectOption({ label: partly[criterion] ? "Partly met" : "Met" });
    if (partly[criterion]) await part.getByLabel(`${criterion}: comment`).fill(partly[criterion]);
  }
  await part.getByRole("radio", { name: overall }).check();
  await part.getByLabel("To the authors").fill(comment);
  await part.getByRole("button", { name: "Give the review" }).click();
  await part.waitFor({ state: "detached" });
}

/** A focal point records that its State took the practice up. */
export async function recordUse({ page }, { place, year, changed, outcome, note }) {
  const part = section(page, "Who took it up");
  await part.getByRole("button", { name: "Record that we took it up" }).click();
  await part.getByLabel("Where").fill(place);
  await part.getByLabel("Year").fill(year);
  await part.getByLabel("What was changed for it").fill(changed);
  await part.getByLabel("What came of it").selectOption({ label: outcome });
  await part.getByLabel("How you know").fill(note);
  await part.getByRole("button", { name: "Record that we took it up" }).click();
  await part.getByRole("article").filter({ hasText: place }).waitFor();
}
