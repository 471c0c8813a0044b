// Signing in, the way back, the end of a session, language and theme: the frame that both apps share.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setGallery } from "./stage.mjs";

const instance = { code: "UZ", name: "Uzbekistan", kind: "node", demo: true };
const session = {
  account: { id: "01900000-0000-7000-8000-000000000001", username: "worker", name: "Social worker 1", role: "social_worker", language: "en" },
  permissions: ["open_case"], csrf_token: "token-1", instance,
};
const demo_accounts = [
  { username: "worker", password: "open-sesame", role: "social_worker" }, { username: "supervisor", password: "open-sesame", role: "supervisor" }];
const refused = (key) => ({ status: 401, body: { type: "urn:homeward:problem:unauthenticated", title: "Not signed in", status: 401, key } });

let state;

const pages = setGallery({
  "GET /api/instance": () => ({ status: 200, body: { ...instance, demo_accounts } }),
  "GET /api/session": () => (state.signedIn ? { status: 200, body: session } : refused("session.none")),
  "POST /api/session": ({ body }) => {
    if (body.password !== "open-sesame") return refused("session.wrong");
    state.signedIn = true;
    return { status: 200, body: session };
  },
  "DELETE /api/session": ({ headers }) => {
    state.tokenAtSignOut = headers["x-csrf-token"];
    state.signedIn = false;
    return { status: 204 };
  },
  "GET /api/secret": () => (state.signedIn ? { status: 200, body: { word: "Welcome" } } : refused("session.ended")),
});
beforeEach(() => { state = { signedIn: false }; });

async function atSignIn(language = "en") {
  const reader = await pages.reader({ language });
  await reader.page.goto("/closed?x=1");
  await reader.settle();
  return reader;
}

test("a closed page asks for a sign-in, says what was wrong, and is reached in the end", async () => {
  const { page } = await atSignIn();
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await page.getByRole("button", { name: /^Social worker/ }).click();
  assert.equal(await page.getByLabel("User name").inputValue(), "worker");
  await page.getByLabel("Password", { exact: false }).first().fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The user name or the password is not right.").waitFor();
  await page.getByRole("button", { name: /^Social worker/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Social worker 1: Welcome, may open").waitFor();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, "/closed?x=1");
});

test("the sign-in page is accessible in both languages", async () => {
  for (const language of ["en", "ru"]) {
    const reader = await atSignIn(language);
    await reader.screenshot(`sign-in-${language}`);
    await reader.mustBeAccessible();
    await reader.mustBeClean();
  }
});

test("signing out sends the session's token and leads to the sign-in page", async () => {
  state.signedIn = true;
  const { page } = await atSignIn();
  await page.getByText("Welcome, may open").waitFor();
  await page.getByRole("button", { name: "Social worker 1" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  assert.equal(state.tokenAtSignOut, "token-1");
});

test("a session that ended on the server leads to the sign-in page, and back to where the reader was", async () => {
  state.signedIn = true;
  const { page } = await atSignIn();
  await page.getByText("Welcome, may open").waitFor();
  state.signedIn = false;
  await page.getByRole("button", { name: "Ask again" }).click();
  await page.getByText("Your session has ended.").waitFor();
  await page.getByRole("button", { name: /^Supervisor/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Welcome, may open").waitFor();
  assert.equal(new URL(page.url()).pathname, "/closed");
});

test("the way back never leads to another site", async () => {
  for (const back of ["//evil.example", "https://evil.example/", "/\\evil.example"]) {
    state.signedIn = false;
    const { page } = await pages.reader();
    await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
    await page.getByRole("button", { name: /^Social worker/ }).click();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    assert.equal(new URL(page.url()).origin, pages.address());
  }
});

test("language and theme are remembered", async () => {
  const { page } = await atSignIn();
  await page.getByLabel("Language").selectOption("ru");
  await page.getByRole("heading", { name: "Вход", exact: true }).waitFor();
  await page.getByLabel("Светлый или тёмный вид").selectOption("dark");
  await page.reload();
  await page.getByRole("heading", { name: "Вход", exact: true }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "ru");
  assert.equal(await page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
});

test("on a phone the menu opens, leads on, and closes", async () => {
  const { page } = await atSignIn();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Menu" }).click();
  const menu = page.getByRole("dialog");
  await menu.getByRole("link", { name: "Pictures" }).click();
  await page.getByRole("heading", { level: 1, name: "Pictures" }).waitFor();
  await menu.waitFor({ state: "hidden" });
});

test("the first tab stop leads past the navigation", async () => {
  const { page } = await atSignIn();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
});
