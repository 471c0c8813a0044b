import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ButtonLink, DataTable, Section, Waiting } from "../ui";
import { Invitations } from "./invitations";
import { nameIn, registrationQuery, useLanguage, type Meeting } from "./session-queries";

/** Who is invited and how many come, by delegation. Names stand on a page of their own, for those who may see them. */
export function RegistrationPart({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const registration = useQuery(registrationQuery(meeting.id, useLanguage()));
  if (!registration.data) return <Waiting for={registration} />;
  const { counts, names, allows, delegates, open } = registration.data;
  const total = (of: "registered" | "attended") => counts.reduce((sum, count) => sum + count[of], 0);
  const own = allows.manage || allows.register_as || delegates.length > 0;
  if (counts.length === 0 && !own && registration.data.invitations.length === 0 && !open) return null;
  return (
    <Section title={t("meetings.registration.title")}>
      <Invitations meeting={meeting} registration={registration.data} />
      {counts.length === 0 ? <Text c="dimmed">{t("meetings.registration.nobody")}</Text> : (
        <>
          <Text>{t("meetings.registration.people", { count: total("registered") })} {meeting.state === "held" && t("meetings.registration.came", { count: total("attended") })}</Text>
          <DataTable caption={t("meetings.registration.by_delegation")} rows={counts} rowKey={(count) => count.body} columns={[
            { key: "body", label: t("meetings.registration.delegation"), cell: (count) => (count.body ? nameIn(names, count.body) : t("meetings.registration.no_body")) },
            { key: "registered", label: t("meetings.registration.registered"), cell: (count) => count.registered, numeric: true },
            { key: "attended", label: t("meetings.registration.attended"), cell: (count) => count.attended, numeric: true },
          ]} />
        </>)}
      {own && <Group><ButtonLink to="/meetings/$sessionId/registration" params={{ sessionId: meeting.id }} variant="default">
        {allows.register_as ? t("meetings.registration.register_own") : t("meetings.registration.open")}
      </ButtonLink></Group>}
    </Section>
  );
}
