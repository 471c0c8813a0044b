// The year's return against the register and the areas' own tables: every figure is counted again here, from the rows themselves, and
// must agree to the unit.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { signInHeld } from "./held.mjs";
import { Region, root } from "./region.mjs";

const run = promisify(execFile);
let region, coordinator, people, on, operations;

async function rows(sql) {
  const { stdout } = await run("sqlite3", ["-json", `file:${region.database("uz")}?mode=ro`, sql], { maxBuffer: 1 << 26 });
  return stdout.trim() ? JSON.parse(stdout) : [];
}
async function byPerson(sql) {
  const found = new Map();
  for (const row of await rows(sql)) found.set(row.person_id, [...(found.get(row.person_id) ?? []), row]);
  return found;
}
const days = (from, to) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const least = (numbers) => (numbers.length > 0 ? Math.min(...numbers) : null);

/** Full years: of a year alone as if born on 1 July, of a month as on its first day. */
function ageOn(bornOn, day) {
  if (!bornOn) return -1;
  const [year, month = "07", date = "01"] = bornOn.replace("~", "").split("-");
  return Math.max(0, Number(day.slice(0, 4)) - Number(year) - (day.slice(5) < `${month}-${date}` ? 1 : 0));
}

/** Everybody whom the register shows, by pages. */
async function everybody() {
  const all = [];
  for (let cursor; ;) {
    const page = await coordinator.post("/api/register/search", { limit: 200, ...(cursor ? { cursor } : {}) });
    all.push(...page.items);
    cursor = page.next;
    if (!cursor) return all;
  }
}

/** What each area's own rows say of people up to the day. */
async function known(day) {
  const year = day.slice(0, 4);
  const [persons, documents, orders, surveys, care, consents, reviews, complaints] = await Promise.all([
    rows(`SELECT p.id, p.sex, p.stage_id, p.region, p.family_id, coalesce(p.arrived_on, s.on_date, '0001-01-01') AS arrived_on
          FROM persons p LEFT JOIN operation_stages s ON s.id = p.stage_id WHERE p.merged_into IS NULL`),
    byPerson(`SELECT person_id, restored_on FROM person_documents WHERE state = 'restored' AND restored_on <= '${day}'`),
    byPerson(`SELECT person_id, service, delivered_on FROM service_orders WHERE state = 'delivered' AND delivered_on <= '${day}'`),
    byPerson(`SELECT c.person_id, s.* FROM surveys s JOIN case_files c ON c.id = s.case_id WHERE s.answered_on <= '${day}'`),
    byPerson(`SELECT c.person_id, a.kind, a.from_on, CASE WHEN a.to_on <= '${day}' THEN a.to_on END AS to_on
              FROM care_arrangements a JOIN case_files c ON c.id = a.case_id WHERE a.from_on <= '${day}'`),
    byPerson(`SELECT person_id, answer, expires_on, withdrawn_on FROM consents WHERE purpose = 'services' AND given_on <= '${day}' ORDER BY given_on DESC, id DESC`),
    byPerson(`SELECT c.person_id, r.due_on AS due, substr(r.reviewed_at, 1, 10) AS done FROM plan_reviews r JOIN case_files c ON c.id = r.case_id WHERE r.due_on IS NOT NULL
              UNION ALL SELECT c.person_id, p.review_on, NULL FROM case_plans p JOIN case_files c ON c.id = p.case_id WHERE p.state = 'approved' AND p.review_on IS NOT NULL
              AND c.id NOT IN (SELECT case_id FROM case_closures WHERE decision = 'approved' AND reopened_at IS NULL)`),
    byPerson(`SELECT c.person_id, k.answer_by AS due, k.answered_on AS done FROM complaints k JOIN case_files c ON c.id = k.case_id
              WHERE k.kind = 'complaint' AND k.received_on <= '${day}'`),
  ]);
  const born = new Map((await everybody()).map(({ id, born_on: bornOn }) => [id, bornOn]));
  const timeliness = (deadlines) => {
    const found = deadlines.flatMap(({ due, done }) => {
      if (done && done <= day) return done < `${year}-01-01` ? [] : [done <= due ? "in_time" : "late"];
      return due < day ? ["overdue"] : [];
    });
    return ["overdue", "late", "in_time"].find((each) => found.includes(each)) ?? null;
  };
  return persons.filter(({ arrived_on: arrived }) => arrived <= day).map((person) => {
    const consent = consents.get(person.id)?.[0];
    return {
      ...person, year, age: ageOn(born.get(person.id), day),
      documents: (documents.get(person.id) ?? []).map(({ restored_on: date }) => Math.max(0, days(person.arrived_on, date))),
      services: orders.get(person.id) ?? [], surveys: surveys.get(person.id) ?? [], care: care.get(person.id) ?? [],
      consent: !consent ? null : consent.withdrawn_on && consent.withdrawn_on <= day ? "refused" : consent.expires_on && consent.expires_on < day ? null
        : consent.answer === "not_asked" ? "other_basis" : consent.answer,
      reviews: timeliness(reviews.get(person.id) ?? []), complaints: timeliness(complaints.get(person.id) ?? []),
    };
  });
}

