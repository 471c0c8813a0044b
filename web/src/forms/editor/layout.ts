import { chooses, everyField, holdsFields, isQuestion, without, type Definition, type Field, type Kind } from "../engine/definition";

// Changes to the lines of a form. Each gives a new list; what did not change stays the same object, so that only that is drawn anew.

type Fields = readonly Field[];

export const findField = (fields: Fields, code: string): Field | undefined => everyField(fields).find((field) => field.code === code);

/** The list with `act` done to the list of brothers in which a field stands, at its place there. */
function among(fields: Fields, code: string, act: (brothers: Field[], place: number) => Field[]): Field[] {
  const place = fields.findIndex((field) => field.code === code);
  if (place >= 0) return act([...fields], place);
  return fields.map((field) => {
    if (!field.fields || !findField(field.fields, code)) return field;
    return { ...field, fields: among(field.fields, code, act) };
  });
}

export const updateField = (fields: Fields, code: string, change: (field: Field) => Field): Field[] =>
  among(fields, code, (brothers, place) => brothers.map((field, i) => (i === place ? change(field) : field)));

export const removeField = (fields: Fields, code: string): Field[] =>
  among(fields, code, (brothers, place) => brothers.filter((_field, i) => i !== place));

/** Behind another field; at the end without one. */
export const insertAfter = (fields: Fields, code: string | null, field: Field): Field[] =>
  code === null ? [...fields, field] : among(fields, code, (brothers, place) => [...brothers.slice(0, place + 1), field, ...brothers.slice(place + 1)]);

/** The group or repeat in which a field stands; undefined at the top. */
export function holderOf(fields: Fields, code: string): Field | undefined {
  return everyField(fields).find((field) => field.fields?.some((inner) => inner.code === code));
}

/** One place up (-1) or down (1); at the edge of a group, out of it. */
export function moveField(fields: Fields, code: string, by: -1 | 1): Field[] {
  const holder = holderOf(fields, code);
  const brothers = holder?.fields ?? fields;
  const place = brothers.findIndex((field) => field.code === code);
  const moved = brothers[place];
  const other = place + by;
  if (!moved) return [...fields];
  if (other >= 0 && other < brothers.length) {
    return among(fields, code, (list) => {
      [list[place], list[other]] = [list[other] as Field, moved];
      return list;
    });
  }
  if (!holder) return [...fields];
  const without = removeField(fields, code);
  return among(without, holder.code, (list, at) => [...list.slice(0, by < 0 ? at : at + 1), moved, ...list.slice(by < 0 ? at : at + 1)]);
}

/** Into a group or repeat, at its end; without one, to the end of the form. */
export function moveInto(fields: Fields, code: string, holder: string | null): Field[] {
  const field = findField(fields, code);
  if (!field) return [...fields];
  const without = removeField(fields, code);
  return holder === null ? [...without, field] : updateField(without, holder, (group) => ({ ...group, fields: [...(group.fields ?? []), field] }));
}

/** A code that no field has yet. */
export function freshCode(definition: Definition, wanted = "question"): string {
  const taken = new Set(everyField(definition.fields).map(({ code }) => code));
  for (let i = 1; ; ++i) {
    const code = `${wanted}_${i}`;
    if (!taken.has(code)) return code;
  }
}

export const PARTS_WITH_EXPRESSIONS = ["required", "relevant", "constraint", "calculation"] as const;

function withReferences(field: Field, from: string, to: string): Field {
  const changed = PARTS_WITH_EXPRESSIONS.filter((part) => field[part]?.includes(`\${${from}}`));
  const fields = field.fields?.map((inner) => withReferences(inner, from, to));
  const same = changed.length === 0 && (fields ?? []).every((inner, i) => inner === field.fields?.[i]);
  if (same) return field;
  const parts = Object.fromEntries(changed.map((part) => [part, field[part]?.replaceAll(`\${${from}}`, `\${${to}}`)]));
  return { ...field, ...parts, ...(fields && { fields }) };
}

/**
 * Gives a field another code, also where expressions name it. What was answered under the code it was published with is mapped.
 *
 * published   the version in use, if there is one
 */
export function renameField(definition: Definition, from: string, to: string, published: Definition | undefined): Definition {
  const fields = updateField(definition.fields, from, (field) => ({ ...field, code: to })).map((field) => withReferences(field, from, to));
  const before = (definition.changes ?? []).find(({ becomes, choice }) => becomes === from && choice === undefined)?.field ?? from;
  const others = (definition.changes ?? []).filter(({ field, choice }) => !(field === before && choice === undefined));
  const needed = published !== undefined && before !== to && findField(published.fields, before) !== undefined;
  return withChanges({ ...definition, fields }, needed ? [...others, { field: before, becomes: to }] : others);
}

export function withChanges(definition: Definition, changes: NonNullable<Definition["changes"]>): Definition {
  return changes.length > 0 ? { ...definition, changes } : without(definition, "changes");
}

/** The field as one of another kind, without what that kind does not have. */
export function asKind(field: Field, kind: Kind): Field {
  const { calculation, choices, fields, most, required, constraint, constraint_message, dimension, weight, ...rest } = field;
  const next: Field = { ...rest, kind };
  if (isQuestion(next)) Object.assign(next, given({ required, constraint, constraint_message }));
  if (chooses(next)) Object.assign(next, { choices: choices ?? [] });
  if (holdsFields(next)) Object.assign(next, { fields: fields ?? [] });
  if (kind === "calculate") Object.assign(next, { calculation: calculation ?? "" });
  if (kind === "repeat") Object.assign(next, given({ most }));
  if (chooses(next) || kind === "calculate") Object.assign(next, given({ dimension, weight }));
  return next;
}

/** Without members that stand for nothing. */
export function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== "")) as Partial<Values>;
}

/** A field with some of its members changed; those that are undefined or empty go. */
export function withMembers(field: Field, members: Partial<Field>): Field {
  const kept = Object.fromEntries(Object.entries(field).filter(([name]) => !(name in members)));
  // An expression that is being written may be empty for a moment, but a kind always has its own.
  return { ...kept, ...given(members), ...("calculation" in members && { calculation: members.calculation ?? "" }) } as Field;
}
