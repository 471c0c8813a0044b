import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { Empty, Facts, Link, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import classes from "./returns.module.css";

type Return = Schemas["Return"];

function Signature({ received: { state, signature } }: { received: Return }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  if (!signature.verified) {
    return (
      <div>
        <StatusBadge tone="urgent">{t("returns.not_verified")}</StatusBadge>
        <Text size="sm">{t("returns.not_verified_text")} {signature.problem && t(`errors.${signature.problem}`, { defaultValue: signature.problem })}</Text>
      </div>
    );
  }
  return (
    <div>
      <StatusBadge tone="good">{t("returns.verified")}</StatusBadge>
      <Text size="sm">{t("returns.verified_text", { state: stateName(state), date: format.instant(signature.signed_at) })}</Text>
    </div>
  );
}

function Received({ received }: { received: Return }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const title = t("returns.one", { state: stateName(received.state), year: received.year });
  return (
    <Section title={title} actions={received.current
      ? <StatusBadge tone="info">{t("returns.current")}</StatusBadge>
      : received.withdrawn ? <StatusBadge tone="warning">{t("ledger.gone.withdrawal", { date: format.dayOf(received.withdrawn.at) })}</StatusBadge>
        : <StatusBadge tone="neutral">{t("returns.earlier")}</StatusBadge>}>
      {received.withdrawn && <Text size="sm">{received.withdrawn.reason}</Text>}
      <Signature received={received} />
      <Facts of={[
        { label: t("returns.field.from"), value: stateName(received.state) },
        { label: t("returns.field.received_at"), value: format.instant(received.received_at) },
        { label: t("returns.field.reference_date"), value: format.longDate(received.reference_date) },
        { label: t("returns.field.sign_offs"), value: received.sign_offs.map(({ role, signed_at }) =>
          `${t(`session.role.${role}`, { defaultValue: role })} (${format.dayOf(signed_at)})`).join("; ") || null },
        { label: t("returns.field.contents"), value: t("returns.contents", {
          tables: format.number(received.tables), cells: format.number(received.cells), hidden: format.number(received.hidden) }) },
        { label: t("returns.field.hash"), value: <code className={classes.hash}>{received.signature.hash}</code> },
      ]} />
      <div><Link to="/released/$releaseId" params={{ releaseId: received.id }}>{t("returns.look", { title })}</Link></div>
    </Section>
  );
}

/** What came, when, from whom, and whether its signature holds. */
export function ReturnsPage() {
  const { t } = useTranslation();
  const returns = useQuery({ queryKey: ["returns"], queryFn: () => body(api.GET("/api/returns")) });
  if (!returns.data) return <Waiting for={returns} />;
  return (
    <Page title={t("returns.title")} lead={t("returns.lead")}>
      {returns.data.items.map((received) => <Received key={received.id} received={received} />)}
      {returns.data.items.length === 0 && <Empty title={t("returns.empty")} hint={t("returns.empty_hint")} icon="inbox" />}
    </Page>
  );
}
