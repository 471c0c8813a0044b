import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, Section, StatusBadge } from "../ui";
import classes from "./members.module.css";
import { attentionQuery } from "./queries";
import { AppointmentState, ExpiryBadge } from "./words";

/** On the first page: proposals, nominations, terms and agreements that wait for this reader. Nothing when none does. */
export function MembersDesk() {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(attentionQuery(i18n.language));
  if (!data) return null;
  const { proposals, nominations, terms, agreements } = data;
  const waiting = proposals.length + nominations.length;
  if (waiting + terms.length + agreements.length === 0) return null;
  return (
    <Section title={t("members.desk.title")} actions={waiting > 0 && <StatusBadge tone="waiting">{t("members.desk.waiting", { count: waiting })}</StatusBadge>}>
      <ul className={classes.list}>
        {proposals.map(({ id, body, tier, missing }) => (
          <li key={id}>
            <Link to="/members/proposals">{t("members.desk.proposal", { name: body.name, tier: t(`members.tier.${tier}`) })}</Link>
            <Text size="sm" c="dimmed">{t("members.desk.missing", { count: missing.length })}</Text>
          </li>))}
        {nominations.map(({ id, body, name, role }) => (
          <li key={id}><Link to="/members/proposals">{t("members.desk.nomination", { name, role: t(`members.role.${role}`), body: body.name })}</Link></li>))}
        {terms.map((appointment) => (
          <li key={appointment.id}>
            <Link to="/members/$code" params={{ code: appointment.body.code }}>{appointment.name}, {appointment.body.name}</Link>{" "}
            <AppointmentState appointment={appointment} />
          </li>))}
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>{agreement.title}</Link> <ExpiryBadge agreement={agreement} />
          </li>))}
      </ul>
    </Section>
  );
}
