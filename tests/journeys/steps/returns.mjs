// The annual return, in English: counted, signed by two, released, with the Council.

const heading = (reader, name) => reader.page.getByRole("heading", { level: 1, name });

/**
 * Counts a year as it offers itself (up to today, or to its last day).
 *
 * reason     why a released return of the year is corrected
 * @returns {Promise<string>} the draft's path
 */
export async function prepareReturn(reader, year, reason = "") {
  const { page } = reader;
  await page.goto("/returns");
  await reader.settle();
  await page.getByRole("combobox", { name: /^Year/ }).selectOption(String(year));
  if (reason) await page.getByRole("textbox", { name: /^Why the released return is corrected/ }).fill(reason);
  await page.getByRole("button", { name: "Count", exact: true }).click();
  await heading(reader, `Return for ${year}`).waitFor({ timeout: 150_000 });
  await reader.settle();
  return new URL(page.url()).pathname;
}

export async function openReturn(reader, path) {
  await reader.page.goto(path);
  await reader.settle();
}

/** Signs the return that is open. */
export async function signReturn(reader) {
  const { page } = reader;
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign the return" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await reader.settle();
}

/** Releases the return that is open, and waits until the Council has confirmed it. */
export async function releaseReturn(reader) {
  const { page } = reader;
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await page.getByRole("dialog").getByText("This cannot be taken back.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Release to the Council" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("Received by the Council, with its signed receipt").waitFor({ timeout: 30_000 });
}

/** Runs every attacker on the return that is open, and waits for what they found. */
export async function breakReturn(reader) {
  const { page } = reader;
  await page.getByRole("button", { name: "Try to break it" }).click();
  await page.getByText("Adding and subtracting").waitFor({ timeout: 150_000 });
}

/** Opens one table of the return that is open: the one whose name begins so. */
export async function openTable(reader, name) {
  const tables = reader.page.getByRole("combobox", { name: "Table", exact: true });
  await tables.selectOption(await tables.locator("option").filter({ hasText: new RegExp(`^${name}`) }).first().getAttribute("value"));
}

/** Chooses one hidden figure of a table to be shown by hand: the first whose reason begins so. */
export async function showByHand(reader, table, reason) {
  const { page } = reader;
  await openTable(reader, table);
  await page.getByRole("button", { name: "Show figures by hand" }).click();
  await page.getByRole("button", { name: new RegExp(`${reason}.*Show this by hand`) }).first().click();
}
