import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, Opening, RadioField, Section, SelectField, StatusBadge, TextField, useFormat, type Tone } from "../ui";
import classes from "./documents.module.css";
import { type Chain, given, useChainAction } from "./documents-data";

type Kinship = Schemas["Kinship"];
const RELATIONS: Kinship["relation"][] = ["mother", "father", "sibling", "grandparent", "other"];
const METHODS: Kinship["method"][] = ["papers", "registry_entry", "witnesses", "court", "laboratory"];
const CONCLUSIONS: Kinship["conclusion"][] = ["confirmed", "not_confirmed", "inconclusive"];
const TONES: Record<Kinship["conclusion"], Tone> = { confirmed: "good", not_confirmed: "warning", inconclusive: "waiting" };

interface Draft {
  relation: string | null;
  relative: string;
  method: string | null;
  authority: string;
  conclusion: string | null;
  on: string | null;
}

/** How it is known who a relative is: method, day, authority, conclusion. There is no field for anything else. */
export function KinshipForm({ personId, close }: { personId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { relation: null, relative: "", method: null, authority: "", conclusion: null, on: today() } });
  const save = useChainAction(personId, (draft: Draft) => body(api.POST("/api/persons/{person_id}/kinship", {
    params: { path: { person_id: personId } },
    body: {
      relation: (draft.relation ?? "mother") as Kinship["relation"], relative: given(draft.relative), method: (draft.method ?? "papers") as Kinship["method"],
      authority: draft.authority.trim(), conclusion: (draft.conclusion ?? "inconclusive") as Kinship["conclusion"], on: draft.on ?? today(),
    },
  })), { said: t("common.saved"), done: close });
  const choices = (group: string, codes: readonly string[]) => codes.map((code) => ({ value: code, label: t(`documents.kinship.${group}.${code}`) }));
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <p className={classes.quiet}>{t("documents.kinship.hint")}</p>
      <SelectField label={t("documents.kinship.relation_label")} required choices={choices("relation", RELATIONS)} {...form.getInputProps("relation")} />
      <TextField label={t("documents.kinship.relative")} maxLength={300} {...form.getInputProps("relative")} />
      <SelectField label={t("documents.kinship.method_label")} required choices={choices("method", METHODS)} {...form.getInputProps("method")} />
      <TextField label={t("documents.kinship.authority")} required maxLength={300} {...form.getInputProps("authority")} />
      <RadioField label={t("documents.kinship.conclusion_label")} required choices={choices("conclusion", CONCLUSIONS)} {...form.getInputProps("conclusion")} />
      <DateField label={t("documents.kinship.on")} required max={today()} {...form.getInputProps("on")} />
    </Form>
  );
}

/** The evidence there is, the newest first. */
export function KinshipPart({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("documents.kinship.title")}>
      {chain.kinship.length === 0 && <p className={classes.quiet}>{t("documents.kinship.none")}</p>}
      {chain.kinship.length > 0 && (
        <ul className={classes.cards}>
          {chain.kinship.map((each) => (
            <li key={each.id} className={classes.card}>
              <div className={classes.line}>
                <strong>{t(`documents.kinship.relation.${each.relation}`)}{each.relative && `: ${each.relative}`}</strong>
                <StatusBadge tone={TONES[each.conclusion]}>{t(`documents.kinship.conclusion.${each.conclusion}`)}</StatusBadge>
              </div>
              <p className={classes.quiet}>
                {[t(`documents.kinship.method.${each.method}`), each.authority, format.date(each.on)].join(" · ")}
              </p>
            </li>))}
        </ul>)}
      {chain.may_write && (
        <Opening label={t("documents.kinship.add")} variant="default">{(close) => <KinshipForm personId={chain.person_id} close={close} />}</Opening>)}
    </Section>
  );
}
