// The providers of services and what each service needs: who may change it, and two who change it at once.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";

let first, second;
const stage = setStage({ programs: ["uz"] }, async () => {
  [first, second] = await stage.all("coordinator", "coordinator2");
});
const button = ({ page }, name) => page.getByRole("button", { name, exact: true });

stage.step("two coordinators change one provider, and what both wrote is joined", async () => {
  await first.page.goto("/providers");
  const link = first.page.getByRole("table").getByRole("link").first();
  await link.waitFor();
  const name = await link.innerText();
  await link.click();
  await button(first, "Change the entry").waitFor();
  const address = new URL(first.page.url()).pathname;
  await second.page.goto(address);
  for (const one of [first, second]) await button(one, "Change the entry").click();
  await first.page.getByLabel("Opening hours").fill("8 to 17");
  await first.page.getByLabel("District").fill("Quva");
  await button(first, "Save").click();
  await button(first, "Change the entry").waitFor();
  await second.page.getByLabel("District").fill("Rishton");
  await second.page.getByLabel("Address").fill("Navoi street 4");
  await button(second, "Save").click();
  await second.page.getByRole("definition").filter({ hasText: "Quva" }).waitFor();
  await second.look("provider-meanwhile");
  await button(second, "Keep mine and go on").click();
  assert.equal(await second.page.getByLabel("Opening hours").inputValue(), "8 to 17", "what the colleague alone changed is taken over");
  await button(second, "Save").click();
  await button(second, "Change the entry").waitFor();
  for (const told of ["Rishton", "Navoi street 4", "8 to 17"]) await second.page.getByRole("definition").filter({ hasText: told }).waitFor();
  await second.page.getByRole("heading", { level: 1, name }).waitFor();
});

stage.step("what a service needs is changed by a coordinator, and read by whoever orders", async () => {
  await first.page.goto("/providers");
  await first.page.getByRole("link", { name: "What each service needs" }).click();
  const row = ({ page }) => page.getByRole("row").filter({ hasText: "Vocational training" });
  await row(first).waitFor();
  await first.look("service-terms");
  await second.page.goto("/service-terms");
  for (const one of [first, second]) await one.page.getByRole("button", { name: "Change: Vocational training" }).click();
  const days = ({ page }) => page.getByLabel("Ask what came of it after so many days");
  await days(first).fill("120");
  await first.look("service-terms-form");
  await button(first, "Save").click();
  await row(first).getByText("120").waitFor();
  await days(second).fill("200");
  await second.page.getByLabel("A supervisor approves it").check();
  await button(second, "Save").click();
  await second.page.getByRole("definition").filter({ hasText: "120" }).waitFor();
  await button(second, "Take theirs and go on").click();
  await button(second, "Save").click();
  await row(second).getByText("120").waitFor();
  await row(second).getByText("A supervisor approves it").waitFor();
  const worker = await stage.as("worker", { language: "ru" });
  await worker.page.goto("/service-terms");
  await worker.page.getByRole("row").filter({ hasText: "120 дней" }).getByText("Утверждает руководитель").waitFor();
  assert.equal(await worker.page.getByRole("button", { name: /^Изменить/ }).count(), 0);
  await worker.look("service-terms-ru");
});

stage.step("when something is looked at again is a decision of the State, with its source", async () => {
  await first.page.goto("/caseload");
  await first.page.getByRole("link", { name: "When we look again" }).click();
  const row = ({ page }) => page.getByRole("row").filter({ hasText: "A child’s stay in residential care" });
  await row(first).getByText("3 months").waitFor();
  await first.page.getByRole("button", { name: "Change: A child’s stay in residential care" }).click();
  await first.page.getByLabel("After how many months").fill("2");
  await first.page.getByLabel("What it rests on").fill("Order 12 of the Ministry, 3 March 2026");
  await first.look("intervals-form");
  await button(first, "Save").click();
  await row(first).getByText("2 months").waitFor();
  await row(first).getByText("Order 12 of the Ministry").waitFor();
  await first.look("intervals");
  const worker = await stage.as("worker", { language: "ru" });
  await worker.page.goto("/intervals");
  await worker.page.getByRole("row").filter({ hasText: "Пребывание ребёнка в учреждении" }).getByText("2 месяца").waitFor();
  assert.equal(await worker.page.getByRole("button", { name: /^Изменить/ }).count(), 0);
  await worker.look("intervals-ru");
});

stage.step("nothing broke on the way", async () => {
  for (const one of [first, second]) await one.mustBeClean();
});
