import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, Opened, Page, Section, Waiting, useFormat } from "../ui";
import { AnswerForm } from "./answer-form";
import { ReferralContent, ReferralStateBadge } from "./referral-words";
import classes from "../ui/cards.module.css";

type Received = Schemas["ReceivedReferral"];

function Answers({ referral }: { referral: Received }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<"refuse" | "done" | null>(null);
  const refresh = [["referrals"]];
  const accept = useAction(() => body(api.POST("/api/referrals/{referral_id}/answer", {
    params: { path: { referral_id: referral.id } }, body: { version: referral.version, answer: "accept" } })), { refresh, said: t("common.saved") });
  if (referral.state !== "sent" && referral.state !== "accepted") return null;
  if (doing) return <Opened><AnswerForm referral={referral} answer={doing} refresh={refresh} close={() => setDoing(null)} /></Opened>;
  return (
    <div className={classes.buttons}>
      {referral.state === "sent" && <ActionButton action={accept}>{t("referrals.accept")}</ActionButton>}
      {referral.state === "accepted" && <Button onClick={() => setDoing("done")}>{t("referrals.done")}</Button>}
      <Button variant="default" onClick={() => setDoing("refuse")}>{t("referrals.refuse")}</Button>
    </div>
  );
}

/** One referral, as its receiver sees it. */
export function ReceivedOnePage({ referralId }: { referralId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({
    queryKey: ["referrals", referralId],
    queryFn: () => body(api.GET("/api/referrals/{referral_id}", { params: { path: { referral_id: referralId } } })) });
  const referral = query.data;
  if (!referral) return <Waiting for={query} />;
  const gone = referral.state === "revoked" || referral.state === "withdrawn";
  return (
    <Page title={referral.content.name ?? t("referrals.number", { number: referral.number })}
          lead={<>{t(`services.catalogue.${referral.service}`)} · {t("referrals.sent_when", { date: format.dayOf(referral.sent_at) })}</>}
          breadcrumbs={[{ to: "/referrals", label: t("referrals.title") }]}>
      <Section title={t("referrals.asked")}>
        <div><ReferralStateBadge state={referral.state} /></div>
        {gone && <p className={classes.words}>{t(`referrals.gone.${referral.state === "revoked" ? "revoked" : "withdrawn"}`)}</p>}
        {!gone && <ReferralContent content={referral.content} />}
        {!gone && <p className={classes.quiet}>{t("referrals.only_this")}</p>}
        {referral.reason && <p className={classes.words}>{t(`referrals.reason.${referral.reason}`)}</p>}
        {referral.result && <p className={classes.words}>{t(`referrals.result.${referral.result}`)}</p>}
        {referral.words && <p className={classes.words}>{referral.words}</p>}
        <Answers referral={referral} />
      </Section>
    </Page>
  );
}
