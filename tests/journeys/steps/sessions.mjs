// A session of the Council as its secretariat, its delegations and an observer live it, in English.
import { execFileSync } from "node:child_process";
import { menu } from "./people.mjs";

const section = (page, name) => page.getByRole("region", { name, exact: true });
const row = (page, text) => page.getByRole("row").filter({ hasText: text });

/** A day in Tashkent, so many days from today: `14.05.2024`, or as ISO. */
export function day(days = 0, iso = false) {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tashkent" }).format(new Date(Date.now() + days * 86_400_000));
  return iso ? text : text.split("-").reverse().join(".");
}

/** Opens a session of two days that begins today. Gives its path. */
export async function convene({ page }, { title, russian, kind = "Plenary", host, place, registration, open = false }) {
  await menu(page).getByRole("link", { name: "Sessions", exact: true }).click();
  await page.getByRole("link", { name: "Open a session" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByRole("textbox", { name: "In Russian", exact: true }).fill(russian);
  await page.getByLabel("Kind").selectOption({ label: kind });
  await page.getByLabel("Host", { exact: true }).selectOption({ label: host });
  await page.getByLabel("Place").fill(place);
  await page.getByRole("textbox", { name: "First day" }).fill(day());
  await page.getByRole("textbox", { name: "Last day" }).fill(day(1));
  await page.getByLabel("Opens at").fill("09:30");
  await page.getByLabel("Closes at").fill("13:00");
  if (registration) await page.getByRole("textbox", { name: "Registration until" }).fill(day());
  if (open) await page.getByLabel("Everybody may read the announcement").check();
  await page.getByRole("button", { name: "Open a session" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** Adds an item with its length; with a start that collides, the problem is told and nothing is added. */
export async function addItem({ page }, { title, russian = "", minutes, starts = "", owner }) {
  const part = section(page, "Agenda");
  await part.getByRole("button", { name: "Add an agenda item" }).click();
  await part.getByLabel("What is discussed").fill(title);
  await part.getByLabel("The same in Russian").fill(russian);
  await part.getByLabel("Minutes").fill(String(minutes));
  await part.getByLabel("Begins at").fill(starts);
  if (owner) await part.getByLabel("Presented by").selectOption({ label: owner });
  await part.getByRole("button", { name: "Add an agenda item" }).click();
}

/** The agenda as it reads: `["09:30–10:00", "Opening"]` each. */
export async function agendaOf({ page }) {
  const lines = await section(page, "Agenda").getByRole("listitem").filter({ has: page.locator("b") }).evaluateAll((items) =>
    items.filter((item) => !item.querySelector("li")).map((item) => [...item.querySelectorAll("span, b")].map((part) => part.innerText)));
  return lines.map((parts) => [parts[0], parts[1]]);
}

export async function invite({ page }, body) {
  const part = section(page, "Invitations and registration");
  await part.getByRole("button", { name: "Invite a body" }).click();
  await part.getByLabel("State or body").selectOption({ label: body });
  await part.getByRole("button", { name: "Send the invitation" }).click();
  await part.getByText(body, { exact: true }).first().waitFor();
  await part.getByRole("button", { name: "Invite a body" }).waitFor();
}

export async function acceptInvitation({ page }, path, body) {
  await page.goto(path);
  const part = section(page, "Invitations and registration");
  await part.getByRole("button", { name: `Answer for ${body}` }).click();
  await part.getByRole("radio", { name: "Accepted" }).check();
  await part.getByRole("button", { name: "Answer", exact: true }).click();
  await part.getByRole("button", { name: `Answer for ${body}` }).waitFor();
  await part.getByText("Accepted", { exact: true }).waitFor();
}

/** Registers somebody; `delegation` is chosen by the secretariat alone. */
export async function register({ page }, path, { name, role, does, language = "Russian", delegation }) {
  await page.goto(`${path}/registration`);
  await page.getByRole("button", { name: "Register somebody" }).click();
  if (delegation) await page.getByLabel("Delegation", { exact: true }).selectOption({ label: delegation });
  await page.getByLabel("Role").selectOption({ label: role });
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("textbox", { name: "Function" }).fill(does);
  await page.getByLabel("Language *").selectOption({ label: language });
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await row(page, name).waitFor();
}

/** Ticks that somebody was there on a day: the first one of `convene` unless another is said. */
export async function tick({ page }, name, on = day()) {
  await page.getByRole("checkbox", { name: `${name} was there on ${on}` }).click();
  await page.locator(`input:checked[aria-label^="${name} was there"]`).waitFor();
}

/** Makes the session one that may decide: a delegate of each of two States is registered and ticked, and it was held. */
export async function seatTwoStates(reader, path, on) {
  for (const state of ["Kyrgyzstan", "Uzbekistan"]) {
    const name = `Delegate of ${state}`;
    await register(reader, path, { name, role: "Delegate", does: "Adviser", delegation: state });
    await tick(reader, name, on);
  }
  await hold(reader, path);
}

export async function hold({ page }, path) {
  await page.goto(path);
  await section(page, "About the session").getByRole("button", { name: "It was held" }).click();
}

/** Writes the draft and gives it to the delegations. */
export async function circulate({ page }, path, { english, russian, until }) {
  await page.goto(`${path}/minutes`);
  await page.getByRole("button", { name: "Begin the draft" }).click();
  await page.getByLabel("Text in English").fill(english);
  await page.getByLabel("Text in Russian").fill(russian);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Give it to the delegations" }).click();
  await page.getByRole("textbox", { name: "Comments until" }).fill(until);
  await page.getByRole("button", { name: "Open to comments" }).click();
  await page.getByText("Open to comments", { exact: true }).waitFor();
}

export async function comment({ page }, path, { paragraph, text }) {
  await page.goto(`${path}/minutes`);
  await page.getByRole("button", { name: `Comment on paragraph ${paragraph}` }).click();
  await page.getByLabel("Your comment").fill(text);
  await page.getByRole("button", { name: "Send the comment" }).click();
  await page.getByText("Not answered").waitFor();
}

export async function answerComment({ page }, path, { who, answer, reason = "" }) {
  await page.goto(`${path}/minutes`);
  await page.getByRole("button", { name: `Answer the comment of ${who}` }).click();
  await page.getByRole("radio", { name: answer, exact: true }).check();
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Save the answer" }).click();
}

export async function nothingToSay({ page }, path, state) {
  await page.goto(`${path}/minutes`);
  await page.getByRole("button", { name: "We have no further comment" }).click();
  await page.getByText(`${state}: no comment (`).waitFor();
}

/** Answers every safeguard of a stage with "Kept". */
export async function keepAll({ page }, stage) {
  const list = page.getByRole("heading", { level: 3, name: stage }).locator("xpath=..").getByRole("listitem");
  for (let i = 0; i < (await list.count()); ++i) {
    await list.nth(i).getByRole("button", { name: /^Answer/ }).click();
    await list.nth(i).getByRole("radio", { name: "Kept", exact: true }).check();
    await list.nth(i).getByRole("button", { name: "Save the answer" }).click();
    await list.nth(i).getByText("Kept", { exact: true }).first().waitFor();
    await list.nth(i).getByRole("button", { name: /^Answer/ }).waitFor();
  }
  return list.count();
}

/** The words of a PDF under an address, as the program of Poppler reads them, in the layout of the page. */
export async function readPdf({ page }, address) {
  const reply = await page.request.get(address);
  if (!reply.ok()) throw new Error(`${address}: ${reply.status()}`);
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: await reply.body(), encoding: "utf8" });
}

/** An iCalendar file as its events, each a map of names to values; throws where a line breaks RFC 5545. */
export function readCalendar(text) {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end with CRLF");
  for (const line of text.slice(0, -2).split("\r\n")) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error("a bare line break");
  }
  const events = [];
  for (const line of text.replaceAll("\r\n ", "").trimEnd().split("\r\n")) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`no content line: ${line}`);
    if (line === "BEGIN:VEVENT") events.push({});
    else if (name !== "BEGIN" && name !== "END" && events.length > 0) events.at(-1)[name] = value.replace(/\\n/g, "\n").replace(/\\([\\,;])/g, "$1");
  }
  return events;
}
