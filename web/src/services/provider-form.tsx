import { Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Form, NumberField, SelectField, TextField } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import { inputOf, KINDS, LANGUAGES, NO_PLACES, PERIODS, valuesOf, type Period, type Places, type Provider, type Values } from "./provider-draft";
import { ProviderMeanwhile } from "./provider-meanwhile";
import { useRegions } from "./regions";
import { useServiceChoices } from "./service-choices";
import classes from "./services.module.css";


/** Adds a body that delivers services, or changes its entry. */
export function ProviderForm({ provider, close }: { provider?: Provider; close: () => void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const services = useServiceChoices();
  // What the writer began with; the page may hold a newer one by now.
  const [base, setBase] = useState(provider);
  const form = useForm<Values>({
    initialValues: valuesOf(provider),
    validate: { services: (chosen) => (chosen.length === 0 ? t("errors.provider.service") : null) },
  });
  const save = useAction((values: Values) => (base
    ? body(api.PUT("/api/providers/{provider_id}", { params: { path: { provider_id: base.id } }, body: inputOf(values, base.version) }))
    : body(api.POST("/api/providers", { body: inputOf(values, undefined) }))),
  { refresh: [["providers"]], said: t(provider ? "common.saved" : "services.added_said"), done: close });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  useUnsaved(meanwhile);
  if (meanwhile && base) {
    const goOn = (merged: Values, theirs: Provider) => {
      form.setValues(merged);
      setBase(theirs);
      save.reset();
    };
    return <ProviderMeanwhile base={base} mine={form.getValues()} goOn={goOn} />;
  }
  return (
    <Form form={form} action={save} submit={t(provider ? "common.save" : "services.add")} close={close}>
      <TextField label={t("services.field.name")} required maxLength={200} {...form.getInputProps("name")} />
      <SelectField label={t("services.field.kind")} required {...form.getInputProps("kind")}
                   choices={KINDS.map((kind) => ({ value: kind, label: t(`services.kind.${kind}`) }))} />
      <SelectField label={t("services.field.region")} unchosen={t("services.whole_state")} choices={regions.choices} {...form.getInputProps("region")} />
      <div className={classes.pair}>
        <TextField label={t("services.field.district")} maxLength={500} {...form.getInputProps("district")} />
        <TextField label={t("services.field.address")} maxLength={500} {...form.getInputProps("address")} />
        <TextField label={t("services.field.hours")} maxLength={500} {...form.getInputProps("hours")} />
        <TextField label={t("services.field.contact")} description={t("services.field.contact_hint")} maxLength={500} {...form.getInputProps("contact")} />
      </div>
      <Checkbox.Group label={t("services.field.languages")} {...form.getInputProps("languages")}>
        <div className={classes.choices}>
          {LANGUAGES.map((code) => <Checkbox key={code} value={code} label={t(`services.language.${code}`)} />)}
        </div>
      </Checkbox.Group>
      <Checkbox.Group label={t("services.field.services")} required {...form.getInputProps("services")}>
        <div className={classes.choices}>
          {services.map(({ value, label }) => <Checkbox key={value} value={value} label={label} />)}
        </div>
      </Checkbox.Group>
      {form.values.services.map((service) => {
        const of = form.values.places[service] ?? NO_PLACES;
        const set = (change: Partial<Places>) => form.setFieldValue(`places.${service}`, { ...of, ...change });
        return (
          <div key={service} className={classes.pair}>
            <NumberField label={t("services.places.of", { service: t(`services.catalogue.${service}`) })} description={t("services.places.hint")} min={0}
                         value={of.places} onChange={(places) => set({ places })} />
            <SelectField label={t("services.places.period")} unchosen={null} value={of.period} onChange={(period) => set({ period: (period ?? "at_once") as Period })}
                         choices={PERIODS.map((period) => ({ value: period, label: t(`services.places.${period}`) }))} />
          </div>
        );
      })}
    </Form>
  );
}
