// Papers: what people do with files on the page of a thing, in English.
import { deflateSync } from "node:zlib";

const part = (page) => page.getByRole("region", { name: "Papers", exact: true });
/** One paper in the list, by its title. */
export const paper = ({ page }, title) => part(page).getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** Opens the first session of the list, as this reader sees it. Gives its path. */
export async function openFirstSession({ page }) {
  await page.goto("/meetings");
  await page.locator('main a[href^="/meetings/01"]').first().click();
  await page.getByRole("heading", { name: "Papers", exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

async function openForm(page) {
  if (!(await part(page).getByLabel("Title").isVisible())) await part(page).getByRole("button", { name: "Add a paper" }).click();
}

/** How the form calls the first item of the agenda. */
export async function firstItem({ page }) {
  await openForm(page);
  return part(page).getByLabel("Belongs to").locator("option").nth(1).innerText();
}

/** Chooses a small file of words, and sends nothing. */
export async function choose({ page }, name) {
  await openForm(page);
  await part(page).locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("Some words.") });
}

/** Chooses a file, `{name, bytes}`, and sends it. `of` is one of the things the form offers. */
export async function send({ page }, file, { title, language = "English", of }) {
  const place = part(page);
  await openForm(page);
  await place.locator("input[type=file]").setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer: file.bytes });
  if (of) await place.getByLabel("Belongs to").selectOption({ label: of });
  await place.getByLabel("Title").fill(title);
  await place.getByLabel("Language of the paper").selectOption({ label: language });
  await place.locator("button[type=submit]").click();
}

export async function add(reader, file, words) {
  await send(reader, file, words);
  await paper(reader, words.title).waitFor();
}

/** Sends a file that must be refused, and reads why. */
export async function mustBeRefused(reader, file, reason) {
  await send(reader, file, { title: "A file that is not taken" });
  await part(reader.page).getByText(reason).waitFor();
}

export async function withdraw({ page }, title) {
  await page.getByRole("button", { name: `Take away: ${title}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
  await part(page).getByRole("link", { name: title, exact: true }).waitFor({ state: "detached" });
}

// --- files -------------------------------------------------------------------------------------------------

/** A PDF of one page that says some words; `catalog` is added to its catalog, `more` are objects from 6 on. */
export function pdf(words, { catalog = "", more = [] } = {}) {
  const content = deflateSync(Buffer.from(`BT /F1 18 Tf 72 760 Td (${words}) Tj ET`));
  const objects = [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString("latin1")}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", ...more];
  let file = "%PDF-1.5\n";
  const table = objects.map((object, index) => {
    const at = String(file.length).padStart(10, "0");
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${at} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** The picture, as a camera would send it: with where and when. */
export function photo(picture) {
  const segment = (marker, data) => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
  const place = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>41.311 69.279</x:xmpmeta>", "latin1"));
  return Buffer.concat([picture.subarray(0, 20), place, segment(0xfe, Buffer.from("taken at the shelter")), picture.subarray(20)]);
}
