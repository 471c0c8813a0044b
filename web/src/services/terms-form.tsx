import { Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mergeEdits } from "../api/merge";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { CheckField, Form, Meanwhile, NumberField, useFormat, Waiting } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import classes from "./services.module.css";

export type Terms = Schemas["ServiceTerms"];
interface Values { needs_approval: boolean; on_request: boolean; outcome_after_days: number | null; fields: string[] }
type Place = keyof Values;
const PLACES: readonly Place[] = ["needs_approval", "on_request", "outcome_after_days", "fields"];

const valuesOf = ({ needs_approval, on_request, outcome_after_days, fields }: Terms): Values => ({ needs_approval, on_request, outcome_after_days, fields });
const said = (values: Values, place: Place) => { const value = values[place]; return Array.isArray(value) ? [...value].sort().join() : String(value); };
const queryKey = ["services", "terms"];
export const termsQuery = { queryKey, queryFn: () => body(api.GET("/api/services")) };

/** Changes what a service needs before it is ordered and after it was given, and what a receiver sees. */
export function TermsForm({ terms, known, close }: { terms: Terms; known: readonly string[]; close: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [base, setBase] = useState(terms);
  const form = useForm<Values>({
    initialValues: valuesOf(terms), validate: { fields: (chosen) => (chosen.length === 0 ? t("errors.service.fields") : null) } });
  const save = useAction((values: Values) => body(api.PUT("/api/services/{service}", {
    params: { path: { service: base.service } },
    body: { ...values, fields: known.filter((field) => values.fields.includes(field)), outcome_after_days: Number(values.outcome_after_days ?? 0), version: base.version } })),
  { refresh: [["services"]], said: t("common.saved"), done: close });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const newest = useQuery({ ...termsQuery, queryKey: [...queryKey, "meanwhile"], enabled: meanwhile, staleTime: 0, gcTime: 0 });
  useUnsaved(meanwhile);
  if (meanwhile) {
    const theirs = newest.data?.terms.find(({ service }) => service === base.service);
    if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
    const mine = form.getValues();
    const now = valuesOf(theirs);
    const { taken, clashes } = mergeEdits(PLACES, said, { base: valuesOf(base), mine, theirs: now });
    const say = (values: Values) => (place: Place) => {
      if (place === "fields") return values.fields.map((field) => t(`referrals.field.${field}`)).join(", ");
      if (place === "outcome_after_days") return format.number(values.outcome_after_days);
      return t(values[place] ? "services.terms.yes" : "services.terms.no");
    };
    const goOn = (places: Place[]) => {
      form.setValues({ ...mine, ...Object.fromEntries(places.map((place) => [place, now[place]])) });
      setBase(theirs);
      save.reset();
    };
    return <Meanwhile taken={taken} clashes={clashes.map(({ place }) => place)} label={(place) => t(`services.terms.${place}`)} mine={say(mine)} theirs={say(now)} goOn={goOn} />;
  }
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <CheckField label={t("services.terms.needs_approval")} description={t("services.terms.needs_approval_hint")} {...form.getInputProps("needs_approval", { type: "checkbox" })} />
      <CheckField label={t("services.terms.on_request")} description={t("services.terms.on_request_hint")} {...form.getInputProps("on_request", { type: "checkbox" })} />
      <NumberField label={t("services.terms.outcome_after_days")} description={t("services.terms.outcome_after_days_hint")} required min={1} max={730}
                   {...form.getInputProps("outcome_after_days")} />
      <Checkbox.Group label={t("services.terms.fields")} description={t("services.terms.fields_hint")} required {...form.getInputProps("fields")}>
        <div className={classes.choices}>
          {known.map((field) => <Checkbox key={field} value={field} label={t(`referrals.field.${field}`)} />)}
        </div>
      </Checkbox.Group>
    </Form>
  );
}
