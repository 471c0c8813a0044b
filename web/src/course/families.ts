interface Member { id: string; family_id?: string }

/** People of one family together, in the order in which the first of each came. */
export function familiesOf<Person extends Member>(people: readonly Person[]): Person[][] {
  const families = new Map<string, Person[]>();
  for (const person of people) {
    const key = person.family_id ?? person.id;
    families.set(key, [...(families.get(key) ?? []), person]);
  }
  return [...families.values()];
}

export const withFamily = (chosen: ReadonlySet<string>, family: readonly Member[]) => new Set([...chosen, ...family.map(({ id }) => id)]);
export const withoutFamily = (chosen: ReadonlySet<string>, family: readonly Member[]) => new Set([...chosen].filter((id) => !family.some((one) => one.id === id)));
