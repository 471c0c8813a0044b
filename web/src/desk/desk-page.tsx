import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { MembersDesk } from "../members/parts";
import { NoticesPanel } from "../notices/parts";
import { useSession } from "../session/session";
import { Page, Waiting } from "../ui";
import { NewReturns } from "./new-returns";
import { NextSession } from "./next-session";
import { Waits } from "./waits";

/** The first page of who is signed in: what waits for them. */
export function DeskPage() {
  const { t, i18n } = useTranslation();
  const { session, can } = useSession();
  const desk = useQuery({ queryKey: ["desk", i18n.language], staleTime: 0, queryFn: () =>
    body(api.GET("/api/desk", { params: { query: { language: i18n.language } } })) });
  return (
    <Page title={t("desk.title")} lead={t("desk.lead", { name: session?.account.name ?? "" })}>
      {desk.data ? <Waits items={desk.data.items} /> : <Waiting for={desk} />}
      <NoticesPanel />
      <MembersDesk />
      {desk.data && <NextSession session={desk.data.next_session ?? null} />}
      {can("edit_council") && <NewReturns />}
    </Page>
  );
}
