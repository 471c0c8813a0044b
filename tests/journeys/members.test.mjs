// Members and bodies: names of another day, the States' voices, an official from nomination to a closed account,
// agreements; and experts, who are seen as far as they agreed to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import * as members from "./steps/members.mjs";
import { menu } from "./steps/people.mjs";

let secretariat, kg, tm, observer, expert, admin, anybody;
const stage = setStage({ programs: ["council"] }, async () => {
  [secretariat, kg, tm, observer, expert, admin, anybody] = await stage.all("secretariat", "focal.kg", "focal.tm", "observer", "expert", "admin", null);
});

test("the directory finds a body in either script, and shows it as it stood on a day", async () => {
  const { page } = observer;
  await page.goto("/members");
  await page.getByText("37 States and bodies").waitFor();
  await page.getByRole("row", { name: /^Kazakhstan .*1 open, 1 overdue/ }).waitFor();
  await page.goto("/members?tier=partner");
  await page.getByText("8 States and bodies").waitFor();
  await observer.look("members");
  await page.goto("/members");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("обсе");
  await page.getByText("1 State or body").waitFor();
  await page.getByRole("link", { name: /^Organization for Security and Co-operation/ }).waitFor();
  await page.goto("/members/isrs");
  await page.getByRole("heading", { level: 1, name: /^Institute for Strategic and Regional Studies/ }).waitFor();
  await observer.look("member-body");
  await page.getByRole("textbox", { name: "As it stood on" }).fill("25.09.2020");
  await page.getByRole("heading", { level: 1, name: /^Institute for Strategic and Interregional Studies/ }).waitFor();
  await page.getByText("It is no member, observer or partner.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^(Add|Change|Nominate)/ }).count(), 0);
});

test("a body is added, proposed, and a partner when the last State has said yes", async () => {
  const code = await members.addBody(secretariat, { name: "Example: a school of social work", short: "ESSW", code: "essw", kind: "Academic body", state: "Kyrgyzstan" });
  await members.propose(secretariat, { as: "Partner", why: "It trains social workers in two languages." });
  await observer.page.goto(`/members/${code}`);
  await observer.page.getByText("It is no member, observer or partner.").waitFor();
  for (const state of ["kz", "tj", "uz"]) {
    const session = await stage.region.signIn("council", `focal.${state}`);
    const [proposal] = (await session.get("/api/memberships")).items.filter(({ body }) => body.code === code);
    await session.post(`/api/memberships/${proposal.id}/voice`, { agrees: true });
    await assert.rejects(session.post(`/api/memberships/${proposal.id}/voice`, { agrees: false, reason: "Again" }), { status: 409 });
  }
  await members.sayYes(kg, "Example: a school of social work");
  await kg.look("members-proposals");
  await members.sayYes(tm, "Example: a school of social work");
  await observer.page.reload();
  await observer.page.getByRole("region", { name: "Standing with the Council" }).getByText("Confirmed").waitFor();
});

test("an objection needs its reason and stops a proposal", async () => {
  await members.object(kg, "Hedayah", "First share the reports of its project.");
  await secretariat.page.goto("/members/hedayah");
  const standing = secretariat.page.getByRole("region", { name: "Standing with the Council" });
  await standing.getByText("Stopped by an objection").waitFor();
  await written(standing, "First share the reports of its project.").waitFor();
  await secretariat.look("member-stopped");
});

test("an official is nominated, confirmed by a second person, signs in with a new password, and leaves", async () => {
  await kg.page.goto("/members/kg");
  await members.nominate(kg, { name: "Second alternate, Kyrgyzstan", role: "Alternate" });
  assert.equal(await members.card(kg.page, "Second alternate, Kyrgyzstan, Alternate").getByRole("button", { name: "Confirm" }).count(), 0);
  await secretariat.page.goto("/members/proposals");
  await members.card(secretariat.page, "Second alternate, Kyrgyzstan, Alternate").getByRole("button", { name: "Confirm" }).click();
  await secretariat.page.getByText("Confirmed.", { exact: true }).waitFor();

  const given = await members.makeAccount(admin, { official: "Second alternate, Kyrgyzstan", username: "alternate2.kg" });
  await admin.look("accounts");
  const newcomer = await stage.reader();
  await members.firstSignIn(newcomer, { username: "alternate2.kg", given, chosen: "a password of my own" });
  // The appointment says Russian before all, and so the account reads.
  await newcomer.page.getByRole("heading", { level: 1, name: "Что требует внимания" }).waitFor();

  await kg.page.goto("/members/kg");
  await members.endAppointment(kg, "Second alternate, Kyrgyzstan, Alternate", "Moved to other work.");
  await kg.look("member-state");
  await newcomer.page.goto("/members");
  await newcomer.page.waitForURL(/\/sign-in/);
});

test("an agreement warns of its end; a party says how its parts stand", async () => {
  await menu(kg.page).getByRole("link", { name: "Agreements" }).click();
  await kg.look("agreements");
  await kg.page.getByRole("link", { name: /plan of joint seminars/ }).click();
  await members.report(kg, /^Example: a seminar on schooling/, { state: "Done", evidence: "Held in Osh, twelve took part." });
  await written(kg.page, "Held in Osh, twelve took part.").waitFor();
  await kg.look("agreement");
  await secretariat.page.goto("/agreements/new");
  await members.addAgreement(secretariat, { title: "Example: letter of co-operation", year: "2024", parties: ["undp", "kyrgyz"], source: "Invented for a test" });
  await secretariat.page.getByRole("heading", { level: 1, name: "Example: letter of co-operation" }).waitFor();
});

test("an expert is seen as far as they agreed to it, and not a moment longer", async () => {
  const { page } = anybody;
  await page.goto("/experts");
  await page.getByRole("link", { name: "Expert, psychosocial support" }).click();
  await page.getByRole("region", { name: "Profile" }).waitFor();
  assert.equal(await page.getByRole("region").count(), 1, "nothing but the profile is for everybody");
  await page.goBack();
  await page.getByRole("link", { name: "Expert, psychosocial support" }).waitFor();
  await anybody.look("experts-public");
  await observer.page.goto("/experts");
  await observer.page.getByRole("link", { name: "Expert, civil documents" }).waitFor();
  assert.equal(await observer.page.getByText("Expert, schooling after a long break").count(), 0);
  await members.withdrawConsent(expert, "To be listed");
  await expert.look("expert-own");
  for (const one of [anybody, observer]) {
    await one.page.reload();
    await one.settle();
    assert.equal(await one.page.getByText("Expert, psychosocial support").count(), 0);
  }
  await members.giveConsent(expert, "To be listed");
  await observer.page.reload();
  await observer.page.getByRole("link", { name: "Expert, psychosocial support" }).click();
  await observer.page.getByRole("region", { name: "Profile" }).waitFor();
  assert.equal(await observer.page.getByRole("region", { name: /Vetting|Consent|Invitations/ }).count(), 0);
  await observer.mustBeClean();
});

test("an expert is invited and answers with a reason", async () => {
  await secretariat.page.goto("/experts?field=psychosocial");
  await secretariat.page.getByRole("link", { name: "Expert, psychosocial support" }).click();
  await members.invite(secretariat, { which: "Second session of the Council", by: `31.12.${new Date().getUTCFullYear()}` });
  await secretariat.look("expert-secretariat");
  await expert.page.goto("/experts/me");
  await members.answer(expert, "Second session of the Council", "No", "Teaching in that week.");
  await expert.page.getByText("Reason: Teaching in that week.").waitFor();
  await expert.mustBeClean();
});

test("it reads in Russian", async () => {
  const russian = await stage.reader("focal.uz", { language: "ru" });
  await russian.page.goto("/members/uz");
  await russian.page.getByRole("heading", { level: 1, name: "Узбекистан" }).waitFor();
  await russian.look("member-state-ru");
});
