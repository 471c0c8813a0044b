import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction, type Done } from "../api/queries";
import type { Choice } from "../ui";

export type Meeting = Schemas["Meeting"];
export type MeetingLine = Schemas["MeetingLine"];
export type AgendaItem = Schemas["AgendaItem"];
export type Registration = Schemas["Registration"];
export type Delegate = Schemas["Delegate"];
export type Minutes = Schemas["Minutes"];
export type Visit = Schemas["Visit"];
export type WorkingGroup = Schemas["WorkingGroup"];
type Names = Record<string, string>;

export const MEETING_KINDS = ["plenary", "working_group", "side_event", "briefing", "workshop", "site_visit"] as const satisfies readonly Schemas["MeetingKind"][];
export const MODES = ["in_person", "online", "hybrid"] as const satisfies readonly Schemas["MeetingMode"][];
export const ROLES = ["head", "delegate", "adviser", "interpreter"] as const satisfies readonly Schemas["DelegateRole"][];
export const ALL_ROLES = [...ROLES, "observer", "expert", "speaker"] as const satisfies readonly Schemas["DelegateRole"][];

/** The reader's language, in which bodies are named. */
export const useLanguage = () => useTranslation().i18n.language.slice(0, 2);
export const nameIn = (names: Names, code: string): string => names[code] ?? code;

const path = (session_id: string) => ({ path: { session_id } });
export const meetingQuery = (id: string, language: string) => queryOptions({
  queryKey: ["meetings", id, language],
  queryFn: () => body(api.GET("/api/meetings/{session_id}", { params: { ...path(id), query: { language } } })),
});
export const registrationQuery = (id: string, language: string) => queryOptions({
  queryKey: ["meetings", id, "registration", language],
  queryFn: () => body(api.GET("/api/meetings/{session_id}/registration", { params: { ...path(id), query: { language } } })),
});
export const minutesQuery = (id: string, language: string) => queryOptions({
  queryKey: ["meetings", id, "minutes", language],
  queryFn: () => body(api.GET("/api/meetings/{session_id}/minutes", { params: { ...path(id), query: { language } } })),
});
export const visitQuery = (id: string) => queryOptions({
  queryKey: ["meetings", id, "visit"], queryFn: () => body(api.GET("/api/meetings/{session_id}/visit", { params: path(id) })),
});
export const groupsQuery = (language: string) => queryOptions({
  queryKey: ["groups", language], queryFn: () => body(api.GET("/api/groups", { params: { query: { language } } })),
});
export const calendarLinkQuery = queryOptions({ queryKey: ["calendar-link"], queryFn: () => body(api.GET("/api/calendar/link")) });

/** Something done to one session: all that shows sessions is asked anew. */
export function useSessionAction<Values = void, Value = unknown>(act: (values: Values) => Promise<Value>, done?: Done<Value>) {
  const { t } = useTranslation();
  return useAction(act, { refresh: [["meetings"]], said: t("common.saved"), done });
}

/** States and bodies to choose from, by name; `all` tells whether these are all of them. */
export function useBodies(): { choices: Choice[]; all: boolean } {
  const language = useLanguage();
  const bodies = useQuery({
    queryKey: ["bodies", "choices", language], staleTime: 60_000,
    queryFn: () => body(api.GET("/api/bodies", { params: { query: { limit: 200, language } } })),
  });
  const choices = (bodies.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })).sort((a, b) => a.label.localeCompare(b.label, language));
  return { choices, all: !bodies.data?.next };
}

/** `UTC+5`, `UTC+5:30` */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "−" : "+"}${Math.floor(size / 60)}${size % 60 ? `:${size % 60}` : ""}`;
}

/** Every quarter of an hour that some State's clock keeps, and those near the region first. */
export const OFFSETS: readonly Choice[] = [300, 360, 270, 180, 240, 330, 480, 540, 0, 60, 120, -300, -240].map((minutes) => ({ value: String(minutes), label: offsetText(minutes) }));
