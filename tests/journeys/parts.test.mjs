// Every part of the front end on one page: readable, usable by keyboard, free of axe's complaints.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setGallery } from "./stage.mjs";

const instance = { code: "UZ", name: "Uzbekistan", kind: "node", demo: true };
const nobody = { status: 401, body: { type: "urn:homeward:problem:unauthenticated", title: "Not signed in", status: 401, key: "session.none" } };

const pages = setGallery({
  "GET /api/instance": () => ({ status: 200, body: instance }),
  "GET /api/session": () => nobody,
});

for (const scheme of ["light", "dark"]) {
  for (const path of ["/", "/pictures"]) {
    test(`${path} is accessible, ${scheme}`, async () => {
      const reader = await pages.reader({ scheme, language: scheme === "dark" ? "ru" : "en" });
      await reader.page.goto(path);
      await reader.settle();
      if (path === "/pictures") await reader.page.locator("figure svg").nth(2).waitFor();
      await reader.screenshot(`parts${path.replace("/", "-")}-${scheme}`);
      await reader.mustBeAccessible();
      await reader.mustBeClean();
    });
  }
}

test("a form tells at the field what is missing, then works", async () => {
  const { page } = await pages.reader();
  await page.goto("/");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.equal(await page.getByLabel("Title").evaluate((field) => field === document.activeElement), true);
  assert.equal(await page.getByText("This is needed.").count(), 3);

  await page.getByLabel("Title").fill("bad");
  await page.getByLabel("Domain *").selectOption("school");
  await page.getByRole("textbox", { name: "Visit on" }).fill("31.02.2024");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("There is no such day.").waitFor();

  await page.getByRole("textbox", { name: "Visit on" }).fill("14/5/2024");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("This is not of the right kind.").waitFor();
  assert.equal(await page.getByLabel("Title").evaluate((field) => field === document.activeElement), true);
  assert.equal(await page.getByRole("textbox", { name: "Visit on" }).inputValue(), "14.05.2024");

  await page.getByLabel("Title").fill("good");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.").waitFor();
});

test("a day can be chosen in the calendar, whose words are ours", async () => {
  const { page } = await pages.reader({ language: "ru" });
  await page.goto("/");
  await page.getByRole("textbox", { name: "Visit on" }).fill("14.05.2024");
  await page.getByRole("button", { name: "Выбрать день в календаре" }).click();
  await page.getByText("Май 2024").waitFor();
  await page.getByRole("button", { name: "20 мая 2024" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Visit on" }).inputValue(), "20.05.2024");
});

test("a chart's table opens under it", async () => {
  const { page } = await pages.reader();
  await page.goto("/pictures");
  await page.getByRole("button", { name: "Show as a table : Returned, by State" }).or(page.getByRole("button", { name: /Show as a table.*Returned, by State/ })).click();
  assert.equal(await page.getByRole("row", { name: "Kazakhstan 754" }).count(), 1);
});

test("a page gets its path's parameters, and keeps its filter in the address", async () => {
  const { page } = await pages.reader();
  await page.goto("/person/7/note/1e3?q=1e3");
  await page.getByRole("heading", { name: "7 1e3" }).waitFor();
  assert.equal(await page.getByLabel("Filter").inputValue(), "1e3");
  await page.getByLabel("Filter").press("End");
  await page.getByLabel("Filter").pressSequentially("4 ў");
  await page.waitForURL((url) => url.searchParams.get("q") === "1e34 ў");
  await page.getByLabel("Filter").fill("");
  await page.waitForURL((url) => url.search === "");
});

test("the dialog asks before it acts, and gives the focus back", async () => {
  const { page } = await pages.reader();
  await page.goto("/");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("dialog").getByText("It can be opened again.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("button", { name: "Close", exact: true }).evaluate((field) => field === document.activeElement), true);
});
