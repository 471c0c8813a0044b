import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useStateName } from "../i18n/states";
import { Empty, Link, Section, StatusBadge, useFormat, Waiting } from "../ui";
import classes from "./desk.module.css";

const NEW_DAYS = 30;

/** Returns that came lately, and any whose signature does not hold. */
export function NewReturns() {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const returns = useQuery({ queryKey: ["returns"], queryFn: () => body(api.GET("/api/returns")) });
  if (!returns.data) return <Waiting for={returns} />;
  const since = new Date(Date.now() - NEW_DAYS * 86_400_000).toISOString();
  const shown = returns.data.items.filter(({ received_at, signature }) => received_at >= since || !signature.verified);
  return (
    <Section title={t("desk.returns", { count: NEW_DAYS })}>
      {shown.length === 0 ? <Empty title={t("desk.no_returns")} icon="inbox" /> : (
        <ul className={classes.list}>
          {shown.map(({ id, state, year, received_at, signature }) => (
            <li key={id}>
              <Link to="/released/$releaseId" params={{ releaseId: id }}>{t("returns.one", { state: stateName(state), year })}</Link>{" "}
              {signature.verified ? <StatusBadge tone="good">{t("returns.verified")}</StatusBadge> : <StatusBadge tone="urgent">{t("returns.not_verified")}</StatusBadge>}
              <Text size="sm" c="dimmed">{t("desk.received", { date: format.instant(received_at) })}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
