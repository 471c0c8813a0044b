// Files and letters of a case, as a social worker handles them, in English.

import { part } from "./casework.mjs";

/** The card of a file that stands, by its kind; the newest of several. */
export const file = ({ page }, kind) =>
  part(page, "Files").getByRole("listitem").filter({ has: page.locator("strong").getByText(kind, { exact: true }) }).first();

/** Opens the form, chooses files `[{ name, bytes }]` and sends them. */
export async function choose({ page }, files, { kind, note = "" }) {
  const here = part(page, "Files");
  await here.getByRole("button", { name: "Attach files" }).click();
  await here.locator("input[type=file]").setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes })));
  await here.getByLabel("What it is").selectOption({ label: kind });
  if (note) await here.getByLabel("What it shows").fill(note);
  await here.getByRole("button", { name: "Attach", exact: true }).click();
}

/** The same, and waits until all are there. */
export async function attach(reader, files, chosen) {
  await choose(reader, files, chosen);
  await part(reader.page, "Files").getByRole("button", { name: "Attach files" }).waitFor();
}

/** A file of those that were sent was not taken, for this reason. */
export async function expectRefused({ page }, name, reason) {
  await part(page, "Files").getByRole("listitem").filter({ hasText: name }).filter({ hasText: reason }).waitFor();
}

/** Chooses a kind of letter, fills it in, and looks at it. */
export async function seeLetter({ page }, which, fill, { refused = false } = {}) {
  const here = part(page, "Letters and forms");
  await here.getByRole("button", { name: "Make a letter" }).click();
  await here.getByLabel("Which one?").selectOption({ label: which });
  await fill(here);
  await here.getByRole("button", { name: "See the letter" }).click();
  if (!refused) await here.getByRole("region", { name: /as it will stand on paper/ }).waitFor();
}

/** The same, and makes it. */
export async function makeLetter(reader, which, fill) {
  await seeLetter(reader, which, fill);
  const here = part(reader.page, "Letters and forms");
  await here.getByRole("button", { name: "Make this letter" }).click();
  await here.getByRole("button", { name: "Make a letter" }).waitFor();
}
