import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTwo } from "../i18n/two";
import { DataTable, Link, Section, useFormat, Waiting, type Column } from "../ui";
import { rollUpQuery } from "./queries";
import { useOwnerName } from "./words";

const COUNTS = ["overdue", "open", "done", "dropped"] as const;

/** How the actions of each owner, and of each session, stand. */
export function RollUp() {
  const { t } = useTranslation();
  const format = useFormat();
  const two = useTwo();
  const ownerName = useOwnerName();
  const query = useQuery(rollUpQuery);
  if (!query.data) return <Waiting for={query} />;
  const counts = <Row extends Record<(typeof COUNTS)[number], number>>(): Column<Row>[] =>
    COUNTS.map((key) => ({ key, label: t(`councilactions.state.${key}`), cell: (row) => format.number(row[key]), numeric: true }));
  const { owners, sessions } = query.data;
  return (
    <>
      <Section title={t("councilactions.by_owner")} plain>
        <DataTable caption={t("councilactions.by_owner")} rows={owners} rowKey={({ owner }) => owner} columns={[
          { key: "owner", label: t("councilactions.fact.owner"), cell: (row) => <Link to="/actions" search={{ owner: row.owner }}>{ownerName(row)}</Link> },
          ...counts<(typeof owners)[number]>(),
        ]} />
      </Section>
      {sessions.length > 0 && (
        <Section title={t("councilactions.by_session")} plain>
          <DataTable caption={t("councilactions.by_session")} rows={sessions} rowKey={({ session_id }) => session_id} columns={[
            { key: "session", label: t("councilactions.session_column"), cell: ({ session_id, title, title_ru }) => <Link to="/actions" search={{ session_id }}>{two(title, title_ru)}</Link> },
            { key: "on", label: t("common.date"), cell: ({ starts_on }) => format.date(starts_on) },
            ...counts<(typeof sessions)[number]>(),
          ]} />
        </Section>)}
    </>
  );
}
