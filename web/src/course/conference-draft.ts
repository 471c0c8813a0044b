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

/** What each of two writers changed in one conference. */
export function compare(base: Draft, mine: Draft, theirs: Draft) {
  const { taken, clashes } = mergeEdits(PLACES, (draft, place) => draft[place], { base, mine, theirs }, (a, b) => said(a) === said(b));
  return { taken, clashes: clashes.map(({ place }) => place) };
}

/** My version with these places of the colleague's. */
export const withTheirs = (mine: Draft, theirs: Draft, places: readonly Place[]): Draft =>
  ({ ...mine, ...Object.fromEntries(places.map((place) => [place, theirs[place]])) });
