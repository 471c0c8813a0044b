// Forms: made and published by a coordinator, answered on a phone, decided on by a second person.
import { crc32 } from "node:zlib";
import { part } from "./casework.mjs";

export const region = (page, name) => page.getByRole("region", { name, exact: typeof name === "string" });

/** Files as a ZIP, stored as they are. */
function zip(files) {
  const heads = [];
  const bodies = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), facts, path, data]);
    heads.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts, place, path]));
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(heads.length, 4);
  end.writeUInt16LE(heads.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, directory, Buffer.from("PK\x05\x06"), end]);
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const sheet = (rows) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, i) =>
  `<row r="${i + 1}">${row.map((cell, k) => (cell === "" ? "" : `<c r="${String.fromCharCode(65 + k)}${i + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`)).join("")}</row>`).join("")}</sheetData></worksheet>`;

/** A workbook. sheets: `{ survey: [["type", "name"], …] }`, all cells text */
export function workbook(sheets) {
  const names = Object.keys(sheets);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (list) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], i) =>
    `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${names.map((_name, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${names.map((name, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(names.map((_name, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`])),
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<?xml version="1.0"?>${sheet(sheets[name])}`])),
  });
}

const said = async (page, text) => {
  await page.getByText(text, { exact: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
};

/** Makes an empty form and comes to its editor. */
export async function makeForm({ page }, { code, title }) {
  await page.goto("/forms");
  await page.getByRole("button", { name: "New form" }).click();
  const box = region(page, "New form");
  await box.getByLabel("Title in English").fill(title);
  await box.getByLabel("Code").fill(code);
  await box.getByRole("button", { name: "Make the form" }).click();
  await page.waitForURL(new RegExp(`/forms/${code}$`));
  await region(page, "Fields").waitFor();
}

/** Adds a field at the end and opens it. code, kind, en: its words; more: `{ label of a text field: its content }` */
export async function addField({ page }, { code, kind, en, more = {}, choices = [] }) {
  const fields = region(page, "Fields");
  await fields.getByRole("button", { name: "Add a field", exact: true }).click();
  await fields.getByLabel("Code").first().fill(code);
  await fields.getByLabel("Kind").selectOption({ label: kind });
  await fields.getByLabel("Question: English").fill(en);
  for (const [i, [words, score]] of choices.entries()) {
    await fields.getByRole("button", { name: "Add a choice" }).click();
    const item = fields.getByRole("listitem").filter({ has: page.getByText(`Choice ${i + 1}`, { exact: true }) }).last();
    await item.getByLabel("Words: English").fill(words);
    if (score !== undefined) await item.getByLabel("Score, 0 to 1").fill(score);
  }
  for (const [label, text] of Object.entries(more)) await fields.getByLabel(label, { exact: true }).fill(text);
}

export async function saveForm({ page }) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await said(page, "Saved.");
}

export async function publishForm({ page }) {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await said(page, "The version is in use.");
}

/** Begins to answer a form in a case file. */
export async function beginForm({ page }, title) {
  const here = region(page, "Assessments");
  await here.getByRole("button", { name: "Choose a form" }).click();
  await here.getByRole("button", { name: `Begin: ${title}` }).click();
  await page.waitForURL(/\/assessments\//);
  await region(page, "Parts of this form").waitFor();
}

/** Waits until the draft is with the server. */
export async function savedByItself({ page }) {
  await page.getByText(/^Saved \d/).waitFor();
  await page.waitForLoadState("networkidle");
}

/** The line of an assessment in its case file. */
export const assessmentLine = (page, title) => part(page, "Needs").getByRole("region", { name: "Assessments" }).getByRole("listitem").filter({ hasText: title });
