import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useStateName } from "../i18n/states";
import { DataTable, Link, Waiting } from "../ui";

/** The member States: what each released, what it is to do, what it hosted. */
export function StatesTable() {
  const { t } = useTranslation();
  const stateName = useStateName();
  const members = useQuery({ queryKey: ["members"], queryFn: () => body(api.GET("/api/members")), staleTime: Infinity });
  const releases = useQuery({ queryKey: ["releases"], queryFn: () => body(api.GET("/api/public/releases")) });
  const actions = useQuery({ queryKey: ["actions"], queryFn: () => body(api.GET("/api/actions")) });
  const meetings = useQuery({ queryKey: ["meetings"], queryFn: () => body(api.GET("/api/meetings")) });
  if (!members.data) return <Waiting for={members} />;
  if (!releases.data) return <Waiting for={releases} />;
  if (!actions.data) return <Waiting for={actions} />;
  if (!meetings.data) return <Waiting for={meetings} />;
  const newest = (id: string) => releases.data.items.find(({ state }) => state === id);
  const open = (id: string) => actions.data.items.filter(({ owner, state }) => owner === id && state === "open");
  return (
    <DataTable caption={t("members.states")} rows={members.data.items} rowKey={({ id }) => id} columns={[
      { key: "name", label: t("common.chart.state"), cell: ({ id }) => <Link to="/members/$code" params={{ code: id }}>{stateName(id)}</Link> },
      { key: "return", label: t("members.newest_return"), cell: ({ id }) => {
        const release = newest(id);
        return release ? <Link to="/released/$releaseId" params={{ releaseId: release.id }}>{t("members.return_of", { year: release.year })}</Link> : t("members.no_return");
      } },
      { key: "actions", label: t("members.open_actions"), cell: ({ id }) => open(id).length === 0 ? "0"
        : <Link to="/actions" search={{ owner: id }}>{t("members.actions", { count: open(id).length, overdue: open(id).filter(({ overdue }) => overdue).length })}</Link> },
      { key: "hosted", label: t("members.hosted"), numeric: true, cell: ({ id }) => meetings.data.items.filter(({ host }) => host === id).length },
    ]} />
  );
}
