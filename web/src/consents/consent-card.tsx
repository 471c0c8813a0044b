import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, Opening, StatusBadge, TextArea, useFormat, type Tone } from "../ui";
import classes from "./consents.module.css";
import { given, useSharingAction, type Consent, type Sharing } from "./consents-data";

const TONES: Record<Consent["state"], Tone> = {
  given: "good", not_asked: "info", refused: "neutral", expired: "warning", withdrawn: "warning", of_age: "warning", replaced: "neutral" };

interface Withdrawal {
  on: string | null;
  words: string;
}

function Withdraw({ sharing, consent, close }: { sharing: Sharing; consent: Consent; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Withdrawal>({ initialValues: { on: today(), words: "" } });
  const had = sharing.disclosures.filter(({ consent_id, recall }) => consent_id === consent.id && !recall).length;
  const withdraw = useSharingAction(sharing.person_id, ({ on, words }: Withdrawal) => body(api.POST("/api/consents/{consent_id}/withdrawal", {
    params: { path: { consent_id: consent.id } }, body: { version: consent.version, on: on ?? today(), words: given(words) } })),
  { said: t("consents.withdrawn_said"), done: close });
  return (
    <Form form={form} action={withdraw} submit={t("consents.withdraw")} close={close}>
      <p className={classes.words}>{t("consents.withdraw_reaches", { count: had })}</p>
      <DateField label={t("consents.withdrawn_on")} required max={today()} {...form.getInputProps("on")} />
      <TextArea label={t("consents.withdraw_words")} minRows={1} limit={2000} {...form.getInputProps("words")} />
    </Form>
  );
}

interface ConsentCardProps {
  sharing: Sharing;
  consent: Consent;
  /** It stands apart from its purpose, and names it. */
  named?: boolean;
}

/** One answer: who gave it, to whom it speaks, what is kept back, until when. */
export function ConsentCard({ sharing, consent, named = false }: ConsentCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const receivers = consent.receivers.map(({ name }) => name).join(", ");
  const who = consent.who ? `${t(`consents.source.${consent.source}`)}: ${consent.who}` : t(`consents.source.${consent.source}`);
  const withheld = consent.withheld.map((code) => t(`consents.what.${code}`, { defaultValue: code })).join(", ");
  return (
    <div className={classes.inner}>
      {named && <strong>{t(`consents.purpose.${consent.purpose}`)}</strong>}
      <div className={classes.line}>
        <StatusBadge tone={TONES[consent.state]}>{t(`consents.state.${consent.state}`)}</StatusBadge>
        {consent.ends_soon && consent.expires_on && <StatusBadge tone="warning">{t("consents.ends_soon", { date: format.date(consent.expires_on) })}</StatusBadge>}
      </div>
      <p className={classes.words}>{receivers ? t("consents.to", { receivers }) : t("consents.to_all")}</p>
      {consent.basis !== "consent" && <p className={classes.words}>{t("consents.basis_line", { basis: t(`consents.basis.${consent.basis}`) })} {consent.basis_why}</p>}
      {withheld && <p className={classes.words}>{t("consents.withheld", { what: withheld })} {consent.withheld_why}</p>}
      {consent.basis === "consent" && (
        <p className={classes.quiet}>{[who, t(`consents.how.${consent.how}`), format.date(consent.given_on)].join(" · ")}</p>)}
      {consent.assent !== "not_asked" && <p className={classes.quiet}>{t(`consents.assent_said.${consent.assent}`)}</p>}
      {consent.expires_on && !consent.ends_soon && <p className={classes.quiet}>{t("consents.until", { date: format.date(consent.expires_on) })}</p>}
      {consent.withdrawn_on && <p className={classes.quiet}>{t("consents.withdrawn_line", { date: format.date(consent.withdrawn_on) })} {consent.withdrawal}</p>}
      {consent.closed && <p className={classes.quiet}>{t("consents.closed")}</p>}
      {sharing.may_write && consent.answer === "given" && !consent.withdrawn_on && (
        <Opening label={t("consents.withdraw")} spoken={`${t("consents.withdraw")}: ${t(`consents.purpose.${consent.purpose}`)}`} variant="subtle" size="sm" leftSection={null}>
          {(close) => <Withdraw sharing={sharing} consent={consent} close={close} />}
        </Opening>)}
    </div>
  );
}
