import { useForm } from "@mantine/form";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, Section, SelectField, TextField } from "../ui";

type Shared = Schemas["SavedReport"]["shared"];

/** Keeps the question of the report before the reader under a name. */
export function SaveForm({ spec, region }: { spec: Schemas["ReportSpec"]; region: boolean }) {
  const { t } = useTranslation();
  const form = useForm<{ name: string; shared: Shared }>({ initialValues: { name: "", shared: "own" } });
  const save = useAction((values: { name: string; shared: Shared }) => body(api.POST("/api/saved-reports", { body: { ...values, spec } })),
    { refresh: [["saved-reports"]], said: t("reportbuilder.save.done"), done: () => { form.reset(); } });
  const choices = (["own", ...(region ? ["region" as const] : []), "all"] as const).map((value) => ({ value, label: t(`reportbuilder.save.${value}`) }));
  return (
    <Section title={t("reportbuilder.save.title")}>
      <Text>{t("reportbuilder.save.hint")}</Text>
      <Form form={form} action={save} submit={t("reportbuilder.save.submit")}>
        <TextField label={t("reportbuilder.save.name")} required maxLength={120} {...form.getInputProps("name")} />
        <SelectField label={t("reportbuilder.save.shared")} required unchosen={null} choices={choices} {...form.getInputProps("shared")} />
      </Form>
    </Section>
  );
}
