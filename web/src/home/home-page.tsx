import { useTranslation } from "react-i18next";
import { AskedBack } from "../consents/parts";
import { RegistryQueue } from "../documents/parts";
import { HalfWritten } from "../notes/parts";
import { ReceivedList } from "../referrals/parts";
import { useSession } from "../session/session";
import { Page, Section } from "../ui";
import { CouncilPanel } from "./council-panel";
import { MyTasks } from "./my-tasks";
import { RegisterPanel } from "./register-panel";
import { Ways } from "./ways";

/** The first page: what waits for this reader, and the ways to their work. */
export function HomePage() {
  const { t } = useTranslation();
  const { session, can } = useSession();
  return (
    <Page title={t("common.greeting", { name: session?.account.name ?? "" })} lead={t("home.lead")}>
      {can("record_visit") && <HalfWritten />}
      {(can("write_case") || can("approve_plan") || can("handle_complaint")) && <MyTasks />}
      {can("answer_documents") && <RegistryQueue />}
      {can("answer_referral") && <AskedBack />}
      {can("answer_referral") && <Section title={t("referrals.title")}><ReceivedList /></Section>}
      {can("read_actions") && <CouncilPanel />}
      {can("list_register") && <RegisterPanel />}
      <Ways />
    </Page>
  );
}
