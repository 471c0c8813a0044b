import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";
import { SPOKEN_LANGUAGES } from "../i18n/languages";

export type Body = Schemas["Body"];
export type BodyLine = Schemas["BodyLine"];
export type Membership = Schemas["Membership"];
export type Appointment = Schemas["Appointment"];
export type Agreement = Schemas["Agreement"];

export const BODY_KINDS = ["state", "international_organisation", "national_institution", "civil_society", "academic", "media", "other"] as const;
export const TIERS = ["member", "observer", "partner"] as const;
export const APPOINTMENT_ROLES = ["focal_point", "alternate", "expert", "observer"] as const;
export const NAME_LANGUAGES = [...SPOKEN_LANGUAGES, "fr"] as const;

/** What any change of a body, its people or its agreements shows anew. */
export const BODIES = [["bodies"], ["proposals"], ["attention"], ["agreements"], ["accounts"]];

/** on   a day, to see the body as it stood then; "" for today with its whole history */
export const bodyQuery = (code: string, on: string, language: string) => queryOptions({
  queryKey: ["bodies", "one", code, on, language],
  queryFn: () => body(api.GET("/api/bodies/{code}", { params: { path: { code }, query: { language, ...(on && { on }) } } })),
});
export const proposalsQuery = (language: string) => queryOptions({
  queryKey: ["proposals", language], queryFn: () => body(api.GET("/api/memberships", { params: { query: { language } } })),
});
export const attentionQuery = (language: string) => queryOptions({
  queryKey: ["attention", language], queryFn: () => body(api.GET("/api/members/attention", { params: { query: { language } } })),
});
