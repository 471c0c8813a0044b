import { mergeEdits } from "../api/merge";
import type { Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import type { Conference } from "./course-data";

export type Role = Schemas["OutsideRole"];
export const ROLES: readonly Role[] = ["returnee", "caregiver", "relative", "school_teacher", "doctor", "local_authority", "community_elder", "lawyer", "registry", "employer",
  "civil_society", "spiritual_counsellor", "other"];

/** A conference as its form has it: colleagues by account, others by what they are. */
export interface Draft { planned_on: string | null; topics: string; staff: string[]; roles: Role[] }
export type Place = keyof Draft;
const PLACES: readonly Place[] = ["planned_on", "topics", "staff", "roles"];

export const emptyDraft = (): Draft => ({ planned_on: plusDays(today(), 7), topics: "", staff: [], roles: [] });

export const draftOf = ({ planned_on, topics, participants }: Conference): Draft => ({
  planned_on, topics, staff: participants.flatMap(({ staff }) => (staff ? [staff.id] : [])), roles: participants.flatMap(({ role }) => (role ? [role] : [])) });

export const inputOf = ({ planned_on, topics, staff, roles }: Draft): Schemas["ConferenceInput"] => ({
  planned_on: planned_on ?? "", topics: topics.trim(), participants: [...staff.map((account_id) => ({ account_id })), ...roles.map((role) => ({ role }))] });

/** In whatever order somebody was ticked. */
const said = (value: Draft[Place]) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? "").trim());
const same = (a: Draft[Place], b: Draft[Place]) => said(a) === said(b);

/** Whoever either of the two asked, without whom either took off. */
function together<Value>(base: readonly Value[], mine: readonly Value[], theirs: readonly Value[]): Value[] {
  const kept = mine.filter((one) => theirs.includes(one) || !base.includes(one));
  return [...kept, ...theirs.filter((one) => !base.includes(one) && !kept.includes(one))];
}

/** What each of two writers changed in one conference. Lists of people never clash: they are joined. */
export function compare(base: Draft, mine: Draft, theirs: Draft) {
  const { taken, clashes } = mergeEdits(PLACES, (draft, place) => draft[place], { base, mine, theirs }, same);
  const joined = clashes.map(({ place }) => place).filter((place) => Array.isArray(base[place]));
  return { taken: [...taken, ...joined], clashes: clashes.map(({ place }) => place).filter((place) => !joined.includes(place)) };
}

/** My version with these places of the colleague's. */
export function withTheirs(base: Draft, mine: Draft, theirs: Draft, places: readonly Place[]): Draft {
  const text = (place: "planned_on" | "topics") => (places.includes(place) ? theirs : mine)[place];
  return { planned_on: text("planned_on"), topics: text("topics") ?? "",
    staff: together(base.staff, mine.staff, theirs.staff), roles: together(base.roles, mine.roles, theirs.roles) };
}
