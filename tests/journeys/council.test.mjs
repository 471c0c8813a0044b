// The Council, over real programs: what everybody may read, what its secretariat does, and who may do it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { until } from "../region/region.mjs";
import { setStage } from "./stage.mjs";
import * as council from "./steps/council.mjs";
import { menu } from "./steps/people.mjs";

const LAST_YEAR = new Date().getUTCFullYear() - 1; // the demo region's States have released their return of it
const DUE = `31.12.${new Date().getUTCFullYear() + 1}`;
const TITLE = "First session of the Council";
const ACTION = "Try family visits in the first month";

const stage = setStage({ programs: ["council", "kg", "uz"] }, async () => {
  const nobody = { get: (path) => fetch(stage.region.url("council") + path).then((reply) => reply.json()) };
  await until(async () => (await nobody.get("/api/public/releases")).items.length >= 2, "two returns to come");
});

test("everybody reads the figures, each with its source, and their sum beside another", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await page.getByText("Kazakhstan 754 + Kyrgyzstan 511 + Tajikistan 381 + Uzbekistan 531 = 2,177").waitFor();
  await page.getByText("more than 2,100").waitFor();
  const values = async (state) => (await council.claimsOf(anybody, state)).map(([, value]) => value);
  assert.deepEqual(await values("Kyrgyzstan"), ["544", "517", "511"]);
  assert.deepEqual(await values("Kazakhstan"), ["754", "725"]);
  assert.deepEqual(await values("Uzbekistan"), ["531", "599"]);
  assert.deepEqual(await values("Tajikistan"), ["381"]);
  assert.deepEqual(await council.claimsOf(anybody, "Turkmenistan"), [["No source", "No figure known"]]);
  await page.getByText("No source gives a figure. That does not mean zero.").waitFor();
  await anybody.look("council-figures");
});

test("a figure says what it counts and who published it, by keyboard alone", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await page.getByRole("button", { name: "About this figure: Ministry of Foreign Affairs" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Citizens returned from Iraq and Syria, as the ministry counted them").waitFor();
  assert.equal(await page.getByRole("link", { name: "Ministry of Foreign Affairs, by manas.news, 15 May 2024" }).getAttribute("href"), "https://manas.news");
  await page.keyboard.press("Escape");
  await page.getByText("Citizens returned from Iraq and Syria, as the ministry counted them").waitFor({ state: "hidden" });
});

test("operations stand on a line of time, and in its table", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await page.getByRole("img", { name: /^Operations and their stages/ }).locator("svg").waitFor();
  await page.getByRole("button", { name: /Show as a table.*Operations and their stages/ }).click();
  await page.getByRole("row", { name: /^Aikol-4 Kyrgyzstan 08\.12\.2023 96/ }).waitFor();
  await page.getByRole("row", { name: /^2022 Tajikistan 2022 146/ }).waitFor();
});

test("a released return shows its figures, draws what is hidden as hidden, and can be saved", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await council.chooseReturn(anybody, { state: "Uzbekistan", year: LAST_YEAR });
  await anybody.look("council-return-chosen");
  await council.openReturn(anybody, { state: "Uzbekistan", year: LAST_YEAR });
  await page.getByText(`As of 31 December ${LAST_YEAR}. Released by Uzbekistan on`).first().waitFor();
  assert.equal(await page.getByText(/^Signature \d$/).count(), 2);

  const part = page.getByRole("region", { name: "People who came home", exact: true });
  await part.getByLabel("Rows").selectOption({ label: "Operation" });
  await part.getByRole("row", { name: /^Mehr-2/ }).waitFor();
  assert.equal(await part.getByRole("row").last().getByRole("cell").last().innerText(), "531");
  await part.getByLabel("Age").selectOption({ label: "18–29 years" });
  const hidden = part.getByRole("cell").filter({ hasText: "hidden" });
  assert.ok((await hidden.count()) > 0);
  assert.equal(await hidden.first().innerText().then((text) => text.replace(/\s/g, "")), "‡hidden");
  await part.getByText("‡ Hidden, so that nobody can be recognised: counts under 10").waitFor();

  await part.getByRole("button", { name: "Download: People who came home" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /^CSV One line/ }).click()]);
  assert.equal(file.suggestedFilename(), `UZ-${LAST_YEAR}-returnees.csv`);
  const lines = readFileSync(await file.path(), "utf8").trim().split("\r\n");
  assert.equal(lines[0].replace("\uFEFF", ""), "state,year,reference_date,table,indicator,version,population,operation,sex,age_band,value,status");
  assert.equal(lines.at(-1), `UZ,${LAST_YEAR},${LAST_YEAR}-12-31,returnees,returnees,1,returnees,total,total,total,531,shown`);
  assert.ok(lines.some((line) => line.endsWith(",,hidden")));
  assert.ok(lines.slice(1).every((line) => /,(\d+,shown|,hidden)$/.test(line)));
  await anybody.look("council-return");
});

