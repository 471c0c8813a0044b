import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Link, Section } from "../ui";
import { StateBadge } from "./state-badge";

/** Returns on their way to the Council that wait for a signature or to be released; nothing while there is none. */
export function ReturnToSign() {
  const { t } = useTranslation();
  const returns = useQuery({ queryKey: ["returns"], queryFn: () => body(api.GET("/api/returns")) });
  const waiting = returns.data?.items.filter(({ state }) => state === "draft" || state === "ready") ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section title={t("statistics.progress.title")} actions={<Link to="/returns">{t("statistics.list.title")}</Link>}>
      {waiting.map(({ id, year, state }) => (
        <Group key={id} justify="space-between">
          <Link to="/returns/$returnId" params={{ returnId: id }} fw={600}>{t("statistics.return.title", { year })}</Link>
          <StateBadge state={state} />
        </Group>))}
    </Section>
  );
}
