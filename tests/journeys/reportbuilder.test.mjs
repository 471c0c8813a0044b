// The report builder: a question, its safe table, a saved report, files, and what no road gives out.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { setStage } from "./stage.mjs";

let coordinator, supervisor;
const stage = setStage({ programs: ["uz"] }, async () => {
  [coordinator, supervisor] = await stage.all("coordinator", "supervisor");
});

/** Asks the API as the reader who is signed in; what a program would get, not what a page shows. */
const ask = ({ page }, address, body) => page.evaluate(async ({ address, body }) => {
  const session = await (await fetch("/api/session")).json();
  const reply = await fetch(address, body
    ? { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-Token": session.csrf_token }, body: JSON.stringify(body) } : {});
  return { status: reply.status, rows: reply.headers.get("X-Report-Rows"), checksum: reply.headers.get("X-Report-Checksum"), text: await reply.text() };
}, { address, body });

const small = (cells) => cells.filter((cell) => cell !== null && cell > 0 && cell < 10);

/** What the page kept when a button was pressed: its name and its bytes. */
async function kept({ page }, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

stage.step("who opens the page is told what to do first", async () => {
  const { page } = coordinator;
  await page.goto("/report-builder");
  await page.getByText("Choose the lines first.").waitFor();
  await page.getByText(/Everybody in the register, each once/).waitFor();
  await coordinator.look("reportbuilder-empty");
});

stage.step("a coordinator crosses age and care and sees the table, its definition, what is hidden, its picture as a table", async () => {
  const { page } = coordinator;
  await page.getByLabel("Lines").selectOption({ label: "Age" });
  await page.getByLabel("Columns").selectOption({ label: "Care arrangement" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText(/Checksum: [0-9a-f]{64}/).waitFor();
  await page.getByRole("table", { name: "People: Age, Care arrangement" }).getByRole("img", { name: "hidden, so that nobody can be recognised" }).first().waitFor();
  await page.getByText(/Hidden does not mean zero/).waitFor();
  await page.getByRole("button", { name: /Show as a table.*totals by: Age/ }).click();
  await page.getByRole("table", { name: "People, totals by: Age" }).waitFor();
  await coordinator.look("reportbuilder-table");
});

stage.step("it is saved, stands in the list, and goes out as CSV, Excel and PDF with the checksum of the page", async () => {
  const { page } = coordinator;
  await page.getByRole("textbox", { name: "Name" }).fill("Age and care");
  await page.getByLabel("Who may open it").selectOption({ label: "Everybody who builds reports" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("row", { name: /Age and care/ }).waitFor();
  const shown = /Checksum: ([0-9a-f]{64})/.exec(await page.getByRole("main").innerText())[1];
  for (const [format, magic] of [["CSV", "\ufeffage_band,parent"], ["Excel", "PK"], ["PDF", "%PDF-"]]) {
    const name = (of) => page.getByRole("button", { name: `${format}: ${of}`, exact: true });
    const unsaved = await kept(coordinator, name("People: Age, Care arrangement"));
    const saved = await kept(coordinator, name("Age and care"));
    assert.ok(unsaved.bytes.toString().startsWith(magic), format);
    assert.equal(saved.name, unsaved.name);
    if (process.env.HOMEWARD_KEEP_FILES) await writeFile(`${process.env.HOMEWARD_KEEP_FILES}/${saved.name}`, saved.bytes);
    if (format !== "CSV") continue;
    assert.equal(createHash("sha256").update(saved.bytes).digest("hex"), shown);
    assert.deepEqual(small(saved.bytes.toString().split(/[,\r\n]+/).filter((cell) => /^\d+$/.test(cell)).map(Number)), []);
  }
});

stage.step("no answer of the API holds a small count, whatever is asked of it", async () => {
  for (const unit of ["people", "document_requests", "needs", "services", "incidents", "complaints", "outcomes"]) {
    const { dimensions } = JSON.parse((await ask(coordinator, `/api/report-builder/units/${unit}`)).text);
    for (const rows of dimensions.map(({ key }) => key)) {
      const reply = await ask(coordinator, "/api/report-builder/table", { unit, rows, filters: [] });
      assert.ok(reply.status === 200 || reply.status === 409, `${unit} by ${rows}: ${reply.text}`);
      if (reply.status === 200) assert.deepEqual(small(JSON.parse(reply.text).cells), [], `${unit} by ${rows}`);
    }
  }
});

stage.step("a supervisor sees the own region, opens what is shared, and is refused another region", async () => {
  const { page } = supervisor;
  await page.goto("/report-builder");
  await page.getByRole("button", { name: "Open: Age and care" }).click();
  await page.getByText(/Checksum: [0-9a-f]{64}/).waitFor();
  await page.getByRole("table", { name: /People: Age, Care arrangement, Region: / }).waitFor();
  await supervisor.look("reportbuilder-supervisor");
  const reply = await ask(supervisor, "/api/report-builder/table", { unit: "people", rows: "region", filters: [] });
  assert.equal(reply.status, 422);
  assert.match(reply.text, /report\.region_fixed/);
});

stage.step("a table that is too large says what to do, and offers what can be seen at once", async () => {
  const { page } = supervisor;
  await page.goto("/report-builder?unit=services&rows=month&columns=service");
  await page.getByText(/Leave out the columns/).waitFor();
  await supervisor.look("reportbuilder-refused");
  await page.getByRole("button", { name: "Month", exact: true }).click();
  await page.getByText(/Checksum: [0-9a-f]{64}/).waitFor();
  await page.getByRole("table", { name: /Services asked for: Month, Region: / }).waitFor();
});

stage.step("a worker has no reports; bad questions are refused with the reason", async () => {
  const worker = await stage.as("worker");
  assert.equal((await ask(worker, "/api/report-builder")).status, 403);
  assert.match((await ask(coordinator, "/api/report-builder/table", { unit: "people", rows: "name", filters: [] })).text, /report\.dimension/);
});

stage.step("in Russian", async () => {
  const reader = await stage.as("coordinator", { language: "ru" });
  await reader.page.goto("/report-builder?unit=needs&rows=domain&columns=level");
  await reader.page.getByText(/Контрольная сумма: [0-9a-f]{64}/).waitFor();
  await reader.look("reportbuilder-ru");
});
