import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { ButtonLink, Form, NumberField, Page, PartialDateField, Section, SelectField, TextArea, TextField } from "../ui";

type Input = Schemas["ClaimInput"];
interface Draft {
  figure: Input["figure"];
  about: Input["about"] | null;
  part: string;
  value: number | null;
  qualifier: Input["qualifier"];
  as_of: string | null;
  definition: string;
  definition_ru: string;
  source: string;
  source_url: string;
}

const ABOUT = ["kz", "kg", "tj", "tm", "uz", "region"] as const satisfies readonly Input["about"][];
const FIGURES = ["returned", "returned_in_stage"] as const satisfies readonly Input["figure"][];
const QUALIFIERS = ["exact", "more_than", "about"] as const satisfies readonly Input["qualifier"][];

/** Only what the form says; what it leaves open stays out. */
const inputOf = ({ about, value, as_of, part, figure, ...rest }: Draft): Input =>
  ({ ...rest, figure, about: about ?? "region", value: value ?? 0, as_of: as_of ?? "", part: figure === "returned_in_stage" ? part : "" });

/** Publishes a figure as its source gave it. */
export function PublishClaimPage() {
  const { t } = useTranslation();
  const stateName = useStateName();
  const navigate = useNavigate();
  const form = useForm<Draft>({ initialValues: {
    figure: "returned", about: null, part: "", value: null, qualifier: "exact", as_of: null, definition: "", definition_ru: "", source: "", source_url: "" } });
  const publish = useAction((draft: Draft) => body(api.POST("/api/claims", { body: inputOf(draft) })), {
    refresh: [["claims"]], said: t("claims.published"), done: () => navigate({ to: "/claims" } as never) });
  return (
    <Page title={t("claims.publish")} lead={t("claims.publish_lead")} breadcrumbs={[{ to: "/claims", label: t("claims.nav") }]}>
      <Section title={t("claims.what")}>
        <Form form={form} action={publish} submit={t("claims.publish")} beside={<ButtonLink to="/claims" variant="default">{t("common.cancel")}</ButtonLink>}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <SelectField label={t("claims.field.figure")} unchosen={null} required choices={FIGURES.map((value) => ({ value, label: t(`claims.figure.${value}`) }))}
                         {...form.getInputProps("figure")} />
            <SelectField label={t("claims.field.about")} required {...form.getInputProps("about")}
                         choices={ABOUT.map((value) => ({ value, label: value === "region" ? t("claims.region") : stateName(value) }))} />
            <SelectField label={t("claims.field.qualifier")} unchosen={null} required choices={QUALIFIERS.map((value) => ({ value, label: t(`claims.qualifier.${value}`) }))}
                         {...form.getInputProps("qualifier")} />
            <NumberField label={t("claims.field.value")} required min={0} max={100_000_000} allowDecimal={false} {...form.getInputProps("value")} />
          </SimpleGrid>
          {form.values.figure === "returned_in_stage" && (
            <TextField label={t("claims.field.part")} description={t("claims.field.part_hint")} required maxLength={200} {...form.getInputProps("part")} />)}
          <PartialDateField label={t("claims.field.as_of")} required {...form.getInputProps("as_of")} />
          <TextArea label={t("claims.field.definition")} description={t("claims.field.definition_hint")} required limit={1000} {...form.getInputProps("definition")} />
          <TextArea label={t("claims.field.definition_ru")} description={t("claims.field.definition_ru_hint")} limit={1000} {...form.getInputProps("definition_ru")} />
          <TextField label={t("claims.field.source")} description={t("claims.field.source_hint")} required maxLength={500} {...form.getInputProps("source")} />
          <TextField label={t("claims.field.source_url")} type="url" inputMode="url" maxLength={1000} {...form.getInputProps("source_url")} />
        </Form>
      </Section>
    </Page>
  );
}
