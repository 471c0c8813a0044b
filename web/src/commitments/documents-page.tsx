import { SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { useSession } from "../session/session";
import { CheckField, DataTable, DateField, Empty, Form, Link, Opening, Page, PartialDateField, Section, SelectField, StatusBadge, TextField, useFormat, Waiting } from "../ui";
import { documentsQuery, KINDS, type CommitmentDocument } from "./queries";

interface Draft extends Omit<Schemas["CommitmentDocumentInput"], "adopted_on" | "expires_on" | "version"> { adopted_on: string | null; expires_on: string | null }
const NEW: Draft = { kind: "joint_plan", title_en: "", title_ru: "", state: "", adopted_on: null, expires_on: null, link: "", source: "", is_public: true };

const inputOf = ({ adopted_on, expires_on, ...rest }: Draft, version?: number): Schemas["CommitmentDocumentInput"] =>
  ({ ...rest, adopted_on: adopted_on ?? "", ...(expires_on ? { expires_on } : {}), ...(version ? { version } : {}) });

/** Adds a document, or changes one. */
export function DocumentForm({ states, before, close }: { states: string[]; before?: CommitmentDocument; close: () => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const form = useForm<Draft>({ initialValues: before
    ? { kind: before.kind, title_en: before.title_en, title_ru: before.title_ru, state: before.state, adopted_on: before.adopted_on, expires_on: before.expires_on ?? null,
        link: before.link, source: before.source, is_public: before.is_public }
    : { ...NEW, state: states[0] ?? "" } });
  const save = useAction((draft: Draft) => body(before
    ? api.PUT("/api/commitment-documents/{document_id}", { params: { path: { document_id: before.id } }, body: inputOf(draft, before.version) })
    : api.POST("/api/commitment-documents", { body: inputOf(draft) })), { refresh: [["commitments"]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("commitments.field.title_en")} required maxLength={300} {...form.getInputProps("title_en")} />
        <TextField label={t("commitments.field.title_ru")} required maxLength={300} {...form.getInputProps("title_ru")} />
        <SelectField label={t("commitments.field.kind")} unchosen={null} required choices={KINDS.map((value) => ({ value, label: t(`commitments.kind.${value}`) }))} {...form.getInputProps("kind")} />
        <SelectField label={t("commitments.field.of")} unchosen={null} required {...form.getInputProps("state")}
                     choices={states.map((value) => ({ value, label: value ? stateName(value) : t("commitments.all_states") }))} />
        <PartialDateField label={t("commitments.field.adopted_on")} required {...form.getInputProps("adopted_on")} />
        <DateField label={t("commitments.field.expires_on")} {...form.getInputProps("expires_on")} />
      </SimpleGrid>
      <TextField label={t("commitments.field.link")} type="url" inputMode="url" maxLength={1000} {...form.getInputProps("link")} />
      <TextField label={t("commitments.field.source")} required maxLength={500} {...form.getInputProps("source")} />
      <CheckField label={t("commitments.field.is_public")} {...form.getInputProps("is_public", { type: "checkbox" })} />
    </Form>
  );
}

/** Documents in which States promised something. Open to all. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const stateName = useStateName();
  const { can } = useSession();
  const query = useQuery(documentsQuery(can("read_council")));
  if (!query.data) return <Waiting for={query} />;
  const { items, may_edit } = query.data;
  return (
    <Page title={t("commitments.title")} lead={t("commitments.lead")}>
      <Section title={t("commitments.documents")} plain>
        <DataTable caption={t("commitments.documents")} rows={items} rowKey={({ id }) => id} empty={<Empty title={t("commitments.empty")} icon="check" />} columns={[
          { key: "title", label: t("commitments.field.title"), cell: (document) => <Link to="/commitments/$documentId" params={{ documentId: document.id }}>{two(document.title_en, document.title_ru)}</Link> },
          { key: "kind", label: t("commitments.field.kind"), cell: ({ kind }) => t(`commitments.kind.${kind}`) },
          { key: "of", label: t("commitments.field.of"), cell: ({ state }) => (state ? stateName(state) : t("commitments.all_states")) },
          { key: "adopted", label: t("commitments.field.adopted_on"), cell: ({ adopted_on }) => format.partialDate(adopted_on) },
          { key: "expires", label: t("commitments.field.expires_on"), cell: ({ expires_on, expired }) => (expires_on
            ? <>{format.longDate(expires_on)} {expired && <StatusBadge tone="waiting">{t("commitments.expired")}</StatusBadge>}</> : "–") },
          { key: "clauses", label: t("commitments.field.clauses"), cell: ({ clauses }) => clauses, numeric: true },
        ]} />
        <Text size="sm" c="dimmed">{t("commitments.pillars_source")}</Text>
      </Section>
      {may_edit.length > 0 && <Opening label={t("commitments.add_document")}>{(close) => <Section title={t("commitments.add_document")}><DocumentForm states={may_edit} close={close} /></Section>}</Opening>}
    </Page>
  );
}
