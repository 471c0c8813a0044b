import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { CheckField, DateField, Form, RadioField, SelectField, TextArea, TextField } from "../ui";
import classes from "./consents.module.css";
import { given, useSharingAction, WITHHOLDABLE, type Purpose, type Receiver, type Sharing } from "./consents-data";
import { ReceiversField } from "./receivers-field";

type Input = Schemas["ConsentInput"];

interface Draft {
  decision: string | null;
  source: string | null;
  who: string;
  how: string | null;
  assent: string | null;
  receivers: Receiver[];
  other: string;
  withheld: string[];
  withheld_why: string;
  basis: string | null;
  basis_why: string;
  given_on: string | null;
  expires_on: string | null;
}

const SOURCES: Input["source"][] = ["individual", "caregiver", "other"];
const WAYS: Input["how"][] = ["spoken", "written", "thumbprint", "by_phone", "through_interpreter"];
const BASES = ["vital_interest", "public_interest", "legal_duty"];
const ASSENTS: Schemas["Assent"][] = ["yes", "no", "not_asked"];

function inputOf(draft: Draft, purpose: Purpose): Input {
  const asked = draft.decision !== "not_asked";
  return {
    purpose, basis: asked ? "consent" : ((draft.basis ?? "vital_interest") as Input["basis"]), answer: (draft.decision ?? "given") as Input["answer"],
    source: asked ? ((draft.source ?? "individual") as Input["source"]) : "individual", who: asked ? given(draft.who) : undefined,
    how: (draft.how ?? "spoken") as Input["how"], assent: asked && draft.source === "caregiver" ? ((draft.assent ?? "not_asked") as Schemas["Assent"]) : undefined,
    receivers: [...draft.receivers, ...(draft.other.trim() ? [{ name: draft.other.trim() }] : [])], withheld: draft.decision === "refused" ? [] : (draft.withheld as Input["withheld"]),
    withheld_why: draft.withheld.length > 0 ? given(draft.withheld_why) : undefined, basis_why: asked ? undefined : given(draft.basis_why),
    given_on: draft.given_on ?? today(), expires_on: draft.decision === "refused" ? undefined : draft.expires_on ?? undefined,
  };
}

/** What was asked and answered. Three touches do for the usual answer; the rest opens as it is needed. */
export function ConsentForm({ sharing, purpose, close }: { sharing: Sharing; purpose: Purpose; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({
    initialValues: {
      decision: null, source: sharing.of_age ? "individual" : null, who: "", how: "spoken", assent: "not_asked", receivers: [], other: "", withheld: [],
      withheld_why: "", basis: null, basis_why: "", given_on: today(), expires_on: null,
    },
  });
  const save = useSharingAction(sharing.person_id, (draft: Draft) => body(api.POST("/api/persons/{person_id}/consents", {
    params: { path: { person_id: sharing.person_id } }, body: inputOf(draft, purpose) })), { said: t("common.saved"), done: close });
  const { decision, source, withheld } = form.values;
  const asked = decision === "given" || decision === "refused";
  const choices = (group: string, codes: readonly string[]) => codes.map((code) => ({ value: code, label: t(`consents.${group}.${code}`) }));
  const keepBack = (code: string, back: boolean) =>
    form.setFieldValue("withheld", back ? [...withheld, code] : withheld.filter((each) => each !== code));
  const sources = sharing.of_age ? SOURCES.filter((each) => each !== "caregiver") : SOURCES;
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <p className={classes.quiet}>{t("consents.form_hint")}</p>
      <RadioField label={t("consents.decision_label")} required choices={choices("decision", ["given", "refused", "not_asked"])} {...form.getInputProps("decision")} />
      {asked && <SelectField label={t("consents.source_label")} required choices={choices("source", sources)} {...form.getInputProps("source")} />}
      {asked && source && source !== "individual" && (
        <TextField label={t("consents.who")} description={t("consents.who_hint")} required maxLength={300} {...form.getInputProps("who")} />)}
      {asked && source === "caregiver" && <SelectField label={t("consents.assent_label")} unchosen={null} choices={choices("assent", ASSENTS)} {...form.getInputProps("assent")} />}
      {asked && <SelectField label={t("consents.how_label")} required unchosen={null} choices={choices("how", WAYS)} {...form.getInputProps("how")} />}
      {decision === "not_asked" && <SelectField label={t("consents.basis_label")} required choices={choices("basis", BASES)} {...form.getInputProps("basis")} />}
      {decision === "not_asked" && <TextArea label={t("consents.basis_why")} required minRows={1} limit={2000} {...form.getInputProps("basis_why")} />}
      {decision !== null && (
        <ReceiversField value={form.values.receivers} onChange={(receivers) => form.setFieldValue("receivers", receivers)}
                        typed={form.values.other} onTyped={(name) => form.setFieldValue("other", name)} />)}
      {decision !== null && decision !== "refused" && (
        <fieldset className={classes.checks}>
          <legend>{t("consents.withhold_label")}</legend>
          {WITHHOLDABLE.map((code) => (
            <CheckField key={code} label={t(`consents.what.${code}`)} checked={withheld.includes(code)} onChange={(event) => keepBack(code, event.currentTarget.checked)} />))}
        </fieldset>)}
      {withheld.length > 0 && decision !== "refused" && <TextArea label={t("consents.withheld_why")} minRows={1} limit={2000} {...form.getInputProps("withheld_why")} />}
      {decision !== null && <DateField label={t("consents.given_on")} required max={today()} {...form.getInputProps("given_on")} />}
      {decision !== null && decision !== "refused" && (
        <DateField label={t("consents.expires_on")} description={t("consents.expires_hint")} min={today()} {...form.getInputProps("expires_on")} />)}
    </Form>
  );
}
