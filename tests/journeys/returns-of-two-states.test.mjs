// Two States each make the year's return, try to break it, release it; the Council puts both in one ledger; one is corrected.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setStage } from "./stage.mjs";
import { breakReturn, openReturn, prepareReturn, releaseReturn, showByHand, signReturn } from "./steps/returns.mjs";

const year = new Date().getFullYear();
const STATES = [{ code: "uz", name: "Uzbekistan" }, { code: "kz", name: "Kazakhstan" }];
const stage = setStage({ programs: ["uz", "kz", "council"] });
const coordinator = (code) => stage.as("coordinator", { code });
const deputy = (code) => stage.as("coordinator2", { code });

async function signAndRelease(code, path) {
  await signReturn(await coordinator(code));
  const second = await deputy(code);
  await openReturn(second, path);
  await signReturn(second);
  await releaseReturn(second);
}

async function entries() {
  return (await (await fetch(`${stage.region.url("council")}/api/public/ledger`)).json()).items;
}

for (const { code, name } of STATES) {
  test(`${name}: counted, broken by hand, mended, signed by two, released, received`, async () => {
    const reader = await coordinator(code);
    const path = await prepareReturn(reader, year);
    await breakReturn(reader);
    await reader.page.getByText("It holds").first().waitFor();
    await showByHand(reader, "Documents restored", "Hidden: under");
    await reader.page.getByRole("button", { name: "Try with 1 figure shown" }).click();
    await reader.page.getByText("Refused: small figures would be opened").waitFor({ timeout: 60_000 });
    await reader.page.getByRole("button", { name: "Hide them again" }).click();
    await signAndRelease(code, path);
  });
}

test("one State corrects its return, and what it showed before stays known", async () => {
  const reader = await coordinator("kz");
  const path = await prepareReturn(reader, year, "A family was entered twice.");
  await signAndRelease("kz", path);
  const kinds = (await entries()).filter(({ member, tables }) => member === "kz" && tables?.year === year).map(({ kind, replaced_by }) => [kind, Boolean(replaced_by)]);
  assert.deepEqual(kinds, [["correction", false], ["release", true]]);
});

test("the Council's ledger shows both, anybody may check the whole chain, and each State has a copy", async () => {
  const guest = await stage.as(undefined, { code: "council" });
  await guest.page.goto("/ledger");
  for (const { name } of STATES) await guest.page.getByRole("heading", { name: new RegExp(`${name}: (corrected )?return of ${year}`) }).first().waitFor();
  await guest.page.getByText("A family was entered twice.").first().waitFor();
  await guest.page.getByRole("button", { name: "Check all steps" }).click();
  await guest.page.getByText("The whole chain holds").waitFor({ timeout: 30_000 });
  await guest.look("ledger-of-two-states");
  const reader = await coordinator("uz");
  await reader.page.goto("/ledger");
  await reader.page.getByRole("heading", { name: `Kazakhstan: corrected return of ${year}` }).waitFor({ timeout: 30_000 });
  await reader.look("ledger-at-a-node");
});

test("no page complained, and no reply broke the contract", async () => {
  for (const { code } of STATES) {
    await (await coordinator(code)).mustBeClean();
    await (await deputy(code)).mustBeClean();
  }
});
