import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Empty, Page, Section, Waiting } from "../ui";
import { MembershipCard } from "./membership-card";
import { AppointmentCard } from "./officials-part";
import { attentionQuery, proposalsQuery } from "./queries";

/** Proposals that wait for the voices of the States, and officials who wait to be confirmed. */
export function ProposalsPage() {
  const { t, i18n } = useTranslation();
  const proposals = useQuery(proposalsQuery(i18n.language));
  const attention = useQuery(attentionQuery(i18n.language));
  if (!proposals.data) return <Waiting for={proposals} />;
  if (!attention.data) return <Waiting for={attention} />;
  const { items } = proposals.data;
  const { nominations } = attention.data;
  return (
    <Page title={t("members.proposals.title")} lead={t("members.proposals.lead")} breadcrumbs={[{ to: "/members", label: t("members.nav") }]}>
      <Section title={t("members.proposals.open")}>
        {items.map((membership) => <MembershipCard key={membership.id} membership={membership} acts heading />)}
        {items.length === 0 && <Empty title={t("members.proposals.none")} icon="check" />}
      </Section>
      <Section title={t("members.proposals.nominations")}>
        {nominations.map((appointment) => <AppointmentCard key={appointment.id} appointment={appointment} acts heading />)}
        {nominations.length === 0 && <Empty title={t("members.proposals.no_nominations")} icon="check" />}
      </Section>
    </Page>
  );
}
