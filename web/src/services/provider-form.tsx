import { Checkbox } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, SelectField, TextField } from "../ui";
import { useRegions } from "./regions";
import { useServiceChoices } from "./service-choices";
import classes from "./services.module.css";

type Kind = Schemas["ProviderKind"];
const KINDS: readonly Kind[] = ["state", "municipal", "civil_society", "international", "private"];

interface NewProvider {
  name: string;
  kind: Kind | null;
  region: string | null;
  services: string[];
}

/** Adds a body that delivers services. */
export function ProviderForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const services = useServiceChoices();
  const form = useForm<NewProvider>({
    initialValues: { name: "", kind: null, region: null, services: [] },
    validate: { services: (chosen) => (chosen.length === 0 ? t("errors.provider.service") : null) },
  });
  const add = useAction(({ name, kind, region, services: offered }: NewProvider) => body(api.POST("/api/providers", {
    body: { name: name.trim(), kind: kind ?? "state", region: region ?? "", services: offered } })),
  { refresh: [["providers"]], said: t("services.added_said"), done: close });
  return (
    <Form form={form} action={add} submit={t("services.add")} close={close}>
      <TextField label={t("services.field.name")} required maxLength={200} {...form.getInputProps("name")} />
      <SelectField label={t("services.field.kind")} required {...form.getInputProps("kind")}
                   choices={KINDS.map((kind) => ({ value: kind, label: t(`services.kind.${kind}`) }))} />
      <SelectField label={t("services.field.region")} unchosen={t("services.whole_state")} choices={regions.choices} {...form.getInputProps("region")} />
      <Checkbox.Group label={t("services.field.services")} required {...form.getInputProps("services")}>
        <div className={classes.choices}>
          {services.map(({ value, label }) => <Checkbox key={value} value={value} label={label} />)}
        </div>
      </Checkbox.Group>
    </Form>
  );
}
