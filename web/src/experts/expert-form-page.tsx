import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useTopicChoices } from "../i18n/topics";
import { BodySelect, ChecksField, filled, useLanguageChoices } from "../members/parts";
import { ButtonLink, CheckField, DateField, Form, Page, Section, TextArea, TextField, Waiting } from "../ui";
import { expertQuery, EXPERTS, type Expert } from "./queries";

interface Draft {
  name: string;
  organisation: string;
  country: string | null;
  summary: string;
  fields: string[];
  languages: string[];
  remote: boolean;
  on_site: boolean;
  available_from: string | null;
  available_to: string | null;
}
const EMPTY: Draft = { name: "", organisation: "", country: null, summary: "", fields: [], languages: [], remote: true, on_site: false, available_from: null, available_to: null };
const draftOf = ({ name, organisation, country, summary, fields, languages, remote, on_site, available_from, available_to }: Expert): Draft =>
  ({ name, organisation, country: country || null, summary, fields, languages, remote, on_site, available_from: available_from ?? null, available_to: available_to ?? null });
const inputOf = (draft: Draft): Schemas["ExpertInput"] => ({ ...filled(draft), name: draft.name, fields: draft.fields, languages: draft.languages, remote: draft.remote, on_site: draft.on_site });

function ExpertForm({ draft, save, submit, back }: { draft: Draft; save: (draft: Draft) => Promise<Expert>; submit: string; back: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const topics = useTopicChoices();
  const languages = useLanguageChoices();
  const form = useForm<Draft>({ initialValues: draft });
  const action = useAction(save, {
    refresh: EXPERTS, said: t("common.saved"), done: ({ id }: Expert) => navigate({ to: "/experts/$expertId", params: { expertId: id } } as never),
  });
  return (
    <Form form={form} action={action} submit={submit} beside={<ButtonLink to={back} variant="default">{t("common.cancel")}</ButtonLink>}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("experts.field.name")} required maxLength={200} {...form.getInputProps("name")} />
        <TextField label={t("experts.field.organisation")} maxLength={300} {...form.getInputProps("organisation")} />
        <BodySelect label={t("experts.field.country")} tier="member" {...form.getInputProps("country")} />
      </SimpleGrid>
      <ChecksField label={t("experts.field.fields")} required choices={topics} {...form.getInputProps("fields")} />
      <ChecksField label={t("experts.field.languages")} required choices={languages} {...form.getInputProps("languages")} />
      <TextArea label={t("experts.field.summary")} description={t("experts.summary_hint")} limit={4000} {...form.getInputProps("summary")} />
      <CheckField label={t("experts.mode.remote")} {...form.getInputProps("remote", { type: "checkbox" })} />
      <CheckField label={t("experts.mode.on_site")} {...form.getInputProps("on_site", { type: "checkbox" })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t("experts.field.available_from")} description={t("members.open_hint")} {...form.getInputProps("available_from")} />
        <DateField label={t("experts.field.available_to")} description={t("members.open_hint")} {...form.getInputProps("available_to")} />
      </SimpleGrid>
    </Form>
  );
}

/** Puts an expert on the roster. Nobody sees them before they agree to it. */
export function AddExpertPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("experts.add")} lead={t("experts.add_lead")} breadcrumbs={[{ to: "/experts", label: t("experts.nav") }]}>
      <Section title={t("experts.profile")}>
        <ExpertForm draft={EMPTY} submit={t("common.save")} back="/experts" save={(draft) => body(api.POST("/api/experts", { body: inputOf(draft) }))} />
      </Section>
    </Page>
  );
}

export function EditExpertPage({ expertId }: { expertId: string }) {
  const { t } = useTranslation();
  const query = useQuery(expertQuery(expertId));
  if (!query.data) return <Waiting for={query} />;
  const { id, name, version } = query.data;
  return (
    <Page title={name} breadcrumbs={[{ to: "/experts", label: t("experts.nav") }]}>
      <Section title={t("experts.profile")}>
        <ExpertForm key={version} draft={draftOf(query.data)} submit={t("common.save")} back={`/experts/${id}`}
                    save={(draft) => body(api.PUT("/api/experts/{expert_id}", { params: { path: { expert_id: id } }, body: { version, ...inputOf(draft) } }))} />
      </Section>
    </Page>
  );
}
