import { Alert } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { ActionButton, DateField, Facts, Form, Icon, Opening, RadioField, Section, SelectField, StatusBadge, TextField, useFormat, type Tone } from "../ui";
import classes from "./documents.module.css";
import { type Chain, given, useChainAction } from "./documents-data";

type Status = Schemas["NationalityStatus"];
type Basis = Schemas["NationalityBasis"];
type Nationality = Schemas["Nationality"];

const STATUSES: Status[] = ["confirmed", "dual", "under_determination", "statelessness_feared"];
const BASES: Basis[] = ["mother", "father", "place_of_birth", "decision", "document", "not_known"];
const TONES: Record<Status, Tone> = { confirmed: "good", dual: "good", under_determination: "waiting", statelessness_feared: "urgent" };

interface Draft {
  status: string | null;
  basis: string | null;
  since: string | null;
  citizenships: string;
  authority: string;
}

/** Records what is known now. What a colleague recorded meanwhile is shown, and ours can follow it. */
export function NationalityForm({ chain, close }: { chain: Chain; close: () => void }) {
  const { t } = useTranslation();
  const now = chain.nationality;
  const form = useForm<Draft>({
    initialValues: { status: null, basis: now?.basis ?? null, since: today(), citizenships: now?.citizenships ?? "", authority: now?.authority ?? "" } });
  const save = useChainAction(chain.person_id, (draft: Draft) => body(api.POST("/api/persons/{person_id}/nationality", {
    params: { path: { person_id: chain.person_id } },
    body: {
      status: (draft.status ?? "under_determination") as Status, basis: (draft.basis ?? "not_known") as Basis, since: draft.since ?? today(),
      citizenships: given(draft.citizenships), authority: given(draft.authority), seen: chain.nationality?.id,
    },
  })), { said: t("common.saved"), done: close });
  const client = useQueryClient();
  const meanwhile = save.problem?.key === "edit.changed_meanwhile";
  useEffect(() => {
    if (meanwhile) void client.invalidateQueries({ queryKey: ["documents", chain.person_id] });
  }, [meanwhile, client, chain.person_id]);
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      {meanwhile && now && (
        <p className={classes.words}>{t("documents.nationality.meanwhile", { name: now.recorded_by.name, status: t(`documents.nationality.status.${now.status}`) })}</p>)}
      <RadioField label={t("documents.nationality.status_label")} required {...form.getInputProps("status")}
                  choices={STATUSES.map((status) => ({ value: status, label: t(`documents.nationality.status.${status}`) }))} />
      <TextField label={t("documents.nationality.citizenships")} description={t("documents.nationality.citizenships_hint")} maxLength={300} {...form.getInputProps("citizenships")} />
      <SelectField label={t("documents.nationality.basis_label")} required {...form.getInputProps("basis")}
                   choices={BASES.map((basis) => ({ value: basis, label: t(`documents.nationality.basis.${basis}`) }))} />
      <TextField label={t("documents.nationality.authority")} maxLength={300} {...form.getInputProps("authority")} />
      <DateField label={t("documents.nationality.since")} required max={today()} {...form.getInputProps("since")} />
    </Form>
  );
}

/** One press: legal aid was asked, today. */
export function LegalAidButton({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const note = useChainAction(chain.person_id, () => body(api.POST("/api/persons/{person_id}/nationality/legal-aid", {
    params: { path: { person_id: chain.person_id } }, body: { on: today() } })), { said: t("documents.nationality.legal_aid_said") });
  return <ActionButton action={note} leftSection={<Icon name="check" size={18} />}>{t("documents.nationality.legal_aid_button")}</ActionButton>;
}

function Story({ records }: { records: Nationality[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.fold}>
      <summary>{t("documents.nationality.earlier", { count: records.length })}</summary>
      <ul className={classes.cards}>
        {records.map((record) => (
          <li key={record.id} className={classes.quiet}>
            {format.date(record.since)}: {t(`documents.nationality.status.${record.status}`)}
            {record.citizenships && ` (${record.citizenships})`}, {record.recorded_by.name}
          </li>))}
      </ul>
    </details>
  );
}

/** What is known of a citizenship: since when, on what ground, by whose word. */
export function NationalityPart({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = chain.nationality;
  const feared = now?.status === "statelessness_feared";
  return (
    <Section title={t("documents.nationality.title")}>
      {!now && <p className={classes.quiet}>{t("documents.nationality.none")}</p>}
      {feared && !now.legal_aid_on && (
        <Alert color="apricot" icon={<Icon name="alert" />} title={t("documents.nationality.alert_title")}>
          <p className={classes.words}>{t("documents.nationality.alert_text")}</p>
        </Alert>)}
      {feared && !now.legal_aid_on && chain.may_write && <LegalAidButton chain={chain} />}
      {now && (
        <>
          <div className={classes.line}><StatusBadge tone={TONES[now.status]}>{t(`documents.nationality.status.${now.status}`)}</StatusBadge></div>
          <Facts of={[
            ...(now.citizenships ? [{ label: t("documents.nationality.citizenships"), value: now.citizenships }] : []),
            { label: t("documents.nationality.basis_label"), value: t(`documents.nationality.basis.${now.basis}`) },
            ...(now.authority ? [{ label: t("documents.nationality.authority"), value: now.authority }] : []),
            { label: t("documents.nationality.since"), value: format.date(now.since) },
            ...(now.legal_aid_on ? [{ label: t("documents.nationality.legal_aid_on"), value: format.date(now.legal_aid_on) }] : []),
          ]} />
        </>)}
      {chain.earlier_nationality.length > 0 && <Story records={chain.earlier_nationality} />}
      {chain.may_write && (
        <Opening label={t(now ? "documents.nationality.change" : "documents.nationality.record")} variant="default">
          {(close) => <NationalityForm chain={chain} close={close} />}</Opening>)}
    </Section>
  );
}
