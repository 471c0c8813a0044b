import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { ButtonLink, DateField, Form, Page, Section, SelectField, TextArea, TextField } from "../ui";
import { filled } from "./body-forms";
import { BodySelect } from "./body-select";
import { BODIES, BODY_KINDS, type Body } from "./queries";
import { useLanguageChoices } from "./words";

/** Adds a body with its first name. A further name, a parent and a proposal follow on its page. */
export function AddBodyPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const languages = useLanguageChoices();
  const form = useForm({ initialValues: {
    code: "", kind: "international_organisation" as Body["kind"], country: null as string | null, contact_url: "", note: "", source: "",
    name: { language: "en", name: "", short_name: "", valid_from: null as string | null },
  } });
  const add = useAction(({ name, ...rest }: typeof form.values) => body(api.POST("/api/bodies", {
    body: { ...filled(rest), code: rest.code, kind: rest.kind, name: { ...filled(name), language: name.language, name: name.name } } })),
  { refresh: BODIES, said: t("common.saved"), done: ({ code }: Body) => navigate({ to: "/members/$code", params: { code } } as never) });
  return (
    <Page title={t("members.add")} breadcrumbs={[{ to: "/members", label: t("members.nav") }]}>
      <Section title={t("members.about")}>
        <Form form={form} action={add} submit={t("members.add")} beside={<ButtonLink to="/members" variant="default">{t("common.cancel")}</ButtonLink>}>
          <TextField label={t("members.field.name")} required maxLength={300} {...form.getInputProps("name.name")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <SelectField label={t("members.field.language")} unchosen={null} required choices={languages} {...form.getInputProps("name.language")} />
            <TextField label={t("members.field.short_name")} maxLength={60} {...form.getInputProps("name.short_name")} />
            <TextField label={t("members.field.code")} description={t("members.code_hint")} required maxLength={32} autoCapitalize="none" spellCheck={false}
                       {...form.getInputProps("code")} />
            <SelectField label={t("members.field.kind")} unchosen={null} required choices={BODY_KINDS.map((value) => ({ value, label: t(`members.kind.${value}`) }))}
                         {...form.getInputProps("kind")} />
            <BodySelect label={t("members.field.country")} tier="member" {...form.getInputProps("country")} />
            <DateField label={t("members.field.valid_from")} description={t("members.open_hint")} {...form.getInputProps("name.valid_from")} />
          </SimpleGrid>
          <TextField label={t("members.field.contact_url")} type="url" maxLength={1000} {...form.getInputProps("contact_url")} />
          <TextArea label={t("members.field.note")} limit={2000} {...form.getInputProps("note")} />
          <TextField label={t("members.field.source")} maxLength={1000} {...form.getInputProps("source")} />
        </Form>
      </Section>
    </Page>
  );
}
