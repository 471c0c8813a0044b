import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { sessionQuery } from "../session/session";
import { Waiting } from "../ui";

/** Draws what everybody or who works with the Council may see, once it is known which: `inside` is the latter. */
export function WhoReads({ children }: { children: (inside: boolean) => ReactNode }) {
  const session = useQuery(sessionQuery);
  if (session.data === undefined) return <Waiting for={session} />;
  return children(session.data?.permissions.includes("read_council") ?? false);
}
