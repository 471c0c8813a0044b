// A form from its first draft to answers that a second person approved, over the API alone; every reply is held against the contract.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { refused, signInHeld } from "./held.mjs";
import { Region } from "./region.mjs";

let region, coordinator, worker, supervisor;

const signIn = (username) => signInHeld(region, username);
const file = async (path) => {
  const reply = await fetch(region.url("uz") + path, { headers: { cookie: coordinator.cookie } });
  assert.equal(reply.status, 200);
  return new Uint8Array(await reply.arrayBuffer());
};

/** A file of the worker's in which nothing of this form is open. */
async function caseWithout(form) {
  const { items } = await worker.post("/api/register/search", { limit: 200 });
  for (const { id } of items) {
    const { case_id: caseId } = await worker.get(`/api/persons/${id}/case`).catch(() => ({}));
    if (!caseId) continue;
    const { forms } = await worker.get(`/api/cases/${caseId}/assessments`);
    if (forms.some(({ id: each }) => each === form)) return caseId;
  }
  throw new Error(`no file in which ${form} may be begun`);
}

before(async () => {
  region = await Region.make({ only: ["uz"] });
  await region.start("uz");
  [coordinator, worker, supervisor] = await Promise.all(["coordinator", "worker", "supervisor"].map(signIn));
});
after(() => region?.stop());

test("nine forms are there, for those who work with files", async () => {
  const { items, allows } = await worker.get("/api/forms");
  assert.equal(items.length, 9);
  assert.equal(allows.create, false);
  const registry = await signIn("registry");
  await refused(registry.get("/api/forms"), 403, "access.not_allowed");
  for (const { id } of items) {
    const version = await worker.get(`/api/forms/${id}/versions/1`);
    assert.equal(version.state, "published");
    assert.equal(version.created_by.name, "homeward");
  }
});

