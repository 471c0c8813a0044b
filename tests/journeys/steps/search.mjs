// The one box over everything, in English.
import assert from "node:assert/strict";

/** Adds a body through the API, as its page does. */
export async function addBody({ page }, body) {
  const status = await page.evaluate(async (given) => {
    const { csrf_token: token } = await (await fetch("/api/session")).json();
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": token };
    return (await fetch("/api/bodies", { method: "POST", headers, body: JSON.stringify(given) })).status;
  }, body);
  assert.ok(status >= 200 && status < 300, `a body is taken: ${status}`);
}

/** Searches from the header of whatever page is open. */
export async function searchFromHeader({ page }, words) {
  await page.getByRole("searchbox", { name: "Search the Council" }).fill(words);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Search" }).waitFor();
}

/** Searches on the page of results. */
export async function searchFor({ page }, words) {
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(words);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === words);
  // What was found before stands there until the reply comes.
  await page.locator("[aria-live=polite][aria-busy=false]").waitFor();
}

/** What was found, as `{title, marked}`; waits until there is something. */
export async function results({ page }) {
  const items = page.locator("ol > li");
  await items.first().waitFor();
  return items.evaluateAll((all) => all.map((item) => ({
    title: item.querySelector("h3").textContent,
    marked: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
  })));
}

export const waitForNothing = ({ page }, words) => page.getByText(`Nothing was found for “${words}”`).waitFor();
