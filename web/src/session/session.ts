import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { setCsrfToken } from "../api/client";
import { api, body, type Schemas } from "../api/node";
import { Problem } from "../api/problem";
import { changeLanguage } from "../i18n/start";
import { forgetTyped, typedBelongsTo } from "../ui/typed";
import { isLanguage, rememberedLanguage } from "../i18n/languages";
import { forgetKept } from "./kept-on-device";

// Both contracts have the same session and instance; a test of the contracts holds them so.
export type Session = Schemas["Session"];
export type Instance = Schemas["Instance"];

/** Takes a session into use: its token, and its language where this device has chosen none. */
async function enter(session: Session): Promise<Session> {
  setCsrfToken(session.csrf_token);
  typedBelongsTo(session.account.username);
  const { language } = session.account;
  if (isLanguage(language) && !rememberedLanguage()) await changeLanguage(language, { remember: false });
  return session;
}

async function askSession(): Promise<Session | null> {
  try {
    return await enter(await body(api.GET("/api/session")));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    setCsrfToken(null);
    return null;
  }
}

export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: askSession, staleTime: Infinity });
export const instanceQuery = queryOptions({
  queryKey: ["instance"], queryFn: () => body(api.GET("/api/instance")), staleTime: Infinity,
});

/** Who is signed in, and what their role may ever do. */
export function useSession() {
  const session = useQuery(sessionQuery).data ?? null;
  return {
    session,
    can: (permission: string) => session?.permissions.includes(permission) ?? false,
  };
}

const KEPT = new Set<unknown>(["session", "instance"]);

/** Signing in and out. Either forgets everything this page had read. */
export function useSigning() {
  const client = useQueryClient();
  const change = (session: Session | null) => {
    client.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) });
    client.setQueryData(sessionQuery.queryKey, session);
  };
  return {
    signIn: async ({ new_password, ...values }: { username: string; password: string; new_password: string }) => {
      const session = await enter(await body(api.POST("/api/session", { body: { ...values, ...(new_password && { new_password }) } })));
      forgetKept(session.account.username);
      change(session);
      return session;
    },
    signOut: async () => {
      await body(api.DELETE("/api/session"));
      forgetTyped();
      forgetKept();
      setCsrfToken(null);
      change(null);
    },
  };
}