const BANDS = { "0_6": [0, 6], "7_11": [7, 11], "12_17": [12, 17], "18_29": [18, 29], "30_49": [30, 49], "50_plus": [50, 999], unknown: [-1, -1] };
const POPULATIONS = {
  returnees: () => true, children: ({ age }) => age >= 0 && age < 18, school_age: ({ age }) => age >= 7 && age < 18, adults: ({ age }) => age >= 18,
  plans_to_review: ({ reviews }) => reviews !== null, complainants: ({ complaints }) => complaints !== null,
};
const got = (services, thisYear = false) => (person) =>
  (person.services.some(({ service, delivered_on: date }) => services.includes(service) && (!thisYear || date >= `${person.year}-01-01`)) ? "reached" : "not_reached");
const banded = (number, none, bands) => (number === null ? none : bands.findLast(([, from]) => from <= number)[0]);
const YEAR = [["91_180", 91], ["181_365", 181], ["over_365", 366]];

/** What each indicator finds of a person, written down anew from its words. */
const OUTCOMES = {
  documents_restored: ({ documents }) => (documents.length > 0 ? "reached" : "not_reached"),
  children_in_school: got(["school_enrolment"]), housing: got(["housing"]), health_care: got(["medical_care"], true),
  psychosocial_support: got(["psychosocial_support", "family_counselling"], true), training: got(["vocational_training"], true),
  grants_and_loans: got(["low_interest_loan", "business_equipment"]), employment: got(["job_placement"]), families_reunified: got(["family_reunification"]),
  days_to_first_document: ({ documents }) => banded(least(documents), "no_document", [["0_30", 0], ["31_90", 31], ...YEAR]),
  days_to_school: ({ services, arrived_on: arrived }) => banded(
    least(services.filter(({ service }) => service === "school_enrolment").map(({ delivered_on: date }) => Math.max(0, days(arrived, date)))),
    "not_enrolled", [["0_90", 0], ["91_365", 91], ["over_365", 366]]),
  care_arrangements: ({ care }) => care.find(({ to_on: to }) => to === null)?.kind ?? "no_arrangement",
  time_in_residential_care: ({ care, arrived_on: arrived }) => {
    const stays = care.filter(({ kind }) => kind === "residential").map(({ from_on: from, to_on: to }) => Math.max(1, days(from < arrived ? arrived : from, to ?? on)));
    return banded(stays.length > 0 ? stays.reduce((sum, each) => sum + each) : null, "never", [["1_90", 1], ["91_365", 91], ["over_365", 366]]);
  },
  plan_reviews: ({ reviews }) => reviews, complaints_answered: ({ complaints }) => complaints, consent_coverage: ({ consent }) => consent ?? "none_on_file",
};
for (const dimension of ["economic", "social", "psychosocial"]) {
  for (const month of [0, 3, 6, 12, 24]) {
    OUTCOMES[`outcome_${dimension}_${month}`] = ({ surveys }) => {
      const score = surveys.find((survey) => survey.month === month)?.[dimension] ?? null;
      return banded(score === null ? null : Math.round(score * 1000), "not_asked", [["low", 0], ["middle", 334], ["high", 667]]);
    };
  }
}

