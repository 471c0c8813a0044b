import { everyField, type Choice, type Definition, type Field } from "../engine/definition";
import { withChanges } from "./layout";

export interface LostChoice { field: Field; choice: Choice; becomes: string | null | undefined }

/** What a draft does to the version in use. `becomes`: undefined while nobody has said, null for "asked no more". */
export interface Differences {
  added: Field[];
  renamed: { before: Field; now: Field }[];
  gone: { field: Field; becomes: string | null | undefined }[];
  lostChoices: LostChoice[];
  changed: { field: Field; members: string[] }[];
}

const hasAnswers = ({ kind }: Field) => kind !== "group" && kind !== "note";
const MEMBERS = ["kind", "label", "hint", "required", "relevant", "constraint", "constraint_message", "calculation", "choices", "dimension", "weight", "most"] as const;

function changeOf(definition: Definition, field: string, choice?: string): string | null | undefined {
  const found = definition.changes?.find((change) => change.field === field && change.choice === choice);
  return found === undefined ? undefined : found.becomes ?? null;
}

export function differences(published: Definition, draft: Definition): Differences {
  const were = everyField(published.fields);
  const are = new Map(everyField(draft.fields).map((field) => [field.code, field]));
  const found: Differences = { added: [], renamed: [], gone: [], lostChoices: [], changed: [] };
  const known = new Set<string>();
  for (const was of were) {
    const becomes = changeOf(draft, was.code);
    const now = are.get(becomes ?? was.code);
    if (becomes === null || !now) {
      if (hasAnswers(was)) found.gone.push({ field: was, becomes });
      continue;
    }
    known.add(now.code);
    if (now.code !== was.code) found.renamed.push({ before: was, now });
    const members = MEMBERS.filter((member) => JSON.stringify(was[member]) !== JSON.stringify(now[member]));
    if (members.length > 0) found.changed.push({ field: now, members });
    for (const choice of was.choices ?? []) {
      if (now.choices?.some(({ code }) => code === choice.code)) continue;
      found.lostChoices.push({ field: was, choice, becomes: changeOf(draft, was.code, choice.code) });
    }
  }
  found.added = [...are.values()].filter(({ code }) => !known.has(code));
  return found;
}

/** Says what became of a code; undefined takes the word back. */
export function withChange(definition: Definition, field: string, choice: string | undefined, becomes: string | null | undefined): Definition {
  const others = (definition.changes ?? []).filter((change) => !(change.field === field && change.choice === choice));
  if (becomes === undefined) return withChanges(definition, others);
  return withChanges(definition, [...others, { field, ...(choice !== undefined && { choice }), ...(becomes !== null && { becomes }) }]);
}
