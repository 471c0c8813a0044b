// A training, in English: a course is planned, a State sends somebody, who gets a certificate that anybody can check.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const section = (page, name) => page.getByRole("region", { name, exact: true });

/** Types into a field that searches bodies, and takes the one found. */
export async function chooseBody(within, label, words, found) {
  const field = within.getByRole("combobox", { name: label });
  await field.fill(words);
  await within.page().getByRole("option", { name: found }).click();
}

/** The day of the server, as people type it: 14.05.2024. */
export const todayTyped = () => new Date().toISOString().slice(0, 10).split("-").reverse().join(".");

export async function addCourse({ page }, { english, russian }) {
  await page.goto("/courses");
  await page.getByRole("button", { name: "Add a course" }).click();
  const form = page.locator("form");
  for (const [name, text] of [["Title", english], ["About", `${english}: what it teaches.`], ["Question after six months,", `Is "${english}" in use?`]]) {
    await form.getByLabel(new RegExp(`^${name}( in|,? in) English`)).fill(text);
    await form.getByLabel(new RegExp(`^${name}( in|,? in) Russian`)).fill(name === "Title" ? russian : `${russian}.`);
  }
  await form.getByLabel("Topic").selectOption({ label: "Children" });
  await form.getByRole("button", { name: "Save" }).click();
  await section(page, english).waitFor();
}

/** Plans a training of one day, today, in person. Gives its path. */
export async function planTraining(reader, { course, host }) {
  const { page } = reader;
  await page.goto("/trainings/new");
  await page.getByLabel("Course").selectOption({ label: course });
  await chooseBody(page.locator("form"), "Held by", host, new RegExp(host));
  for (const day of ["First day", "Last day", "Apply until"]) await page.getByRole("textbox", { name: day }).fill(todayTyped());
  await page.getByRole("textbox", { name: "Place", exact: true }).fill("Bishkek");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: course }).waitFor();
  return new URL(page.url()).pathname;
}

export async function applyFor({ page }, path, { name, employer }) {
  await page.goto(path);
  const part = section(page, "Apply for a specialist");
  await part.getByLabel("Name").fill(name);
  await part.getByLabel("Where this person works").fill(employer);
  await part.getByRole("button", { name: "Apply" }).click();
  await section(page, "Participants").getByText(name, { exact: true }).waitFor();
}

/** The secretariat accepts everybody's application, notes that this person came, and issues certificates. */
export async function acceptAndIssue({ page }, path, name) {
  await page.goto(path);
  const one = section(page, "Participants").getByRole("listitem").filter({ hasText: name });
  await one.getByRole("button", { name: "Accept" }).click();
  await one.getByRole("button", { name: `Attendance: ${name}` }).click();
  await one.getByRole("checkbox").check();
  await one.getByRole("button", { name: "Save" }).click();
  await one.getByText("Took part").waitFor();
  await page.getByRole("button", { name: "Issue certificates" }).click();
  await page.getByText("1 certificate was issued.").waitFor();
}

/** Downloads the certificate; gives the text of its page and the code on it. */
export async function certificateOf({ page }, path, name) {
  await page.goto(path);
  const one = section(page, "Participants").getByRole("listitem").filter({ hasText: name });
  const href = await one.getByRole("link", { name: "Certificate (PDF)" }).getAttribute("href");
  const reply = await page.request.get(href);
  assert.equal(reply.headers()["content-type"], "application/pdf");
  const folder = mkdtempSync(join(tmpdir(), "homeward-certificate-"));
  try {
    writeFileSync(join(folder, "c.pdf"), await reply.body());
    const text = execFileSync("pdftotext", ["-layout", join(folder, "c.pdf"), "-"], { encoding: "utf8" });
    return { text, code: /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/.exec(text)[0] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the public page says of a code: its first heading. */
export async function checkCertificate({ page }, code) {
  await page.goto("/certificates");
  await page.getByRole("textbox", { name: "Code" }).fill(code);
  await page.getByRole("button", { name: "Check" }).click();
  await page.waitForURL(/\/certificates\/./);
  await page.getByRole("heading", { level: 1, name: /certificate/ }).waitFor();
  return page.getByRole("heading", { level: 1 }).innerText();
}

export async function compareName({ page }, name) {
  const part = section(page, "Is the name right?");
  await part.getByLabel("Name on the paper").fill(name);
  await part.getByRole("button", { name: "Compare" }).click();
  await part.getByText(/in the register$/).waitFor();
  return part.getByRole("status").innerText();
}
