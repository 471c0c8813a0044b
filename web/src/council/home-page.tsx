import { useQuery } from "@tanstack/react-query";
import { DashboardPage } from "../dashboard/dashboard-page";
import { DeskPage } from "../desk/desk-page";
import { sessionQuery } from "../session/session";
import { Waiting } from "../ui";

/** The first page: the public figures, or for who works with the Council what needs attention. */
export function HomePage() {
  const session = useQuery(sessionQuery);
  if (session.data === undefined) return <Waiting for={session} />;
  return session.data?.permissions.includes("read_council") ? <DeskPage /> : <DashboardPage />;
}
