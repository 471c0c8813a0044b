// A child born abroad without a paper, until school: the chain says that school need not wait, the school reads what it needs, takes
// her, and the paper follows.
import assert from "node:assert/strict";
import { setStage } from "./stage.mjs";
import {
  approvePlan, deliverService, fillGoals, openCase, orderService, recordNeeds, savePlan, startPlan, submitPlan, toCase,
} from "./steps/casework.mjs";
import { addPerson, answerRequest, askForProofOfBirth, findInQueue, noteNationality, section } from "./steps/documents.mjs";
import { noteConsent, refer, takeUp } from "./steps/family.mjs";

const NAMES = { family: "Yulduzova", given: "Oyshabonu" };
const SERVICE = "Enrolment in school";
let worker, supervisor, clerk, school, address;
const stage = setStage({ programs: ["uz"] }, async () => {
  [worker, supervisor, clerk, school] = await stage.all("worker", "supervisor", "registry", "school");
});

const says = (reader, text) => reader.page.getByText(text).first().waitFor();
/** A step of the chain, as the page of documents has it. */
const step = (name) => section(worker.page, "From proof of birth to what it opens").getByRole("listitem").filter({ has: worker.page.getByRole("heading", { name, exact: true }) });
const toDocuments = async () => {
  await worker.page.goto(`${address}/documents`);
  await step("School").waitFor();
};

stage.step("without any paper the page says: school can begin now, housing not", async () => {
  address = await openCase(worker, await addPerson(worker, NAMES, { born_on: `${new Date().getFullYear() - 8}-05~` }));
  await toDocuments();
  await step("Proof of birth").getByText("Can be done now").waitFor();
  await step("School").getByText("This can begin now; the papers follow.").waitFor();
  await step("Housing").getByText("Not at this age").waitFor();
  await worker.look("school-no-paper");
});

stage.step("the registry is asked, and meanwhile the plan promises a school", async () => {
  await askForProofOfBirth(worker, { mother: "Mother of the child" });
  await step("Proof of birth").getByText("Under way").waitFor();
  await toCase(worker, address);
  await recordNeeds(worker, { Education: { level: "Support needed now", note: "Reads a little, taught by her mother." } });
  await startPlan(worker);
  await fillGoals(worker, [{ text: "Goes to school with children of her age", services: [{ service: SERVICE }] }]);
  await savePlan(worker);
  await submitPlan(worker);
  await toCase(supervisor, address, "plan");
  await approvePlan(supervisor);
  await toCase(worker, address, "services");
  await orderService(worker, SERVICE, "Department of education");
});

stage.step("with her mother's word and her own, the school reads what a school needs, and takes her without the paper", async () => {
  await noteConsent(worker, address, "Referral to others", { source: "A caregiver", who: "Mother", assent: "Yes" });
  await refer(worker, address, SERVICE, { Class: "2", "How to reach the social worker": "Room 4" });
  await takeUp(school, NAMES.family, "In class 2; the certificate may follow.");
  const seen = await school.page.getByRole("main").innerText();
  assert.doesNotMatch(seen, /abroad|certificate of return|operation|UZ-\d{4}-\d{5}/i, "not where she was born, nor how she came");
  await school.look("school-took-her");
  await worker.page.goto(`${address}/referrals`);
  await says(worker, "In class 2; the certificate may follow.");
  await toCase(worker, address, "services");
  await deliverService(worker, SERVICE);
});

stage.step("school has begun: the chain holds it by the delivery, or by hand, while proof of birth is still awaited", async () => {
  await toDocuments();
  await step("School").getByText("Done", { exact: true }).waitFor();
  await step("School").getByRole("button", { name: "This was a mistake" }).click();
  await step("School").getByText("This can begin now; the papers follow.").waitFor();
  await worker.page.getByRole("button", { name: /^It has begun.*School|^It has begun$/ }).first().click();
  await worker.page.locator("form").getByRole("button", { name: "Save", exact: true }).click();
  await step("School").getByText("Done", { exact: true }).waitFor();
  await step("Proof of birth").getByText("Under way").waitFor();
  await worker.look("school-begun");
});

stage.step("the paper follows; a citizenship that is feared for changes nothing about school", async () => {
  await clerk.page.goto("/");
  await findInQueue(clerk, NAMES.family);
  await answerRequest(clerk, "The document is issued", { "Number of the document": "I-FA 100300" });
  await toDocuments();
  await step("Proof of birth").getByText("There is: Birth certificate").waitFor();
  await noteNationality(worker, "At risk of statelessness");
  await says(worker, "Until then all services go on as they are.");
  await step("School").getByText("Done", { exact: true }).waitFor();
  await worker.page.goto(`${address}/referrals`);
  await says(worker, "In class 2; the certificate may follow.");
});

stage.step("the page reads well in Russian, and nothing broke on the way", async () => {
  const russian = await stage.as("worker", { language: "ru" });
  await russian.page.goto(`${address}/documents`);
  await says(russian, "Школа");
  await russian.look("school-documents-ru");
  for (const reader of [worker, supervisor, clerk, school]) await reader.mustBeClean();
});
