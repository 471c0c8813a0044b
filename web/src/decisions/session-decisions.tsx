import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Empty, Opening, Section, Waiting } from "../ui";
import { DecisionCard } from "./decision-card";
import { ofSessionQuery } from "./queries";
import { RecordDecision, type SessionOfDecision } from "./record-decision";

/** What a session decided, on the session's page; the secretariat records what was taken in the hall. */
export function SessionDecisions({ session }: { session: SessionOfDecision }) {
  const { t } = useTranslation();
  const query = useQuery(ofSessionQuery(session.id));
  if (!query.data) return <Waiting for={query} />;
  const { items, may_edit, record_days } = query.data;
  const decides = session.state !== "cancelled" && (session.kind === "plenary" || session.kind === "working_group");
  return (
    <Section title={t("decisions.title")}>
      {items.map((decision) => <DecisionCard key={decision.id} decision={decision} mayEdit={may_edit} />)}
      {items.length === 0 && <Empty title={t("decisions.none_here")} icon="decision" />}
      {record_days[0] && <Opening label={t("decisions.record")}>{(close) => <RecordDecision session={session} day={record_days[0] ?? ""} close={close} />}</Opening>}
      {may_edit && decides && !record_days[0] && <Text c="dimmed">{t("decisions.record_when")}</Text>}
    </Section>
  );
}
