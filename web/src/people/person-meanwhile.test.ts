import { expect, test } from "vitest";
import type { PersonDraft } from "./person-form";
import { compare, withTheirs } from "./person-meanwhile";

const base: PersonDraft = {
  names: [{ family: "F", given: "G", patronymic: "" }], sex: "female", born_on: null, entry_route: "other", stage_id: null, arrived_on: null, region: "UZ-FA", district: "",
  relationship: null, birth_place: "", citizenship: "", phone: "1", contact_times: "", note: "",
};

test("what only a colleague changed is taken over, and what both did is asked about", () => {
  const mine = { ...base, phone: "2", district: "Quva" };
  const theirs = { ...base, phone: "3", note: "moved" };
  const { taken, clashes } = compare(base, mine, theirs);
  expect(taken).toEqual(["note"]);
  expect(clashes.map(({ place }) => place)).toEqual(["phone"]);
  expect(withTheirs(mine, theirs, taken)).toMatchObject({ phone: "2", district: "Quva", note: "moved" });
});

test("names are held against each other as a whole", () => {
  const theirs = { ...base, names: [{ family: "F", given: "G", patronymic: "P" }] };
  expect(compare(base, { ...base, names: base.names.map((name) => ({ ...name })) }, theirs).taken).toEqual(["names"]);
});