test("hidden bars say so in the chart's table", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await council.chooseReturn(anybody, { state: "Uzbekistan", year: LAST_YEAR });
  await page.getByRole("img", { name: /^Age and sex/ }).locator("svg").waitFor();
  await page.getByRole("button", { name: /Show as a table.*Age and sex/ }).click();
  const rows = await page.getByRole("table", { name: "Age and sex" }).getByRole("row").allInnerTexts();
  assert.ok(rows.some((row) => row.includes("‡ hidden")), rows.join("\n"));
});

test("stock and flow stand beside each other, and a picture is taken along with its title, its signs and its table", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  await page.getByRole("button", { name: /Show as a table.*Came home in each year/ }).click();
  await page.getByRole("table", { name: "Came home in each year" }).getByRole("row", { name: /^2019 292 – 84 220/ }).waitFor();
  await page.getByRole("button", { name: /Show as a table.*Home by the reference date/ }).click();
  await page.getByRole("table", { name: "Home by the reference date" }).getByRole("row", { name: `Uzbekistan, ${LAST_YEAR} 531` }).waitFor();

  await council.chooseReturn(anybody, { state: "Uzbekistan", year: LAST_YEAR });
  await page.getByRole("img", { name: /^Age and sex/ }).locator("svg").waitFor();
  const files = await council.savePicture(anybody, "Age and sex");
  assert.deepEqual(files.map(({ name }) => name), ["Age-and-sex.png", "Age-and-sex.svg", "Age-and-sex.csv"]);
  const [png, svg, csv] = files.map(({ content }) => content);
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const texts = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    return read.querySelector("parsererror") ? ["no XML"] : [...read.querySelectorAll("text")].map(({ textContent }) => textContent);
  }, svg.toString());
  assert.equal(texts[0], "Age and sex");
  assert.ok(texts.some((text) => text.startsWith(`As of 31 December ${LAST_YEAR}.`)) && texts.some((text) => text.startsWith("‡ Hidden")), texts.join("\n"));
  const lines = csv.toString().replace("\uFEFF", "").trim().split("\r\n");
  assert.match(lines[0], /^Age,Female,Male/);
  assert.ok(lines.slice(1).every((line) => /^[^,]+(,(\d+|hidden))+$/.test(line)) && lines.some((line) => line.includes("hidden")), lines.join("\n"));
});

test("States stand beside each other with what makes their figures unlike, and on the map", async () => {
  const anybody = await stage.reader();
  const { page } = anybody;
  await council.openFigures(anybody);
  const part = page.getByRole("region", { name: `The States beside each other, ${LAST_YEAR}` });
  const grounds = part.getByRole("table", { name: "What stands behind these figures" });
  await grounds.getByRole("row", { name: `Reference date 31.12.${LAST_YEAR} 31.12.${LAST_YEAR}` }).waitFor();
  await grounds.getByRole("row", { name: /^Hidden figures \d+ of \d+ \d+ of \d+$/ }).waitFor();
  await part.getByLabel("Indicator").selectOption({ label: "Housing" });
  await part.getByRole("img", { name: new RegExp(`^Housing: share reached, ${LAST_YEAR}.*Turkmenistan: No figure`) }).locator("svg").waitFor();
  await part.getByRole("button", { name: /About this figure: Housing/ }).click();
  await page.getByRole("link", { name: `What the returns for ${LAST_YEAR} count` }).last().waitFor();
});

