import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { AskedBack } from "../consents/parts";
import { RegistryQueue } from "../documents/parts";
import { HalfWritten } from "../notes/parts";
import { ReceivedList } from "../referrals/parts";
import { useSession } from "../session/session";
import { Page, Section, Waiting } from "../ui";
import { CouncilPanel } from "./council-panel";
import { NewArrivals, NextDays, ProgrammePart, RegionPart } from "./home-parts";
import { MyTasks } from "./my-tasks";
import { RegisterPanel } from "./register-panel";
import { Ways } from "./ways";

/** The first page: what waits for this reader, and the ways to their work. */
export function HomePage() {
  const { t } = useTranslation();
  const { session, can } = useSession();
  const query = useQuery({ queryKey: ["home"], queryFn: () => body(api.GET("/api/home")) });
  const home = query.data;
  return (
    <Page title={t("common.greeting", { name: session?.account.name ?? "" })} lead={t("home.lead")}>
      {can("record_visit") && <HalfWritten />}
      {!home && <Waiting for={query} />}
      {home && can("read_case") && <NextDays home={home} />}
      {home && <NewArrivals home={home} />}
      {home?.tasks && <MyTasks first={home.tasks} />}
      {home && can("read_workload") && <RegionPart home={home} />}
      {home && can("read_bottlenecks") && <ProgrammePart home={home} />}
      {can("answer_documents") && <RegistryQueue />}
      {can("answer_referral") && <AskedBack />}
      {can("answer_referral") && <Section title={t("referrals.title")}><ReceivedList /></Section>}
      {can("read_actions") && <CouncilPanel />}
      {can("list_register") && <RegisterPanel />}
      <Ways />
    </Page>
  );
}
