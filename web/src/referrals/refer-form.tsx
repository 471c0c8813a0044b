import { Alert } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, Icon, Link, RadioField, SelectField, TextField, Waiting } from "../ui";
import { ReferralContent } from "./referral-words";
import classes from "../ui/cards.module.css";

type Way = Schemas["ReferralWay"];
type Draft = Schemas["ReferralDraft"];

interface Values {
  way: Way;
  words: Record<string, string>;
}

/** What of a person the chosen way tells: nothing that names them where it is to name nobody. */
function told(draft: Draft, { way, words }: Values) {
  const named = { ...draft.known, ...Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== "")) };
  const hidden = ["name", "born_on", "age", "phone"];
  return way === "nameless" ? Object.fromEntries(Object.entries(named).filter(([field]) => !hidden.includes(field))) : named;
}

function Fields({ caseId, orderId, draft, close }: { caseId: string; orderId: string; draft: Draft; close: () => void }) {
  const { t } = useTranslation();
  const shares = draft.consent === "";
  const ways: Way[] = [...(shares && draft.inside ? ["inside" as const] : []), ...(shares ? ["slip" as const] : []), "carried", "nameless"];
  const form = useForm<Values>({ initialValues: { way: ways[0] ?? "carried", words: Object.fromEntries(draft.to_write.map((field) => [field, ""])) } });
  const send = useAction(({ way, words }: Values) => body(api.POST("/api/orders/{order_id}/referrals", {
    params: { path: { order_id: orderId } },
    body: { way, words: Object.fromEntries(Object.entries(words).filter(([, text]) => (text ?? "").trim() !== "")) } })),
  { refresh: [["cases", caseId], ["sharing"], ["tasks"]], said: t("referrals.sent_said"), done: close });
  return (
    <Form form={form} action={send} submit={t("referrals.send")} close={close}>
      {!shares && (
        <Alert color="apricot" icon={<Icon name="info" />} title={t("referrals.no_consent")}>
          {t("referrals.no_consent_text")} <Link to="/cases/$caseId/sharing" params={{ caseId }}>{t("referrals.ask_consent")}</Link>
        </Alert>)}
      <RadioField label={t("referrals.way_label")} required {...form.getInputProps("way")}
                  choices={ways.map((way) => ({ value: way, label: t(`referrals.way.${way}`, { provider: draft.provider_name }) }))} />
      {draft.to_write.map((field) => (field === "needs_support" ? (
        <SelectField key={field} label={t("referrals.field.needs_support")} {...form.getInputProps("words.needs_support")}
                     choices={[{ value: "yes", label: t("common.yes") }, { value: "no", label: t("common.no") }]} />
      ) : (
        <TextField key={field} label={t(`referrals.field.${field}`)} maxLength={300} {...form.getInputProps(`words.${field}`)} />)))}
      <p className={classes.quiet}>{t("referrals.write_hint")}</p>
      <section className={classes.card} aria-label={t("referrals.preview")}>
        <strong>{t("referrals.preview")}</strong>
        <ReferralContent content={told(draft, form.values)} />
        {draft.withheld.length > 0 && <p className={classes.quiet}>{t("referrals.withheld")}</p>}
      </section>
    </Form>
  );
}

/** Refers a person for an ordered service: what the provider will see stands below while one writes. */
export function ReferForm({ caseId, orderId, close }: { caseId: string; orderId: string; close: () => void }) {
  const draft = useQuery({
    queryKey: ["cases", caseId, "referral-draft", orderId],
    queryFn: () => body(api.GET("/api/orders/{order_id}/referral-draft", { params: { path: { order_id: orderId } } })) });
  if (!draft.data) return <Waiting for={draft} />;
  return <Fields caseId={caseId} orderId={orderId} draft={draft.data} close={close} />;
}
