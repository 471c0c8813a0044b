import { Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { filled } from "./body-forms";
import { BodySelect } from "./body-select";
import { BODIES, type Agreement } from "./queries";
import { ButtonLink, DateField, Form, Page, PartialDateField, Section, SelectField, TextArea, TextField, Waiting } from "../ui";
import { AGREEMENT_KINDS, AGREEMENT_MARKINGS } from "./agreement-kinds";

interface Draft {
  kind: Agreement["kind"];
  title: string;
  signed_on: string | null;
  force_from: string | null;
  force_to: string | null;
  marking: Agreement["marking"];
  note: string;
  source: string;
  source_url: string;
  parties: (string | null)[];
}

const EMPTY: Draft = { kind: "memorandum", title: "", signed_on: null, force_from: null, force_to: null, marking: "green", note: "", source: "", source_url: "", parties: [null, null] };
const draftOf = ({ kind, title, signed_on, force_from, force_to, marking, note, source, source_url, parties }: Agreement): Draft =>
  ({ kind, title, signed_on, force_from: force_from ?? null, force_to: force_to ?? null, marking, note, source, source_url, parties: parties.map(({ code }) => code) });
const inputOf = (draft: Draft): Schemas["AgreementInput"] => ({
  ...filled(draft), kind: draft.kind, title: draft.title, signed_on: draft.signed_on ?? "", marking: draft.marking, source: draft.source,
  parties: draft.parties.filter((party) => party !== null),
});

function AgreementForm({ draft, save, submit, back }: { draft: Draft; save: (draft: Draft) => Promise<Agreement>; submit: string; back: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<Draft>({ initialValues: draft });
  const action = useAction(save, {
    refresh: BODIES, said: t("common.saved"),
    done: ({ id }: Agreement) => navigate({ to: "/agreements/$agreementId", params: { agreementId: id } } as never),
  });
  return (
    <Form form={form} action={action} submit={submit} beside={<ButtonLink to={back} variant="default">{t("common.cancel")}</ButtonLink>}>
      <TextField label={t("agreements.field.title")} required maxLength={400} {...form.getInputProps("title")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("agreements.field.kind")} unchosen={null} required {...form.getInputProps("kind")}
                     choices={AGREEMENT_KINDS.map((kind) => ({ value: kind, label: t(`agreements.kind.${kind}`) }))} />
        <SelectField label={t("agreements.field.marking")} unchosen={null} required {...form.getInputProps("marking")}
                     choices={AGREEMENT_MARKINGS.map((marking) => ({ value: marking, label: t(`agreements.marking.${marking}`) }))} />
        <DateField label={t("agreements.field.force_from")} {...form.getInputProps("force_from")} />
        <DateField label={t("agreements.field.force_to")} description={t("agreements.force_to_hint")} {...form.getInputProps("force_to")} />
      </SimpleGrid>
      <PartialDateField label={t("agreements.field.signed_on")} required {...form.getInputProps("signed_on")} />
      <Stack gap="xs" component="fieldset">
        <legend>{t("agreements.field.parties")}</legend>
        {form.values.parties.map((_, index) => (
          <BodySelect key={index} label={t("agreements.party", { number: index + 1 })} required={index === 0} {...form.getInputProps(`parties.${index}`)} />))}
        <Group><Button variant="default" onClick={() => form.insertListItem("parties", null)}>{t("agreements.add_party")}</Button></Group>
      </Stack>
      <TextArea label={t("agreements.field.note")} limit={4000} {...form.getInputProps("note")} />
      <TextField label={t("agreements.field.source")} required maxLength={1000} {...form.getInputProps("source")} />
      <TextField label={t("agreements.field.source_url")} type="url" maxLength={1000} {...form.getInputProps("source_url")} />
    </Form>
  );
}

export function AddAgreementPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("agreements.add")} breadcrumbs={[{ to: "/agreements", label: t("agreements.nav") }]}>
      <Section title={t("agreements.about")}>
        <AgreementForm draft={EMPTY} submit={t("agreements.add")} back="/agreements" save={(draft) => body(api.POST("/api/agreements", { body: inputOf(draft) }))} />
      </Section>
    </Page>
  );
}

export function EditAgreementPage({ agreementId }: { agreementId: string }) {
  const { t, i18n } = useTranslation();
  const path = { agreement_id: agreementId };
  const language = i18n.language;
  const query = useQuery({
    queryKey: ["agreements", agreementId, language],
    queryFn: () => body(api.GET("/api/agreements/{agreement_id}", { params: { path, query: { language } } })),
  });
  if (!query.data) return <Waiting for={query} />;
  const { version, title } = query.data;
  return (
    <Page title={title} breadcrumbs={[{ to: "/agreements", label: t("agreements.nav") }]}>
      <Section title={t("agreements.about")}>
        <AgreementForm key={version} draft={draftOf(query.data)} submit={t("common.save")} back={`/agreements/${agreementId}`}
                       save={(draft) => body(api.PUT("/api/agreements/{agreement_id}", { params: { path }, body: { version, ...inputOf(draft) } }))} />
      </Section>
    </Page>
  );
}
