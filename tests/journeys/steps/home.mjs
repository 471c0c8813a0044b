// The first page of who works with families: what waits for them.
import { until } from "../../region/region.mjs";
import { written } from "../browser.mjs";


/** Comes to the first page and opens all that it folds away. Gives its tasks in their order, each with its group. */
export async function openTasks({ page }) {
  await page.goto("/");
  const groups = page.getByRole("region").filter({ has: page.getByRole("heading", { name: /^(For your decision|Overdue|This week|Later) \(/ }) });
  await groups.first().waitFor();
  const lines = groups.getByRole("listitem");
  for (const more = page.getByRole("button", { name: /^Show \d+ more/ }); (await more.count()) > 0; ) {
    const before = await lines.count();
    await more.first().click();
    await lines.nth(before).waitFor();
  }
  return lines.evaluateAll((items) => items.map((item) => ({
    what: item.querySelector("a").innerText, whom: item.innerText, group: item.closest("section").querySelector("h2").innerText.replace(/ \(.*/, ""),
  })));
}

/** Follows a task of the first page to where it is done. */
export async function toTask(reader, what, whom) {
  await openTasks(reader);
  await reader.page.getByRole("listitem").filter({ hasText: whom }).getByRole("link", { name: what }).click();
  await reader.page.waitForURL(/\/cases\//);
  await reader.settle();
}

/** Waits until the Council's action item has come to the first page, with the session it comes from. */
export async function mustBeAsked(reader, title, session) {
  const asked = reader.page.getByRole("region", { name: "The Council asks" }).getByRole("listitem").filter({ hasText: title });
  await until(async () => {
    await reader.page.goto("/");
    await reader.settle();
    return (await asked.count()) > 0;
  }, "the action item on the first page");
  await asked.getByText(session).waitFor();
}

/** Follows the action item of the first page, and reports how far it has come. */
export async function report({ page }, title, note) {
  await page.getByRole("region", { name: "The Council asks" }).getByRole("link", { name: title }).click();
  const item = page.getByRole("region", { name: title });
  await item.getByRole("button", { name: "Report progress" }).click();
  await item.getByLabel("How far has it come?").fill(note);
  await item.getByRole("button", { name: "Send to the Council" }).click();
  await item.getByText("Progress reported").waitFor();
  await written(item, note).waitFor();
}
