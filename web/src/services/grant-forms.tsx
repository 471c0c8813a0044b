import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { DateField, Form, NumberField, RadioField, SelectField, TextArea, TextField } from "../ui";

type Grant = Schemas["Grant"];
export type EventKind = Schemas["GrantEventKind"];
type Business = Schemas["BusinessState"];
const BUSINESS: readonly Business[] = ["not_begun", "at_work", "paused", "ended"];

interface Decision {
  verdict: string | null;
  amount: number | null;
  by: string;
  on: string | null;
  words: string;
}

/** Notes what the body that lends or gives decided. */
export function DecideGrantForm({ caseId, grant, close }: { caseId: string; grant: Grant; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Decision>({ initialValues: { verdict: null, amount: grant.amount, by: "", on: today(), words: "" } });
  const decide = useAction(({ verdict, amount, by, on, words }: Decision) => body(api.POST("/api/grants/{grant_id}/decision", {
    params: { path: { grant_id: grant.id } },
    body: { version: grant.version, granted: verdict === "granted", amount: amount ?? 0, by: by.trim(), on: on ?? "", words: words.trim() } })),
  { refresh: [["cases", caseId]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={decide} submit={t("services.grants.note_decision")} close={close}>
      <RadioField label={t("services.grants.verdict")} required {...form.getInputProps("verdict")}
                  choices={[{ value: "granted", label: t("services.grants.granted") }, { value: "refused", label: t("services.grants.refused") }]} />
      {form.values.verdict === "granted" && <NumberField label={t("services.grants.granted_sum")} required min={0} {...form.getInputProps("amount")} />}
      <TextField label={t("services.grants.by")} required maxLength={200} {...form.getInputProps("by")} />
      <DateField label={t("services.grants.day")} required max={today()} {...form.getInputProps("on")} />
      <TextArea label={t("services.grants.note")} limit={4000} minRows={2} {...form.getInputProps("words")} />
    </Form>
  );
}

interface NewEvent {
  day: string | null;
  amount: number | null;
  business: Business | null;
  note: string;
}

/** Notes money paid out or back, goods handed over, or a visit of the business. */
export function GrantEventForm({ caseId, grant, kind, close }: { caseId: string; grant: Grant; kind: EventKind; close: () => void }) {
  const { t } = useTranslation();
  const sum = kind === "paid_out" || kind === "repaid";
  const left = kind === "paid_out" ? (grant.granted ?? 0) - grant.paid_out : null;
  const form = useForm<NewEvent>({ initialValues: { day: today(), amount: left, business: null, note: "" } });
  const add = useAction(({ day, amount, business, note }: NewEvent) => body(api.POST("/api/grants/{grant_id}/events", {
    params: { path: { grant_id: grant.id } },
    body: { version: grant.version, kind, day: day ?? "", ...(sum && { amount: amount ?? 0 }), ...(kind === "visit" && { business: business ?? "at_work" }),
            ...(note.trim() && { note: note.trim() }) } })),
  { refresh: [["cases", caseId]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={add} submit={t(`services.grants.do.${kind}`)} close={close}>
      <DateField label={t("services.grants.day")} required max={today()} {...form.getInputProps("day")} />
      {sum && <NumberField label={t("services.grants.sum", { currency: grant.currency })} required min={1} {...form.getInputProps("amount")} />}
      {kind === "visit" && (
        <SelectField label={t("services.grants.how_business")} required {...form.getInputProps("business")}
                     choices={BUSINESS.map((state) => ({ value: state, label: t(`services.grants.business.${state}`) }))} />)}
      <TextArea label={t("services.grants.note")} limit={4000} minRows={2} {...form.getInputProps("note")} />
    </Form>
  );
}
