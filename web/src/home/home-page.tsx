import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { AskedBack } from "../consents/parts";
import { RegistryQueue } from "../documents/parts";
import { HalfWritten } from "../notes/parts";
import { ReceivedList } from "../referrals/parts";
import { useSession } from "../session/session";
import { ReturnToSign } from "../statistics/parts";
import { Page, Section, Waiting } from "../ui";
import { CouncilPanel } from "./council-panel";
import { NewArrivals, NextDays, ProgrammePart, RegionPart } from "./home-parts";
import { MyTasks } from "./my-tasks";
import { Ways } from "./ways";

/** The first page: what waits for this reader, and the ways to their work. */
export function HomePage() {
  const { t } = useTranslation();
  const { session, can } = useSession();
  // What was done a moment ago waits no more: it is asked anew whenever the reader comes back. Actions refresh all tasks by their key.
  const query = useQuery({ queryKey: ["tasks", "home"], staleTime: 0, queryFn: () => body(api.GET("/api/home")) });
  const home = query.data;
  // Those for whose word others wait see that first; those who go to families, their days.
  const decides = can("approve_plan");
  const days = home && can("read_case") && <NextDays home={home} />;
  return (
    <Page title={t("common.greeting", { name: session?.account.name ?? "" })} lead={t("home.lead")}>
      {can("record_visit") && <HalfWritten />}
      {!home && <Waiting for={query} />}
      {!decides && days}
      {home && <NewArrivals home={home} />}
      {home?.tasks && <MyTasks board={home.tasks} today={home.today} />}
      {home && can("read_workload") && <RegionPart home={home} />}
      {decides && days}
      {home && can("read_bottlenecks") && <ProgrammePart home={home} />}
      {can("answer_documents") && <RegistryQueue />}
      {can("answer_referral") && <AskedBack unlessEmpty />}
      {can("answer_referral") && <Section title={t("referrals.title")}><ReceivedList /></Section>}
      {can("sign_return") && <ReturnToSign />}
      {can("read_actions") && <CouncilPanel />}
      <Ways />
    </Page>
  );
}
