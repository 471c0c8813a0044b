import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { DataTable, Facts, Section, useFormat, Waiting } from "../ui";

/** How the sending goes; for the secretariat and administrators. */
export function Outgoing() {
  const { t } = useTranslation();
  const format = useFormat();
  const outgoing = useQuery({ queryKey: ["mail", "outgoing"], queryFn: () => body(api.GET("/api/mail/outgoing")) });
  if (!outgoing.data) return <Waiting for={outgoing} />;
  const { failed, queued, sent, given_up, dropped } = outgoing.data;
  const count = (name: string, value: number) => ({ label: t(`mailbox.outgoing.${name}`), value: format.number(value) });
  return (
    <Section title={t("mailbox.outgoing.title")}>
      <Text>{t("mailbox.outgoing.lead")}</Text>
      <Facts of={[count("queued", queued), count("sent", sent), count("given_up", given_up), count("dropped", dropped)]} />
      {failed.length > 0 && (
        <DataTable caption={t("mailbox.outgoing.given_up")} showCaption rows={failed} rowKey={({ id }) => id} columns={[
          { key: "to", label: t("mailbox.outgoing.to"), cell: ({ to }) => to },
          { key: "queued_at", label: t("mailbox.outgoing.queued_at"), cell: ({ queued_at }) => format.instant(queued_at) },
          { key: "problem", label: t("mailbox.outgoing.problem"), cell: ({ problem }) => t(`mailbox.problem.${problem.replace("mail.", "")}`) },
          { key: "attempts", label: t("mailbox.outgoing.attempts"), cell: ({ attempts }) => attempts, numeric: true },
        ]} />)}
    </Section>
  );
}
