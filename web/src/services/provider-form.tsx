import { Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, NumberField, SelectField, TextField } from "../ui";
import { useRegions } from "./regions";
import { useServiceChoices } from "./service-choices";
import classes from "./services.module.css";

type Kind = Schemas["ProviderKind"];
type Period = Schemas["PlacesPeriod"];
export type Provider = Schemas["Provider"];
const KINDS: readonly Kind[] = ["state", "municipal", "civil_society", "international", "private"];
const PERIODS: readonly Period[] = ["at_once", "month", "quarter", "year"];
export const LANGUAGES = ["uz", "kk", "ky", "tg", "tk", "ru", "en", "ar"] as const;

interface Places {
  places: number | null;
  period: Period;
}
interface Values {
  name: string;
  kind: Kind | null;
  region: string | null;
  district: string;
  address: string;
  hours: string;
  contact: string;
  languages: string[];
  services: string[];
  places: Record<string, Places>;
}

const NO_PLACES: Places = { places: null, period: "at_once" };

function valuesOf(provider: Provider | undefined): Values {
  return {
    name: provider?.name ?? "", kind: provider?.kind ?? null, region: provider?.region || null, district: provider?.district ?? "",
    address: provider?.address ?? "", hours: provider?.hours ?? "", contact: provider?.contact ?? "", languages: provider?.languages ?? [],
    services: provider?.services ?? [],
    places: Object.fromEntries((provider?.places ?? []).map(({ service, places, period }) => [service, { places, period }])),
  };
}

function inputOf({ kind, region, places, ...values }: Values, version: number | undefined): Schemas["ProviderInput"] {
  return {
    ...values, kind: kind ?? "state", region: region ?? "", name: values.name.trim(), ...(version !== undefined && { version }),
    places: values.services.flatMap((service) => {
      const of = places[service];
      return of === undefined || of.places === null ? [] : [{ service, places: Number(of.places), period: of.period }];
    }),
  };
}

/** Adds a body that delivers services, or changes its entry. */
export function ProviderForm({ provider, close }: { provider?: Provider; close: () => void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const services = useServiceChoices();
  const form = useForm<Values>({
    initialValues: valuesOf(provider),
    validate: { services: (chosen) => (chosen.length === 0 ? t("errors.provider.service") : null) },
  });
  const save = useAction((values: Values) => (provider
    ? body(api.PUT("/api/providers/{provider_id}", { params: { path: { provider_id: provider.id } }, body: inputOf(values, provider.version) }))
    : body(api.POST("/api/providers", { body: inputOf(values, undefined) }))),
  { refresh: [["providers"]], said: t(provider ? "common.saved" : "services.added_said"), done: close });
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
