import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { ActionButton, ConfirmDialog, Opened, useFormat } from "../ui";
import { AnswerForm } from "./answer-form";
import { ReferralContent, ReferralStateBadge } from "./referral-words";
import classes from "../ui/cards.module.css";

type Sent = Schemas["SentReferral"];

function Buttons({ caseId, referral, start }: { caseId: string; referral: Sent; start: (answer: "refuse" | "done") => void }) {
  const { t, i18n } = useTranslation();
  const refresh = [["cases", caseId], ["tasks"]];
  const path = { params: { path: { referral_id: referral.id } } };
  const handed = useAction(() => body(api.POST("/api/referrals/{referral_id}/handed-over", { ...path, body: { version: referral.version, on: today() } })),
    { refresh, said: t("common.saved") });
  const revoke = useAction(() => body(api.POST("/api/referrals/{referral_id}/revocation", { ...path, body: { version: referral.version } })),
    { refresh, said: t("referrals.revoked_said") });
  const paper = referral.way !== "inside";
  const open = referral.state === "sent" || referral.state === "accepted";
  if (referral.state === "revoked" || referral.state === "withdrawn") return null;
  return (
    <div className={classes.buttons}>
      {paper && <Button component="a" variant="default" href={`/api/referrals/${referral.id}/slip?language=${i18n.language}`} download>{t("referrals.print")}</Button>}
      {paper && open && !referral.handed_over_on && <ActionButton variant="default" action={handed}>{t("referrals.handed_over")}</ActionButton>}
      {paper && open && <Button variant="default" onClick={() => start("done")}>{t("referrals.note_done")}</Button>}
      {paper && open && <Button variant="default" onClick={() => start("refuse")}>{t("referrals.note_refused")}</Button>}
      <ConfirmDialog action={revoke} button={t("referrals.revoke")} title={t("referrals.revoke_title")} confirm={t("referrals.revoke")}>
        {t("referrals.revoke_text")}
      </ConfirmDialog>
    </div>
  );
}

/** A referral as its sender sees it. */
export function SentCard({ caseId, referral }: { caseId: string; referral: Sent }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<"refuse" | "done" | null>(null);
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{t(`services.catalogue.${referral.service}`)}: {referral.provider_name}</strong>
        <ReferralStateBadge state={referral.state} />
      </div>
      <p className={classes.quiet}>{t("referrals.sent_when", { date: format.dayOf(referral.sent_at) })} {t(`referrals.sent_way.${referral.way}`)}</p>
      {referral.handed_over_on && <p className={classes.quiet}>{t("referrals.handed_on", { date: format.date(referral.handed_over_on) })}</p>}
      {referral.reason && <p className={classes.words}>{t(`referrals.reason.${referral.reason}`)}</p>}
      {referral.result && <p className={classes.words}>{t(`referrals.result.${referral.result}`)}</p>}
      {referral.words && <p className={classes.words}>{referral.words}</p>}
      <details>
        <summary>{t("referrals.told")}</summary>
        <ReferralContent content={referral.content} />
      </details>
      {doing ? <Opened><AnswerForm referral={referral} answer={doing} refresh={[["cases", caseId], ["tasks"]]} close={() => setDoing(null)} /></Opened>
        : <Buttons caseId={caseId} referral={referral} start={setDoing} />}
    </li>
  );
}
