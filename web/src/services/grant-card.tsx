import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Facts, Opened, StatusBadge, useFormat } from "../ui";
import { DecideGrantForm, GrantEventForm, type EventKind } from "./grant-forms";
import classes from "./services.module.css";

type Grant = Schemas["Grant"];

function GrantState({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  if (!grant.decision) return <StatusBadge tone="waiting" icon="clock">{t("services.grants.waits")}</StatusBadge>;
  if (grant.decision === "refused") return <StatusBadge tone="warning" icon="cross">{t("services.grants.refused")}</StatusBadge>;
  if (grant.kind === "loan" && grant.paid_out > 0 && grant.owed === 0) return <StatusBadge tone="good">{t("services.grants.paid_back")}</StatusBadge>;
  return <StatusBadge tone="info" icon="check">{t("services.grants.granted")}</StatusBadge>;
}

/** What can happen with it next: no more is paid out than was granted, nor paid back than is owed. */
function eventsOf(grant: Grant): EventKind[] {
  if (grant.kind !== "loan") return ["handed_over", "visit"];
  return [...(grant.paid_out < (grant.granted ?? 0) ? ["paid_out" as const] : []), ...(grant.owed > 0 ? ["repaid" as const] : []), "visit"];
}

/** One loan or handing over: what was decided, what happened, what is owed. */
export function GrantCard({ caseId, grant, mayWrite }: { caseId: string; grant: Grant; mayWrite: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<"decide" | EventKind | null>(null);
  const money = (amount: number | undefined) => (amount === undefined ? null : `${format.number(amount)} ${grant.currency}`);
  const kinds = eventsOf(grant);
  const close = () => setDoing(null);
  return (
    <li className={classes.card}>
      <div className={classes.line}><strong>{t(`services.grants.kind.${grant.kind}`)}</strong><GrantState grant={grant} /></div>
      <p className={classes.words}>{grant.purpose}</p>
      {grant.goods && <p className={classes.words}>{grant.goods}</p>}
      <Facts of={[
        { label: t("services.grants.asked_for"), value: money(grant.amount) },
        { label: t("services.grants.granted_sum"), value: money(grant.granted) },
        { label: t("services.grants.decided"), value: grant.decided_on ? `${grant.decided_by}, ${format.date(grant.decided_on)}` : null },
        { label: t("services.grants.paid_out_sum"), value: grant.paid_out > 0 ? money(grant.paid_out) : null },
        { label: t("services.grants.owed"), value: grant.paid_out > 0 ? money(grant.owed) : null },
      ]} />
      {grant.words && <p className={classes.quiet}>{grant.words}</p>}
      {grant.events.length > 0 && (
        <ul className={classes.events}>
          {grant.events.map((event) => (
            <li key={event.id}>
              {format.date(event.day)}: {t(`services.grants.event.${event.kind}`)}
              {event.amount !== undefined && ` ${money(event.amount)}`}
              {event.business && ` – ${t(`services.grants.business.${event.business}`)}`}
              {event.note && <p className={classes.quiet}>{event.note}</p>}
            </li>))}
        </ul>)}
      {mayWrite && !doing && (
        <div className={classes.buttons}>
          {!grant.decision && <Button onClick={() => setDoing("decide")}>{t("services.grants.note_decision")}</Button>}
          {grant.decision === "granted" && kinds.map((kind) => (
            <Button key={kind} variant="default" onClick={() => setDoing(kind)}>{t(`services.grants.do.${kind}`)}</Button>))}
        </div>)}
      {doing === "decide" && <Opened><DecideGrantForm caseId={caseId} grant={grant} close={close} /></Opened>}
      {doing && doing !== "decide" && <Opened><GrantEventForm caseId={caseId} grant={grant} kind={doing} close={close} /></Opened>}
    </li>
  );
}
