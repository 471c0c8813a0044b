// What may be told about a person: asked, refused, withdrawn, and called back from whoever has it.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import { openCase, personWithoutCase } from "./steps/casework.mjs";
import { section } from "./steps/documents.mjs";
import { openTasks } from "./steps/home.mjs";

let worker, address;
const stage = setStage({ programs: ["uz"] }, async () => {
  worker = await stage.as("worker");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
const purpose = (page, name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Notes an answer for a purpose; `fill` does what is particular. */
async function note({ page }, name, answer, fill = async () => {}) {
  const card = purpose(page, name);
  await card.getByRole("button", { name: /^(Ask and note the answer|Note a new answer)/ }).click();
  await card.getByRole("radio", { name: answer, exact: true }).check();
  await fill(card);
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Saved").or(page.getByText("Saved")).first().waitFor();
}

stage.step("before anybody was asked, the page says so and what to do", async () => {
  address = await openCase(worker, await personWithoutCase(worker));
  await worker.page.getByRole("link", { name: "Sharing", exact: true }).click();
  await worker.page.waitForURL(/\/sharing$/);
  await says(worker, "Refusing changes nothing in the help");
  await says(worker, "Nothing was shared by referral or letter");
  await worker.look("sharing-begin");
});

stage.step("an answer names who spoke, for whom, and what is kept back", async () => {
  await note(worker, "Referral to others", "Yes", async (card) => {
    await card.getByLabel("Who answered?").selectOption({ label: "Somebody else" });
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("This is needed.").first().waitFor();
    await card.getByLabel("Name, and what they are to the person").fill("Aunt, cares for the family");
    await card.getByLabel("Another, by name").fill("Red Crescent, district branch");
    await card.getByLabel("Where they came from").check();
    await card.getByLabel("Why not?").fill("They are asked about it everywhere.");
    await worker.look("sharing-form");
  });
  const card = purpose(worker.page, "Referral to others");
  await card.getByText("For: Red Crescent, district branch").waitFor();
  await card.getByText(/Not to be told: Where they came from/).waitFor();
  await note(worker, "Search for relatives", "No", (card) => card.getByLabel("Who answered?").selectOption({ label: "The person" }));
  await purpose(worker.page, "Search for relatives").getByText("Refused").waitFor();
  await worker.look("sharing-answers");
});

stage.step("a consent is withdrawn, and says whom that reaches", async () => {
  const card = purpose(worker.page, "Referral to others");
  await card.getByRole("button", { name: /^Withdraw/ }).click();
  await card.getByText("Nothing was shared under it yet.").waitFor();
  await card.getByRole("button", { name: "Withdraw", exact: true }).click();
  await card.getByText("Withdrawn", { exact: true }).waitFor();
});

stage.step("what lies outside is called back by a letter, until its receiver has answered", async () => {
  const { page } = worker;
  const letter = "Send the letter that calls back what was shared";
  const task = (await openTasks(worker)).find(({ what }) => what === letter);
  assert.ok(task, "a task tells of the letter");
  await page.getByRole("link", { name: letter }).first().click();
  await page.waitForURL(/\/sharing$/);
  const shared = section(page, "What was shared");
  await shared.getByText("Send the letter").first().waitFor();
  await worker.look("sharing-recall");
  const download = page.waitForEvent("download");
  await shared.getByRole("link", { name: "Letter to print" }).click();
  assert.equal((await download).suggestedFilename(), "letter.pdf");
  await shared.getByRole("button", { name: "I sent it today" }).click();
  await shared.getByText("Letter sent; the answer is awaited").waitFor();
  await shared.getByRole("button", { name: /^Write down the answer/ }).click();
  await shared.getByRole("radio", { name: "Destroyed" }).check();
  await shared.getByRole("button", { name: "Save" }).click();
  await shared.getByText("Destroyed", { exact: true }).waitFor();
});

stage.step("a body that works here finds what it is asked to give back, and of the person nothing", async () => {
  const labour = await stage.as("labour");
  const { page } = labour;
  await page.goto("/");
  const asked = section(page, "Asked of your organisation");
  await asked.getByText("To be answered").waitFor();
  await page.getByRole("link", { name: "To give back" }).first().click();
  await page.waitForURL(/\/asked-back$/);
  assert.ok(!/UZ-\d{4}-\d{5}/.test(await page.getByRole("main").innerText()), "no file code");
  await asked.getByRole("button", { name: /^Answer/ }).click();
  await asked.getByRole("radio", { name: "A law demands that it is kept" }).check();
  await asked.getByLabel("Which law, and until when?").fill("Law on archives, until 2031");
  await labour.look("asked-back");
  await asked.getByRole("button", { name: "Save" }).click();
  await asked.getByText("A law demands that it is kept").waitFor();
  await labour.mustBeClean();
});

stage.step("the page reads well in Russian", async () => {
  const russian = await stage.as("worker", { language: "ru" });
  await russian.page.goto(`${address}/sharing`);
  await says(russian, "Отказ ничего не меняет в помощи");
  await russian.look("sharing-ru");
});

stage.step("nothing broke on the way", async () => worker.mustBeClean());
