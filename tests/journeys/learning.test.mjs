// Trainings with certificates that anybody can check; law side by side; commitments and the gaps between initiatives.
import assert from "node:assert/strict";
import { test } from "node:test";
import { written } from "./browser.mjs";
import { setStage } from "./stage.mjs";
import * as learning from "./steps/learning.mjs";

const COURSE = "School from the first week";
const NAME = "A Teacher of Osh";

let secretariat, kg, uz, anybody, path, certificate;
const stage = setStage({ programs: ["council"] }, async () => {
  [secretariat, kg, uz, anybody] = await stage.all("secretariat", "focal.kg", "focal.uz", null);
});

test("a course is written and held; a State sends somebody", async () => {
  await learning.addCourse(secretariat, { english: COURSE, russian: "Школа с первой недели" });
  await secretariat.look("courses");
  path = await learning.planTraining(secretariat, { course: COURSE, host: "Kyrgyzstan" });
  await learning.applyFor(kg, path, { name: NAME, employer: "School No. 1" });
  await kg.look("training-state");
  await uz.page.goto(path);
  await uz.page.getByText("0 of 20 taken; 1 applied").waitFor();
  assert.equal(await uz.page.getByText(NAME).count(), 0, "another State sees how many, not who");
  await uz.mustBeClean();
});

test("who took part gets a certificate, whose code anybody can check on a phone", async () => {
  await learning.acceptAndIssue(secretariat, path, NAME);
  await secretariat.look("training-secretariat");
  certificate = await learning.certificateOf(kg, path, NAME);
  assert.match(certificate.text, new RegExp(NAME));
  assert.match(certificate.text, new RegExp(COURSE));
  assert.equal(await learning.checkCertificate(anybody, certificate.code.toLowerCase()), "The certificate is valid");
  assert.equal(await anybody.page.getByText(NAME).count(), 0, "the name is not told to who only has the code");
  assert.match(await learning.compareName(anybody, NAME.toUpperCase()), /This is the name/);
  assert.match(await learning.compareName(anybody, "Somebody Else"), /not the name/);
  await anybody.look("certificate");
  assert.equal(await learning.checkCertificate(anybody, "2222-2222-2222-2222"), "No such certificate");
  await anybody.look("certificate-unknown");
});

test("a revoked certificate says so at once", async () => {
  await secretariat.page.goto(path);
  await secretariat.page.getByRole("button", { name: `Revoke: ${NAME}` }).click();
  await secretariat.page.getByLabel("Reason").fill("The name was misspelt.");
  await secretariat.page.locator("form").getByRole("button", { name: "Revoke" }).click();
  await secretariat.page.getByText("The certificate is revoked").waitFor();
  assert.equal(await learning.checkCertificate(anybody, certificate.code), "The certificate is no longer valid");
});

test("the catalogue is open to all; persons are counted once", async () => {
  await anybody.page.goto("/trainings");
  await anybody.page.getByRole("rowheader", { name: COURSE }).waitFor();
  await anybody.look("trainings-public");
  await uz.page.goto("/trainings");
  await uz.page.getByText(/specialists? w(as|ere) trained/).waitFor();
  await uz.look("trainings");
});

test("a State adds to its law, and everybody sees it as it stood on a day", async () => {
  await uz.page.goto("/law/new");
  await uz.page.getByLabel("Topic").selectOption({ label: "Documents and civil rights" });
  await uz.page.getByLabel("Instrument").fill("Resolution No. 1 on lost documents");
  await uz.page.getByRole("textbox", { name: /^In force from/ }).fill("01.03.2020");
  await uz.page.getByLabel("What it says, in English").fill("Lost documents are issued anew without a fee.");
  await uz.page.getByLabel("Source", { exact: false }).last().fill("An example of this journey");
  await uz.page.getByRole("button", { name: "Save" }).click();
  await written(uz.page, "Resolution No. 1 on lost documents").waitFor();
  await uz.look("law-side-by-side");
  await anybody.page.goto("/law?topic=documents&on=2020-03-01");
  await anybody.page.getByText("Resolution No. 1 on lost documents").waitFor();
  await anybody.page.goto("/law?topic=documents&on=2020-02-29");
  await anybody.page.getByText("Nothing entered").first().waitFor();
  assert.equal(await anybody.page.getByText("Resolution No. 1 on lost documents").count(), 0);
  await anybody.page.goto("/law");
  await anybody.look("law");
});

test("a State says what it does about a clause", async () => {
  await kg.page.goto("/commitments");
  await kg.page.getByRole("link", { name: /^Joint Plan of Action/ }).click();
  await kg.page.getByRole("button", { name: "Say what is done on clause IV" }).click();
  const form = kg.page.locator("form");
  await form.getByLabel("Status").selectOption({ label: "Under way" });
  await form.getByLabel("What is done").fill("Legal aid points opened in two regions.");
  await form.getByRole("button", { name: "Say what is done" }).click();
  await written(kg.page, "Legal aid points opened in two regions.").waitFor();
  await kg.look("commitment-document");
  const csv = await kg.page.request.get(await kg.page.getByRole("link", { name: "Save as CSV" }).getAttribute("href"));
  assert.match(await csv.text(), /IV,.*rights,kg,under_way,Legal aid points opened in two regions\./);
  await anybody.page.goto("/commitments");
  await anybody.look("commitments");
});

test("the matrix of initiatives shows where none is known", async () => {
  await anybody.page.goto("/initiatives");
  await anybody.page.getByText("none known").first().waitFor();
  await anybody.look("initiatives");
  await secretariat.page.goto("/initiatives");
  await secretariat.look("initiatives-secretariat");
});
