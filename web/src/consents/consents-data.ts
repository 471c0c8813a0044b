import { useQuery } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/node";
import { useAction, type Done } from "../api/queries";

export type Sharing = Schemas["Sharing"];
export type Consent = Schemas["Consent"];
export type Disclosure = Schemas["Disclosure"];
export type Purpose = Schemas["SharingPurpose"];
export type Receiver = Schemas["Receiver"];

export const PURPOSES: readonly Purpose[] = ["services", "referral", "letters", "tracing", "reporting"];
export const WITHHOLDABLE = ["origin", "address", "family", "health", "psychosocial", "education", "documents", "livelihood"] as const;

export function useSharing(personId: string) {
  return useQuery({
    queryKey: ["sharing", personId], queryFn: () => body(api.GET("/api/persons/{person_id}/sharing", { params: { path: { person_id: personId } } })) });
}

/** Something done about what is shared: all of it is read anew afterwards, and the reader's tasks. */
export function useSharingAction<Values = void, Value = unknown>(
  personId: string, act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {},
) {
  return useAction<Values, Value>(act, { refresh: [["sharing", personId], ["tasks"]], said, done });
}

/** The answers that count for a purpose today: one for everybody, or several, each for those it names. */
export function standing(consents: readonly Consent[], purpose: Purpose): Consent[] {
  return consents.filter((consent) => consent.purpose === purpose && consent.state !== "replaced");
}

export const given = (text: string) => text.trim() || undefined;
