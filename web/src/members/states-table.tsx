import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useStateName } from "../i18n/states";
import { DataTable, Link, useFormat, Waiting } from "../ui";

/** The member States: what each released, what it is to do, what it hosted. */
export function StatesTable() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const states = useQuery({
    queryKey: ["members", "overview", i18n.language],
    queryFn: () => body(api.GET("/api/members/overview", { params: { query: { language: i18n.language } } })),
  });
  if (!states.data) return <Waiting for={states} />;
  return (
    <DataTable caption={t("members.states")} rows={states.data.items} rowKey={({ code }) => code} columns={[
      { key: "name", label: t("common.chart.state"), cell: ({ code }) => <Link to="/members/$code" params={{ code }}>{stateName(code)}</Link> },
      { key: "return", label: t("members.newest_return"), cell: ({ newest_return }) => (newest_return
        ? <Link to="/released/$releaseId" params={{ releaseId: newest_return.id }}>{t("members.return_of", { year: newest_return.year })}</Link> : t("members.no_return")) },
      { key: "actions", label: t("members.open_actions"), cell: ({ code, open_actions, overdue_actions }) => (open_actions === 0 ? "0"
        : <Link to="/actions" search={{ owner: code }}>{t("members.actions", { count: open_actions, overdue: overdue_actions })}</Link>) },
      { key: "hosted", label: t("members.hosted"), numeric: true, cell: ({ sessions_hosted }) => format.number(sessions_hosted) },
    ]} />
  );
}