test("a form is drafted, tried, published, answered, approved, changed; old answers keep their words", async () => {
  const label = (en) => ({ en });
  const definition = {
    id: "winter", version: 1, title: label("Winter"),
    fields: [
      { code: "warm", kind: "yes_no", label: label("Is it warm?"), required: "true()" },
      { code: "missing", kind: "choices", label: label("What is missing?"), relevant: "${warm} = 'no'", required: "true()",
        choices: [{ code: "coal", label: label("Coal") }, { code: "coats", label: label("Coats") }] },
      { code: "rooms", kind: "repeat", label: label("Rooms"), most: 3, fields: [{ code: "degrees", kind: "decimal", label: label("Degrees"), constraint: ". > -40" }] },
      { code: "coldest", kind: "calculate", label: label("Coldest"), calculation: "min(${degrees})" },
    ],
  };
  await refused(worker.post("/api/forms", { id: "winter", definition }), 403, "access.not_allowed");
  let draft = await coordinator.post("/api/forms", { id: "winter", definition });
  await refused(coordinator.post("/api/forms", { id: "winter", definition }), 409, "form.exists");
  await refused(worker.get("/api/forms/winter/versions/1"), 404, "form.not_found");

  const trial = await coordinator.post("/api/forms/trial", { definition, answers: { warm: "no", rooms: [{ degrees: 12.5 }, { degrees: 9 }] } });
  assert.deepEqual(trial.problems, []);
  assert.deepEqual(trial.evaluation.answers, { warm: "no", rooms: [{ degrees: 12.5 }, { degrees: 9 }], coldest: 9 });
  assert.deepEqual(trial.evaluation.errors, [{ at: "missing", key: "form.required", params: {} }]);

  const broken = structuredClone(definition);
  broken.fields[1].relevant = "${nobody} = 1";
  draft = await coordinator.put("/api/forms/winter/versions/1", { edit_version: draft.edit_version, definition: broken });
  assert.deepEqual(draft.problems.map(({ field, part, key }) => [field, part, key]), [["missing", "relevant", "form.expression.unknown_field"]]);
  await refused(coordinator.post("/api/forms/winter/versions/1/publication", { edit_version: draft.edit_version }), 422, "form.has_problems");
  await refused(coordinator.put("/api/forms/winter/versions/1", { edit_version: draft.edit_version - 1, definition }), 409, "edit.changed_meanwhile");
  draft = await coordinator.put("/api/forms/winter/versions/1", { edit_version: draft.edit_version, definition });
  const published = await coordinator.post("/api/forms/winter/versions/1/publication", { edit_version: draft.edit_version });
  assert.equal(published.state, "published");
  await refused(coordinator.put("/api/forms/winter/versions/1", { edit_version: published.edit_version, definition }), 409, "form.published");

  const caseId = await caseWithout("winter");
  const begun = await worker.post(`/api/cases/${caseId}/assessments`, { form: "winter" });
  await refused(worker.post(`/api/cases/${caseId}/assessments`, { form: "winter" }), 409, "assessment.open_exists");
  await refused(worker.put(`/api/assessments/${begun.id}`, { version: begun.version, answers: { missing: ["gold"] } }), 422, "form.unknown_choice");
  let saved = await worker.put(`/api/assessments/${begun.id}`, { version: begun.version, answers: { warm: "no" } });
  await refused(worker.post(`/api/assessments/${begun.id}/submission`, { version: saved.version }), 422, "assessment.incomplete");
  saved = await worker.put(`/api/assessments/${begun.id}`, { version: saved.version, answers: { warm: "no", missing: ["coal", "coats"] } });
  await refused(worker.put(`/api/assessments/${begun.id}`, { version: begun.version, answers: {} }), 409, "edit.changed_meanwhile");
  const submitted = await worker.post(`/api/assessments/${begun.id}/submission`, { version: saved.version });
  assert.equal(submitted.allows.decide, false);
  const { items: tasks } = await supervisor.get("/api/tasks?limit=200");
  assert.ok(tasks.some(({ kind, subject_id: subject }) => kind === "approve_assessment" && subject === begun.id));
  await refused(worker.post(`/api/assessments/${begun.id}/decision`, { version: submitted.version, approve: true }), 403, "access.not_allowed");
  const approved = await supervisor.post(`/api/assessments/${begun.id}/decision`, { version: submitted.version, approve: true });
  assert.equal(approved.state, "approved");

  const second = await coordinator.post("/api/forms/winter/versions");
  const renamed = structuredClone(second.definition);
  renamed.fields[1].choices[0].code = "fuel";
  let next = await coordinator.put("/api/forms/winter/versions/2", { edit_version: second.edit_version, definition: renamed });
  assert.deepEqual(next.problems.map(({ key }) => key), ["form.choice_vanished"]);
  renamed.changes = [{ field: "missing", choice: "coal", becomes: "fuel" }];
  next = await coordinator.put("/api/forms/winter/versions/2", { edit_version: next.edit_version, definition: renamed });
  await coordinator.post("/api/forms/winter/versions/2/publication", { edit_version: next.edit_version });

  const old = await supervisor.get(`/api/assessments/${begun.id}`);
  assert.equal(old.definition.version, 1);
  assert.equal(old.form_state, "retired");
  assert.deepEqual(old.evaluation.answers, { warm: "no", missing: ["coal", "coats"] });
  const carried = await worker.post(`/api/cases/${caseId}/assessments`, { form: "winter", carry_over: true });
  assert.deepEqual(carried.evaluation.answers, { warm: "no", missing: ["fuel", "coats"] });

  await coordinator.post("/api/forms/winter/retirement");
  const { items } = await worker.get("/api/forms");
  assert.ok(!items.some(({ id }) => id === "winter"));
  assert.equal((await worker.get(`/api/assessments/${carried.id}`)).state, "draft");
});

test("a form goes out as an XLSForm and comes back as it was; what is none is refused", async () => {
  const { definition } = await coordinator.get("/api/forms/child_assessment/versions/1");
  const workbook = await file("/api/forms/child_assessment/versions/1/xlsform");
  const read = await coordinator.post("/api/forms/conversion", workbook);
  assert.deepEqual(read.left_out, []);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.definition, definition);
  await refused(coordinator.post("/api/forms/conversion", "no workbook at all"), 422, "form.xlsform.no_workbook");
  await refused(worker.post("/api/forms/conversion", workbook), 403, "access.not_allowed");
});

test("another's files are not answered in", async () => {
  const caseId = await caseWithout("housing");
  const other = await signIn("worker2");
  await refused(other.get(`/api/cases/${caseId}/assessments`), 403, "access.not_yours");
  await refused(other.post(`/api/cases/${caseId}/assessments`, { form: "housing" }), 403, "access.not_yours");
  await refused(coordinator.get(`/api/cases/${caseId}/assessments`), 403, "access.not_allowed");
});
