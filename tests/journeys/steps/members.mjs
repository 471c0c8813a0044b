// Steps with members, officials, agreements and experts, in English.

const section = (page, name) => page.getByRole("region", { name, exact: true });
export const card = (page, name) => page.getByRole("article", { name });

/** Chooses a body by typing a part of its name. */
async function choose(page, label, words) {
  const field = page.getByRole("textbox", { name: label, exact: false }).or(page.getByRole("combobox", { name: label })).first();
  await field.click();
  await field.fill(words);
  await page.getByRole("option", { name: new RegExp(words, "i") }).first().click();
}

/** Adds a body; gives its code. */
export async function addBody({ page }, { name, short, code, kind, state }) {
  await page.goto("/members/new");
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  await page.getByLabel("Short name").fill(short);
  await page.getByLabel("Code").fill(code);
  await page.getByLabel("Kind").selectOption({ label: kind });
  await choose(page, "State", state);
  await page.getByRole("button", { name: "Add a body" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return code;
}

/** Proposes the body whose page is open. */
export async function propose({ page }, { as, why }) {
  const here = section(page, "Standing with the Council");
  await here.getByRole("button", { name: "Propose to the States" }).click();
  await here.getByLabel("Proposed as").selectOption({ label: as });
  await here.getByLabel("Why it should join").fill(why);
  await here.getByRole("button", { name: "Propose to the States" }).click();
  await here.getByText("Waits for the States").waitFor();
}

export async function sayYes({ page }, name) {
  await page.goto("/members/proposals");
  await card(page, new RegExp(`^${name}`)).getByRole("button", { name: "Say yes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Say yes" }).click();
  await page.getByText("Your State's yes is recorded.").waitFor();
}

export async function object({ page }, name, reason) {
  await page.goto("/members/proposals");
  const here = card(page, new RegExp(`^${name}`));
  await here.getByRole("button", { name: "Object" }).click();
  await here.getByRole("button", { name: "Object" }).click();
  await here.getByText("This is needed.").waitFor();
  await here.getByLabel("Why your State objects").fill(reason);
  await here.getByRole("button", { name: "Object" }).click();
  await page.getByText("The objection is recorded. The proposal is stopped.").waitFor();
}

/** Nominates an official of the body whose page is open. */
export async function nominate({ page }, { name, role }) {
  const here = section(page, "Officials at the Council");
  await here.getByRole("button", { name: "Nominate an official" }).click();
  await here.getByLabel("Name of the official").fill(name);
  await here.getByLabel("Role").selectOption({ label: role });
  await here.getByRole("button", { name: "Nominate an official" }).click();
  await card(page, `${name}, ${role}`).getByText("Nominated").waitFor();
}

export async function endAppointment({ page }, name, reason) {
  const here = card(page, name);
  await here.getByRole("button", { name: "End the appointment" }).click();
  await here.getByLabel("Why it ends").fill(reason);
  await here.getByRole("button", { name: "End the appointment" }).click();
  await here.getByText(`: ${reason}`).waitFor();
}

/** Makes the account of a confirmed official; gives the password that is told once. */
export async function makeAccount({ page }, { official, username }) {
  await page.goto("/accounts");
  const here = card(page, official);
  await here.getByRole("button", { name: /^Make an account/ }).click();
  await here.getByLabel("User name").fill(username);
  await here.getByRole("button", { name: "Make an account" }).click();
  const told = section(page, `Password for ${username}`);
  return (await told.getByText(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/).innerText()).trim();
}

/** Signs in with a one-time password, which asks for one's own. */
export async function firstSignIn({ page }, { username, given, chosen }) {
  await page.goto("/sign-in");
  await page.getByLabel("User name").fill(username);
  await page.locator("input[autocomplete=current-password]").fill(given);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("Choose a password of your own to go on.").waitFor();
  await page.locator("input[autocomplete=new-password]").fill(chosen);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Says how a part of the open agreement stands. */
export async function report({ page }, title, { state, evidence }) {
  const here = card(page, title);
  await here.getByRole("button", { name: /^Say how it stands/ }).click();
  await here.getByLabel(state, { exact: true }).check();
  await here.getByLabel("Evidence or reason").fill(evidence);
  await here.getByRole("button", { name: "Save" }).click();
}

export async function addAgreement({ page }, { title, year, parties, source }) {
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Year").fill(year);
  for (const [i, words] of parties.entries()) await choose(page, `Party ${i + 1}`, words);
  await page.getByLabel("Source *").fill(source);
  await page.getByRole("button", { name: "Add an agreement" }).click();
}

export async function withdrawConsent({ page }, to) {
  await page.goto("/experts/me");
  await card(page, to).getByRole("button", { name: "Withdraw the consent" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw the consent" }).click();
  await card(page, to).getByText("Not given").waitFor();
}

export async function giveConsent({ page }, to) {
  await card(page, to).getByRole("button", { name: "I agree" }).click();
  await card(page, to).getByText("Given", { exact: true }).waitFor();
}

/** Invites the expert whose page is open to a session. */
export async function invite({ page }, { which, by }) {
  const here = section(page, "Invitations");
  await here.getByRole("button", { name: "Invite" }).click();
  await here.getByLabel("Which one").selectOption({ label: which });
  await here.getByRole("textbox", { name: "Answer by" }).fill(by);
  await here.getByRole("button", { name: "Send the invitation" }).click();
  await card(page, which).waitFor();
}

export async function answer({ page }, title, yesOrNo, reason) {
  const here = card(page, title);
  await here.getByRole("button", { name: /^Answer/ }).click();
  await here.getByLabel(yesOrNo, { exact: true }).check();
  await here.getByLabel("Reason").fill(reason);
  await here.getByRole("button", { name: "Answer" }).click();
}
