// An annual report, in English: edited, released, read, corrected.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const section = (page, name) => page.getByRole("region", { name, exact: true });

/** Opens a report from the list. Gives its path. */
export async function openReport({ page }, title) {
  await page.goto("/reports");
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

export async function save({ page }) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Everything is saved").waitFor();
}

/** The headings of the sections, in the order of the page. */
export const sections = ({ page }) => page.getByRole("heading", { level: 2 }).allInnerTexts();

/** A file of the report that is open, as the reader's browser gets it. */
export async function fileOf({ page }, kind) {
  const href = await page.getByRole("link", { name: kind.toUpperCase(), exact: true }).getAttribute("href");
  const bytes = await page.evaluate(async (address) => {
    const reply = await fetch(address);
    if (!reply.ok) throw new Error(`${reply.status} for ${address}`);
    return [...new Uint8Array(await reply.arrayBuffer())];
  }, href);
  return Buffer.from(bytes);
}

/** Runs another program over a file and gives what it prints. */
export function readBy(bytes, program, before, after = []) {
  const folder = mkdtempSync(join(tmpdir(), "homeward-report-"));
  try {
    const file = join(folder, "report");
    writeFileSync(file, bytes);
    return execFileSync(program, [...before, file, ...after], { encoding: "utf8", maxBuffer: 1 << 26 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a DOCX. */
export const wordsOfDocx = (bytes) => readBy(bytes, "python3", ["-c",
  "import sys, zipfile, xml.dom.minidom as dom\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
  + "[dom.parseString(z.read(n)) for n in z.namelist() if n.endswith(('.xml', '.rels'))]\n"
  + "print(' '.join(t.firstChild.data for t in dom.parseString(z.read('word/document.xml')).getElementsByTagName('w:t') if t.firstChild))"]);

export async function release({ page }) {
  await page.getByRole("button", { name: "Release", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release", exact: true }).click();
  await page.getByText("The report is released").waitFor();
  await page.getByText("Released", { exact: true }).waitFor();
}
