import type { Format } from "../i18n/format";
import type { IconName } from "../ui/icon";
import type { DecisionPageData, Silence } from "./queries";

export interface Moment {
  key: string;
  /** When, for the order. */
  at: string;
  /** The day to show in its place, where the hour says nothing. */
  day?: string;
  icon: IconName;
  /** Key under `decisions.story`, and its values. */
  word: string;
  values?: Record<string, string | number>;
  who?: string;
}

function ofSilence({ round, version, begun_at, begun_by, ends_on, outcome, objections, ended_at }: Silence, { longDate }: Format, stateName: (code: string) => string): Moment[] {
  const moments: Moment[] = [{ key: `s${round}`, at: begun_at, icon: "clock", word: "silence", values: { version, date: longDate(ends_on) }, who: begun_by }];
  for (const { id, member, made_at, made_by, withdrawn_at } of objections) {
    moments.push({ key: id, at: made_at, icon: "cross", word: "objected", values: { state: stateName(member) }, who: made_by });
    if (withdrawn_at) moments.push({ key: `${id}-w`, at: withdrawn_at, icon: "edit", word: "objection_withdrawn", values: { state: stateName(member) } });
  }
  if (outcome === "adopted") moments.push({ key: `a${round}`, at: ended_at ?? `${ends_on}T23:59:59Z`, day: ends_on, icon: "check", word: "adopted" });
  return moments;
}

/** What happened to a decision, oldest first: who drafted it, each edit, silence, objection, and the adoption. */
export function storyOf(page: DecisionPageData, format: Format, stateName: (code: string) => string): Moment[] {
  const { decision, silences, edits, drafted_at, drafted_by } = page;
  const moments: Moment[] = silences.flatMap((silence) => ofSilence(silence, format, stateName));
  for (const { version, by, at, changes } of edits) {
    const special = changes.find(({ field }) => field === "taken_up" || field === "withdrawn")?.field;
    moments.push({ key: `e${version}`, at, icon: "edit", word: special ?? "edited", values: { version }, who: by });
  }
  if (drafted_at && decision.way === "silence") moments.push({ key: "drafted", at: drafted_at, icon: "file", word: "drafted", who: drafted_by });
  if (decision.way === "session" && decision.adopted_on) {
    moments.push({ key: "recorded", at: drafted_at ?? decision.adopted_on, icon: "check", word: "recorded", values: { date: format.longDate(decision.adopted_on) }, who: drafted_by });
  }
  return moments.sort((a, b) => a.at.localeCompare(b.at));
}
