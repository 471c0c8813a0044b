import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { CaseFrame } from "../casework/parts";
import { Empty, Opened, Section, Waiting } from "../ui";
import { ReferForm } from "./refer-form";
import classes from "../ui/cards.module.css";
import { SentCard } from "./sent-card";

function Referrals({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [referring, setReferring] = useState<string | null>(null);
  const path = { params: { path: { case_id: caseId } } };
  const sent = useQuery({ queryKey: ["cases", caseId, "referrals"], queryFn: () => body(api.GET("/api/cases/{case_id}/referrals", path)) });
  const services = useQuery({ queryKey: ["cases", caseId, "services"], queryFn: () => body(api.GET("/api/cases/{case_id}/services", path)) });
  if (!sent.data || !services.data) return <Waiting for={sent.data ? services : sent} />;
  const standing = new Set(sent.data.items.filter(({ state }) => state === "sent" || state === "accepted" || state === "done").map(({ order_id }) => order_id));
  const ready = services.data.may_refer ? services.data.items.flatMap(({ service, order }) =>
    (order?.state === "ordered" && !standing.has(order.id) ? [{ service, order }] : [])) : [];
  return (
    <>
      <Section title={t("referrals.to_refer")}>
        {ready.length === 0 && <Empty icon="send" title={t("referrals.none_to_refer")} hint={t("referrals.none_to_refer_hint")} />}
        <ul className={classes.cards}>
          {ready.map(({ service, order }) => (
            <li key={order.id} className={classes.card}>
              <div className={classes.line}><strong>{t(`services.catalogue.${service}`)}</strong><span>{order.provider_name}</span></div>
              {referring === order.id ? <Opened><ReferForm caseId={caseId} orderId={order.id} close={() => setReferring(null)} /></Opened>
                : <div className={classes.buttons}><Button onClick={() => setReferring(order.id)}>{t("referrals.refer")}</Button></div>}
            </li>))}
        </ul>
      </Section>
      <Section title={t("referrals.sent_title")}>
        {sent.data.items.length === 0 && <p className={classes.quiet}>{t("referrals.none_sent")}</p>}
        <ul className={classes.cards}>{sent.data.items.map((one) => <SentCard key={one.id} caseId={caseId} referral={one} />)}</ul>
      </Section>
    </>
  );
}

/** Who was told what so that services can be given, and what they answered. */
export function CaseReferralsPage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="referrals">{() => <Referrals caseId={caseId} />}</CaseFrame>;
}
