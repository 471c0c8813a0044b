// The report builder: a question, its safe table, a saved report, files, and what no road gives out.
import assert from "node:assert/strict";
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

stage.step("a coordinator crosses sex and step and sees the table, its picture and its definition", async () => {
  const { page } = coordinator;
  await page.goto("/report-builder");
  await coordinator.settle();
  await page.getByLabel("Lines").selectOption({ label: "Sex" });
  await page.getByLabel("Columns").selectOption({ label: "Operation" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText(/Checksum: [0-9a-f]{64}/).waitFor();
  await page.getByText("What is counted").click();
  await page.getByText(/Everybody in the register, each once/).waitFor();
  await coordinator.look("reportbuilder-table");
});

stage.step("it is saved, stands in the list, and goes out as CSV, Excel and PDF with one checksum", async () => {
  const { page } = coordinator;
  await page.getByRole("textbox", { name: "Name" }).fill("Sex and operation");
  await page.getByLabel("Who may open it").selectOption({ label: "Everybody who builds reports" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("row", { name: /Sex and operation/ }).waitFor();
  const shown = /Checksum: ([0-9a-f]{64})/.exec(await page.getByRole("main").innerText())[1];
  const { items } = JSON.parse((await ask(coordinator, "/api/saved-reports")).text);
  for (const format of ["csv", "xlsx", "pdf"]) {
    const file = await ask(coordinator, `/api/saved-reports/${items[0].id}/file?format=${format}&language=ru`);
    assert.equal(file.status, 200, format);
    assert.equal(file.checksum, shown, format);
    assert.equal(Number(file.rows), 4);
    if (format === "csv") assert.deepEqual(small(file.text.split(/[,\r\n]+/).filter((cell) => /^\d+$/.test(cell)).map(Number)), []);
  }
});

stage.step("no answer of the API holds a small count, whatever is asked of it", async () => {
  for (const unit of ["people", "needs", "services", "incidents", "complaints", "outcomes"]) {
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
  await page.getByRole("row", { name: /Sex and operation/ }).getByRole("button", { name: "Open" }).click();
  await page.getByText(/Checksum: [0-9a-f]{64}/).or(page.getByText(/cannot be shown beside/)).first().waitFor();
  await supervisor.look("reportbuilder-supervisor");
  const reply = await ask(supervisor, "/api/report-builder/table", { unit: "people", rows: "region", filters: [] });
  assert.equal(reply.status, 422);
  assert.match(reply.text, /report\.region_fixed/);
});

stage.step("a worker has no reports; bad questions are refused with the reason", async () => {
  const worker = await stage.as("worker");
  assert.equal((await ask(worker, "/api/report-builder")).status, 403);
  assert.match((await ask(coordinator, "/api/report-builder/table", { unit: "people", rows: "name", filters: [] })).text, /report\.dimension/);
});

stage.step("in Russian", async () => {
  const reader = await stage.as("coordinator", { language: "ru" });
  await reader.page.goto("/report-builder");
  await reader.look("reportbuilder-ru");
});
