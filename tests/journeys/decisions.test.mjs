// A decision under silence, over real programs: written side by side, stopped by a State, adopted by the calendar alone;
// and an action that follows from it, to a State's node and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../region/region.mjs";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import * as decisions from "./steps/decisions.mjs";

const DAYS_LATER = 4;
const LIBRARY = "A library of lessons for returning children";
const VISITS = "Visits in the first month at home";
const ACTION = "Send three lessons to the library";

const stage = setStage({ programs: ["council", "kg"] });
let library, visits;

test("the agreed languages are all written before the silence, and each change of the text can be read", async () => {
  const secretariat = await stage.reader("secretariat");
  const { page } = secretariat;
  library = await decisions.draft(secretariat, {
    title: LIBRARY, languages: ["Uzbek"],
    texts: { English: "The members share lessons.", Russian: "Члены Совета обмениваются уроками." },
  });
  await decisions.beginSilence(secretariat, decisions.day(3));
  await page.getByText("The text in an agreed language is missing.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await decisions.revise(secretariat, { English: "The members share the lessons they have made.", Uzbek: "Aʼzolar tayyorlagan darslari bilan boʻlishadilar." });
  const changes = page.getByRole("region", { name: "Changes, field by field" });
  await changes.getByText("The members share lessons.").waitFor();
  await changes.getByText("The members share the lessons they have made.").waitFor();
  await changes.getByText("Version 2: Secretariat", { exact: false }).waitFor();
  await decisions.beginSilence(secretariat, decisions.day(2));
  await page.getByText("The silence must last at least 3 days.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await decisions.beginSilence(secretariat, decisions.day(3));
  await decisions.mustBe(secretariat, "Under silence");
  await page.getByText("3 days left").waitFor();
  assert.equal(await page.getByRole("button", { name: /adopt/i }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "Change the draft" }).count(), 0);
  await secretariat.look("decisions-silence");
});

test("a half-written draft is not left without a question", async () => {
  const { page } = await stage.reader("secretariat");
  const title = page.getByLabel("Working title");
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await page.goto("/decisions");
  await page.goto("/decisions/new");
  await title.fill("Half a thought");
  await page.getByRole("main").getByRole("link", { name: "Decisions", exact: true }).click();
  await until(() => asked.length === 1, "the first question");
  assert.equal(await title.inputValue(), "Half a thought");
  assert.equal(new URL(page.url()).pathname, "/decisions/new");
  await page.getByRole("main").getByRole("link", { name: "Decisions", exact: true }).click();
  await page.getByRole("heading", { name: "Decisions", level: 1 }).waitFor();
  assert.equal(asked.length, 2);
  assert.match(asked[1], /not saved yet/);
});

test("a State's objection stops it; an observer sees nothing of it, and may not object", async () => {
  const [secretariat, uz, observer] = [await stage.reader("secretariat"), await stage.reader("focal.uz"), await stage.reader("observer")];
  visits = await decisions.draft(secretariat, { title: VISITS, texts: { English: "Each family is visited.", Russian: "Каждую семью посещают." } });
  await decisions.beginSilence(secretariat, decisions.day(3));
  await decisions.mustBe(secretariat, "Under silence");

  await uz.page.goto(visits);
  await uz.look("decisions-to-object");
  await decisions.object(uz, { state: "Uzbekistan", reason: "The month is too short in the mountains." });
  await decisions.mustBe(uz, "Silence broken");
  await uz.look("decisions-objected");

  await observer.page.goto(visits);
  await observer.page.getByText("There is no such decision, or you may not see it.").waitFor();
  await observer.page.goto("/decisions");
  await observer.page.getByRole("link", { name: "Decision", exact: false }).first().waitFor();
  assert.equal(await observer.page.getByText(LIBRARY).count(), 0);
  const session = await stage.region.signIn("council", "observer");
  await assert.rejects(session.post(`/api${visits}/objection`, { reason: "No." }), { status: 403 });

  await secretariat.page.goto(visits);
  await decisions.revise(secretariat, { English: "Each family is visited within two months.", Russian: "Каждую семью посещают в течение двух месяцев." });
  await decisions.mustBe(secretariat, "Draft");
  await decisions.beginSilence(secretariat, decisions.day(20));
  await decisions.mustBe(secretariat, "Under silence");
  assert.deepEqual(await decisions.story(secretariat), [
    "Drafted", `Silence begun, version 1, until ${await longDay(secretariat, 3)}`, "Uzbekistan objected", "Text changed, version 2",
    `Silence begun, version 2, until ${await longDay(secretariat, 20)}`]);
});

test("two who write on one draft: what was typed stays, theirs stands under it, and whoever saves chooses", async () => {
  const [first, second] = [await stage.reader("secretariat"), await stage.reader("secretariat")];
  const path = await decisions.draft(first, { title: "A draft of two", texts: { English: "We meet twice a year.", Russian: "Мы встречаемся дважды в год." } });
  const { page } = second;
  await page.goto(path);
  await page.getByRole("link", { name: "Change the draft" }).click();
  await decisions.write(second, { English: "We meet in spring and autumn." });
  await decisions.revise(first, { English: "We meet three times a year.", Russian: "Мы встречаемся трижды в год." });

  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByText("Taken over from your colleague: Text in Russian.").waitFor();
  assert.equal(await page.getByLabel("Text in English", { exact: true }).inputValue(), "We meet in spring and autumn.");
  assert.equal(await page.getByLabel("Text in Russian", { exact: true }).inputValue(), "Мы встречаемся трижды в год.");
  const theirs = page.getByRole("group", { name: "Your colleague's version: Text in English" });
  await theirs.getByText("We meet three times a year.").waitFor();
  await second.look("decisions-two-writers");
  await theirs.getByRole("button", { name: "Take theirs" }).click();
  assert.equal(await page.getByLabel("Text in English", { exact: true }).inputValue(), "We meet three times a year.");
  await theirs.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("region", { name: "Where it stands" }).waitFor();
  await page.getByText("We meet in spring and autumn.").first().waitFor();
  await page.getByText("Version 3: Secretariat", { exact: false }).waitFor();
});

/** A day from today on as pages write it. */
const longDay = ({ page }, plusDays) => page.evaluate((at) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(at), Date.now() + plusDays * 86_400_000);

test("the calendar adopts it, numbers it and opens it; what was said about it before stays with those who decide", async () => {
  await stage.daysLater(DAYS_LATER);
  const secretariat = await stage.reader("secretariat");
  const { page } = secretariat;
  await until(async () => (await (await stage.region.signIn("council", "secretariat")).get(`/api${library}`)).decision.number !== "", "the number");
  await page.goto(library);
  await page.getByRole("heading", { level: 1, name: /^Decision \d{4}\/\d+$/ }).waitFor();
  await decisions.mustBe(secretariat, "Adopted");
  assert.equal((await decisions.story(secretariat)).at(-1), "Adopted: no State objected");
  await secretariat.look("decisions-adopted");
  await page.goto(visits);
  await decisions.mustBe(secretariat, "Under silence");
  await page.getByText("16 days left").waitFor();

  const nobody = await fetch(`${stage.region.url("council")}/api/public${library}`);
  assert.equal(nobody.status, 404);
  await page.goto(library);
  await page.getByRole("button", { name: "Open to everybody" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open it" }).click();
  await page.getByText("Everybody can read it now.").waitFor();
  const open = await (await fetch(`${stage.region.url("council")}/api/public${library}`)).json();
  assert.equal(open.decision.title, LIBRARY);
  assert.deepEqual([open.silences, open.edits, open.drafted_by], [[], [], ""]);

  const observer = await stage.reader("observer");
  await observer.page.goto(library);
  await observer.page.getByLabel("Language").selectOption("ru");
  await observer.page.getByText("Aʼzolar tayyorlagan").waitFor();
  await observer.page.getByRole("heading", { name: "Где оно сейчас" }).waitFor();
  assert.equal(await observer.page.getByRole("heading", { name: "Что происходило" }).count(), 0);
  await observer.look("decisions-observer-ru");
  await observer.page.goto("/decisions?state=adopted");
  await observer.page.getByText(LIBRARY).waitFor();
  await observer.look("decisions-list-ru");
});

test("a State explains its position beside it", async () => {
  const kg = await stage.reader("focal.kg");
  await kg.page.goto(library);
  await kg.page.getByRole("button", { name: "Add a position" }).click();
  await kg.page.getByLabel("Position of Kyrgyzstan").fill("We begin with lessons in Kyrgyz.");
  await kg.page.getByRole("button", { name: "Add a position" }).click();
  await written(kg.page.getByRole("region", { name: "Positions of States" }), "We begin with lessons in Kyrgyz.").waitFor();
  await kg.mustBeClean();
});

test("an action reaches its State, its report comes back, a moved day and a drop are told", async () => {
  const [secretariat, coordinator] = [await stage.reader("secretariat"), await stage.reader("coordinator", { code: "kg" })];
  const { page } = secretariat;
  await page.goto(library);
  await decisions.addAction(secretariat, { owner: "Kyrgyzstan", title: ACTION, due: decisions.day(30) });
  await page.getByRole("link", { name: ACTION }).click();
  await page.getByRole("heading", { level: 1, name: ACTION }).waitFor();
  const place = page.url();
  const told = async (words) => until(async () => {
    await page.goto(place);
    await secretariat.settle();
    return (await page.getByText(words).count()) > 0;
  }, words);
  await told("Delivered on");
  await decisions.moveDue(secretariat, { to: decisions.day(45), reason: "The school holidays lie between." });

  const card = coordinator.page.getByRole("region", { name: ACTION });
  await until(async () => {
    await coordinator.page.goto("/actions");
    await coordinator.settle();
    return (await card.getByText("The school holidays lie between.").count()) > 0;
  }, "the moved day at Kyrgyzstan");
  await card.getByRole("button", { name: "Report progress" }).click();
  await card.getByLabel("How far has it come?").fill("Two lessons are sent.");
  await card.getByLabel("Percent done").fill("65");
  await card.getByLabel("Link to it (https)").fill("http://example.org/lessons");
  await card.getByRole("button", { name: "Send to the Council" }).click();
  await card.getByText("A link begins with https://").waitFor();
  await card.getByLabel("Link to it (https)").fill("https://example.org/lessons");
  await card.getByRole("button", { name: "Send to the Council" }).click();
  await card.getByText("65% done").waitFor();
  await coordinator.look("decisions-action-at-node");
  await told("Two lessons are sent.");
  assert.equal(await page.getByRole("link", { name: "Link to the evidence" }).getAttribute("href"), "https://example.org/lessons");
  assert.equal(await page.getByRole("button", { name: "Report progress" }).count(), 0, "what has reached its node is reported from there");
  await secretariat.look("decisions-action");

  await decisions.drop(secretariat, "The library has enough lessons.");
  await until(async () => {
    await coordinator.page.goto("/actions");
    await coordinator.settle();
    return (await card.getByText("The library has enough lessons.").count()) > 0;
  }, "the drop at Kyrgyzstan");
  assert.equal(await card.getByRole("button", { name: "Report progress" }).count(), 0);
  await coordinator.mustBeClean();
});

test("a State without a node in use reports at the Council", async () => {
  const secretariat = await stage.reader("secretariat");
  const { page } = secretariat;
  await page.goto("/actions?owner=tm");
  await page.getByRole("link", { name: "Example: name the services that interpret" }).click();
  await page.getByRole("heading", { level: 1, name: "Example: name the services that interpret" }).waitFor();
  await page.getByText("Waits for the owner's node").waitFor();
  await page.getByRole("button", { name: "Report progress" }).click();
  await page.getByLabel("How far has it come?").fill("All five regions have answered.");
  await page.getByLabel("This is done").check();
  await page.getByRole("button", { name: "Record the report" }).click();
  await page.getByText("Turkmenistan: done, written down by the secretariat", { exact: false }).or(written(page, "All five regions have answered.")).first().waitFor();
  await page.getByRole("region", { name: "What is asked" }).getByText("Done", { exact: true }).waitFor();
  await page.goto("/actions");
  await page.getByRole("row", { name: /^Turkmenistan 0 0 1 0/ }).waitFor();
  await page.getByRole("row", { name: /^Kyrgyzstan 0 0 0 1/ }).waitFor();
  await secretariat.look("decisions-actions");
});

test("nobody moves the clock of an installation that is no demo", async () => {
  await stage.region.end("council");
  const { readFile, writeFile } = await import("node:fs/promises");
  const config = stage.region.config("council");
  await writeFile(config, (await readFile(config, "utf8")).replace(/demo = true/, "demo = false"));
  await assert.rejects(stage.region.start("council"), /HOMEWARD_TEST_CLOCK_OFFSET_S is for demo regions only/);
  await stage.region.end("council").catch(() => {});
});