test("a return is taken along in every form, and no form says more than the page", async () => {
  const { items } = await (await fetch(`${stage.region.url("council")}/api/public/releases`)).json();
  const { id } = items.find(({ state, year }) => state === "uz" && year === LAST_YEAR);
  const file = async (format) => {
    const reply = await fetch(`${stage.region.url("council")}/api/public/releases/${id}/tables?format=${format}&language=ru`);
    assert.equal(reply.status, 200, format);
    return Buffer.from(await reply.arrayBuffer());
  };
  const release = await (await fetch(`${stage.region.url("council")}/api/public/releases/${id}`)).json();
  const shownOnly = (total, ...rest) => assert.ok(rest.every((one) => one === total), [total, ...rest].join());
  const csv = (await file("csv")).toString().trim().split("\r\n").slice(1);
  shownOnly(release.tables.flatMap(({ cells }) => cells).filter(({ hidden }) => hidden).length, csv.filter((line) => line.endsWith(",,hidden")).length);

  const sdmx = (await file("sdmx")).toString().trim().split("\r\n");
  assert.ok(sdmx[0].startsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,"));
  assert.ok(sdmx.slice(1).every((line) => /,(\d+,A,F|,Q,C),/.test(line)));
  const { dataValues } = JSON.parse(await file("dhis2"));
  assert.ok(dataValues.every(({ value, comment }) => (value === undefined) !== (comment === undefined)));
  shownOnly(sdmx.filter((line) => line.includes(",Q,C,")).length, dataValues.filter(({ comment }) => comment).length);
  const known = new Set(Object.values(JSON.parse(await file("dhis2_metadata"))).flat().map(({ id: uid }) => uid).concat("HllvX50cXC0"));
  assert.ok(dataValues.every(({ dataElement, orgUnit, categoryOptionCombo }) => [dataElement, orgUnit, categoryOptionCombo].every((uid) => known.has(uid))));
  const hxl = (await file("hxl")).toString().split("\r\n");
  assert.ok(hxl[1].split(",").every((tag) => /^#[a-z]+(\+[a-z0-9_]+)*$/.test(tag)), hxl[1]);
  assert.equal((await file("xlsx")).subarray(0, 2).toString(), "PK");
  assert.equal((await file("pdf")).subarray(0, 5).toString(), "%PDF-");
  assert.equal((await fetch(`${stage.region.url("council")}/api/public/releases/${id}/tables?format=docx`)).status, 422);
});

test("it reads in Russian, in the dark", async () => {
  const anybody = await stage.reader(undefined, { language: "ru", scheme: "dark" });
  await anybody.page.goto("/");
  await anybody.page.getByRole("heading", { level: 1, name: "Снова дома: Центральная Азия" }).waitFor();
  await anybody.page.getByText("Казахстан 754 + Кыргызстан 511 + Таджикистан 381 + Узбекистан 531 = 2 177").waitFor();
  await anybody.page.getByRole("heading", { name: "Какую помощь они получили" }).waitFor();
  await anybody.look("council-figures-ru");
});

test("the secretariat holds a session, records a decision, and its action comes to Kyrgyzstan and back", async () => {
  const secretariat = await stage.reader("secretariat");
  const { page } = secretariat;
  await page.getByRole("heading", { level: 1, name: "What needs attention" }).waitFor();
  await page.getByRole("region", { name: "Overdue actions" }).getByRole("link", { name: "Try the outcome survey in two regions" }).waitFor();
  await page.getByRole("link", { name: "Second session of the Council" }).waitFor();
  await secretariat.look("council-home");

  await council.mustBeVerified(secretariat, { state: "Uzbekistan", year: LAST_YEAR });
  await secretariat.look("council-returns");

  const session = await council.openSession(secretariat, { title: TITLE, kind: "Plenary", host: "Uzbekistan", place: "Tashkent", on: "14.05.2024" });
  await page.getByText("Tashkent, 14 May 2024").waitFor();
  await council.addAgendaItem(secretariat, { title: "The first month at home", body: "What families say helped them." });
  const decision = await council.recordDecision(secretariat, {
    on: "14.05.2024",
    item: "1. The first month at home",
    english: "Each family is visited within a month of coming home.",
    russian: "Каждую семью посещают в течение месяца после возвращения.",
  });
  assert.equal(decision, "2024/1");
  await council.addAction(secretariat, { decision, owner: "Kyrgyzstan", title: ACTION, body: "In two regions, and tell what families say.", due: DUE });
  await secretariat.look("council-session");
  await page.goto("/meetings");
  await secretariat.look("council-sessions");
  await page.goto("/decisions?q=2024/1");
  await page.getByRole("link", { name: TITLE }).waitFor();
  await secretariat.look("council-decisions");

  const coordinator = await stage.region.signIn("kg", "coordinator");
  const arrived = await until(async () => (await coordinator.get("/api/actions")).items.find(({ title }) => title === ACTION), "the action at Kyrgyzstan");
  assert.deepEqual([arrived.decision, arrived.session, arrived.state], ["2024/1", TITLE, "open"]);
  await coordinator.post(`/api/actions/${arrived.id}/progress`, { note: "Begun in Osh and Chuy.", done: false });
  await coordinator.post(`/api/actions/${arrived.id}/progress`, { note: "Both regions have reported.", done: true });
  await council.mustHear(secretariat, ACTION, "Both regions have reported.");
  const { state, reports } = await council.actionNow(secretariat, ACTION);
  assert.equal(state, "Done");
  assert.equal(reports.length, 2);
  assert.match(reports[0], /Kyrgyzstan reported\n.*\nBegun in Osh and Chuy\./s);
  await secretariat.look("council-actions");
  await page.goto("/members");
  await secretariat.look("council-members");
  await page.goto(session);
  await page.getByText("2 reports").waitFor();
});

test("a form says at its field what is wrong, and the focus goes where the reader is needed", async () => {
  const secretariat = await stage.reader("secretariat");
  const { page } = secretariat;
  await page.goto("/meetings");
  await page.getByRole("link", { name: "Meeting of the working groups", exact: true }).click();
  await page.getByRole("button", { name: "Add an agenda item" }).click();
  assert.equal(await page.getByLabel("What is discussed").evaluate((field) => field === document.activeElement), true);
  await page.getByRole("region", { name: "Agenda" }).getByRole("button", { name: "Add an agenda item" }).click();
  await page.getByText("This is needed.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await page.getByRole("button", { name: "Add an agenda item" }).evaluate((button) => button === document.activeElement), true);

  await page.getByRole("button", { name: "Record a decision" }).click();
  await page.getByRole("textbox", { name: "Decided on" }).fill("01.01.2020");
  await page.getByLabel("Text in English").fill("A decision of another day.");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await page.getByText("The decision must lie on a day of its session.").waitFor();
  await secretariat.look("council-record-decision");
});

test("a claim is published, stands on the public page, and is withdrawn", async () => {
  const secretariat = await stage.reader("secretariat");
  const anybody = await stage.reader();
  const { page } = secretariat;
  await menu(page).getByRole("link", { name: "Public claims" }).click();
  await page.getByRole("link", { name: "Publish a claim" }).click();
  await page.getByLabel("About *").selectOption({ label: "Tajikistan" });
  await page.getByLabel("The source says *").selectOption({ label: "about" });
  await page.getByLabel("Number").fill("400");
  await page.getByLabel("Year").fill("2024");
  await page.getByLabel("Definition").fill("Citizens returned, as an invented source counts them");
  await page.getByLabel("The same in Russian").fill("Вернувшиеся граждане, по подсчётам вымышленного источника");
  await page.getByLabel("Source *").fill("An invented source, 2024");
  await page.getByLabel("Address of the publication").fill("gopher://invented");
  await page.getByRole("button", { name: "Publish a claim" }).click();
  await page.getByText("A link begins with https:// or http:// and has no spaces.").waitFor();
  await secretariat.look("council-claim-refused");
  await page.getByLabel("Address of the publication").fill("");
  await page.getByRole("button", { name: "Publish a claim" }).click();
  await page.getByRole("heading", { level: 1, name: "Public claims" }).waitFor();
  await secretariat.look("council-claims");
  await page.getByLabel("State or region").selectOption({ label: "Tajikistan" });
  await page.getByRole("heading", { level: 2, name: "Kazakhstan" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 2, name: "Tajikistan" }).waitFor();
  await council.openFigures(anybody);
  assert.deepEqual((await council.claimsOf(anybody, "Tajikistan")).map(([, value]) => value), ["381", "about 400"]);
  await anybody.page.getByText("= 2,177").waitFor();

  await page.getByRole("button", { name: "Withdraw: Tajikistan, 400, An invented source, 2024" }).click();
  await page.getByRole("dialog").getByText("The figure leaves the public page at once.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await council.openFigures(anybody);
  assert.deepEqual((await council.claimsOf(anybody, "Tajikistan")).map(([, value]) => value), ["381"]);
});

test("who only reads finds nothing to change, and the server does not take it either", async () => {
  for (const username of ["focal.kg", "expert", "observer"]) {
    const one = await stage.reader(username);
    await menu(one.page).getByRole("link", { name: "Sessions" }).click();
    await one.page.getByRole("link", { name: "Meeting of the working groups", exact: true }).click();
    await one.page.getByRole("heading", { name: "Decisions" }).waitFor();
    assert.equal(await one.page.getByRole("button", { name: /^(Add|Record)/ }).count(), 0, username);
    assert.equal(await menu(one.page).getByRole("link", { name: "Public claims" }).count(), 0, username);
    await one.mustBeClean();
    const session = await stage.region.signIn("council", username);
    const meeting = { kind: "plenary", title: "A session", host: "", place: "", starts_on: "2024-05-14", ends_on: "2024-05-14" };
    await assert.rejects(session.post("/api/meetings", meeting), { status: 403 });
  }
  const admin = await stage.reader("admin");
  await admin.page.getByRole("heading", { level: 1, name: "Home again in Central Asia" }).waitFor();
  const session = await stage.region.signIn("council", "admin");
  await assert.rejects(session.get("/api/actions"), { status: 403 });
});
