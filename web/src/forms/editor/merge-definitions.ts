import { mergeEdits, type Collision } from "../../api/merge";
import { everyField, without, type Definition, type Field } from "../engine/definition";

export type FormClash = Collision<string, unknown>;

/** What stands where, without what it says. */
interface Layout { code: string; fields?: Layout[] }
const layoutOf = (fields: readonly Field[]): Layout[] =>
  fields.map(({ code, fields: inner }) => (inner ? { code, fields: layoutOf(inner) } : { code }));
const HEAD = ["title", "note", "scales", "changes"] as const;
const isHead = (place: string): place is (typeof HEAD)[number] => (HEAD as readonly string[]).includes(place);

/** One place of a form: its head's parts, the layout, or a field by its code (`field/<code>`), what it holds left out. */
function at(definition: Definition, place: string): unknown {
  if (isHead(place)) return definition[place];
  if (place === "layout") return layoutOf(definition.fields);
  const field = everyField(definition.fields).find(({ code }) => `field/${code}` === place);
  if (!field) return undefined;
  return without(field, "fields");
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The form with some places as another version has them. */
export function withPlaces(mine: Definition, theirs: Definition, places: ReadonlySet<string>): Definition {
  const layout = layoutOf((places.has("layout") ? theirs : mine).fields);
  const build = (lines: readonly Layout[]): Field[] => lines.flatMap(({ code, fields }) => {
    const place = `field/${code}`;
    const own = (places.has(place) ? at(theirs, place) : at(mine, place)) ?? at(theirs, place) ?? at(mine, place);
    return own ? [{ ...(own as Field), ...(fields && { fields: build(fields) }) }] : [];
  });
  const head = Object.fromEntries(HEAD.map((name) => [name, (places.has(name) ? theirs : mine)[name]]).filter(([, value]) => value !== undefined));
  return { id: mine.id, version: mine.version, title: mine.title, ...head, fields: build(layout) };
}

/** Joins two edits of one draft, field by field; what both changed differently is left to be asked about. */
export function mergeDefinitions(base: Definition, mine: Definition, theirs: Definition): { joined: Definition; clashes: FormClash[] } {
  const codes = new Set([base, mine, theirs].flatMap(({ fields }) => everyField(fields).map(({ code }) => `field/${code}`)));
  const { taken, clashes } = mergeEdits([...HEAD, "layout", ...codes], at, { base, mine, theirs }, same);
  return { joined: withPlaces(mine, theirs, new Set(taken)), clashes };
}