function isIn(person, key, category, indicator) {
  if (key === "operation") return (person.stage_id || "not_by_operation") === category;
  if (key === "region") return (person.region || "unknown") === category;
  if (key === "sex") return person.sex === category;
  if (key === "age_band") return person.age >= BANDS[category][0] && person.age <= BANDS[category][1];
  return OUTCOMES[indicator](person) === category;
}

/** A family stands under the operation of its first member, and is reached when one of them is. */
function families() {
  const stages = new Map();
  for (const person of people) if (person.family_id) stages.set(person.family_id, [...(stages.get(person.family_id) ?? []), person]);
  return [...stages.values()].map((members) => {
    const first = members.toSorted((a, b) => operations.indexOf(a.stage_id) - operations.indexOf(b.stage_id))[0];
    return { ...first, services: members.flatMap(({ services }) => services) };
  });
}

/** Every cell of a table with its labels, row-major, the total behind the categories. */
function* cellsOf({ dimensions, cells }) {
  for (const [place, cell] of cells.entries()) {
    let rest = place;
    const labels = [];
    for (const { key, categories } of dimensions.toReversed()) {
      const index = rest % (categories.length + 1);
      rest = Math.floor(rest / (categories.length + 1));
      if (index < categories.length) labels.push([key, categories[index]]);
    }
    yield { cell, labels };
  }
}

before(async () => {
  region = await Region.make({ only: ["uz"] });
  await region.start("uz");
  coordinator = await signInHeld(region, "coordinator");
});
after(() => region?.stop());

test("every figure that is shown is what the rows say, and every small one is hidden", async () => {
  const { items } = await coordinator.get("/api/returns");
  const released = items.find(({ released_at: at }) => at);
  const annual = await coordinator.get(`/api/returns/${released.id}`);
  const definitions = await coordinator.get(`/api/returns/definitions?year=${annual.year}`);
  on = annual.reference_date;
  people = await known(on);
  operations = annual.tables[0].dimensions.find(({ key }) => key === "operation").categories;
  assert.equal(people.length, 531, "whom the State says it brought home");
  const compared = new Set();
  let shown = 0, hidden = 0;
  for (const table of annual.tables) {
    const { floor } = definitions.indicators.find(({ key }) => key === table.indicator);
    const all = table.population === "families" ? families() : people.filter(POPULATIONS[table.population]);
    for (const { cell, labels } of cellsOf(table)) {
      const counted = all.filter((person) => labels.every(([key, category]) => isIn(person, key, category, table.indicator))).length;
      const where = `${table.key} ${labels.map((label) => label.join("=")).join(", ")}`;
      if (cell.hidden === "no") assert.equal(cell.value, counted, where);
      if (counted > 0 && counted < floor) assert.notEqual(cell.hidden, "no", where);
      if (cell.hidden === "no") shown += 1; else hidden += 1;
    }
    compared.add(table.indicator);
  }
  assert.deepEqual([...compared].sort(), definitions.indicators.map(({ key }) => key).sort(), "all indicators of the year");
  assert.ok(shown > 400 && hidden > 50, `${shown} shown, ${hidden} hidden`);
});

test("the services that a definition counts are those of the catalogue", async () => {
  const { indicators } = JSON.parse(await readFile(join(root, "config/indicators/catalogue.json"), "utf8"));
  const { services } = await coordinator.get("/api/services");
  const codes = new Set(services);
  for (const { key, source, codes: counted = [] } of indicators) {
    if (source === "services.service_facts.delivered_on") for (const code of counted) assert.ok(codes.has(code), `${key}: ${code}`);
  }
});
