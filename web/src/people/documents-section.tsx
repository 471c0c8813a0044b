import { Button, Modal } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { DataTable, DateField, Empty, Form, Icon, RadioField, Section, SelectField, StatusBadge, TextField, useFormat, type Tone } from "../ui";
import { useChoices, useNames } from "./choices";

type Person = Schemas["Person"];
type Document = Schemas["Document"];
type State = Schemas["DocumentState"];

const STATES: State[] = ["held", "missing", "requested", "restored"];
const TONES: Record<State, Tone> = { held: "neutral", missing: "warning", requested: "waiting", restored: "good" };

interface Draft {
  kind: string | null;
  number: string;
  state: string | null;
  restored_on: string | null;
}

function DocumentForm({ person, document, done }: { person: Person; document: Document | null; done: () => void }) {
  const { t } = useTranslation();
  const kinds = useChoices().data?.document_kinds ?? [];
  const form = useForm<Draft>({
    initialValues: { kind: document?.kind ?? null, number: document?.number ?? "", state: document?.state ?? "held", restored_on: document?.restored_on ?? null },
  });
  const save = useAction(({ kind, number, state, restored_on }: Draft) => {
    const content = {
      kind: kind ?? "", number, state: (state ?? "held") as State,
      ...(state === "restored" && restored_on ? { restored_on } : {}), ...(document ? { version: document.version } : {}),
    };
    return document
      ? body(api.PATCH("/api/persons/{person_id}/documents/{document_id}", { params: { path: { person_id: person.id, document_id: document.id } }, body: content }))
      : body(api.POST("/api/persons/{person_id}/documents", { params: { path: { person_id: person.id } }, body: content }));
  }, { refresh: [["people", person.id]], said: t("common.saved"), done });
  return (
    <Form form={form} action={save} submit={t("common.save")}>
      <SelectField label={t("people.field.document")} required {...form.getInputProps("kind")}
                   choices={kinds.map((kind) => ({ value: kind, label: t(`people.kind.${kind}`) }))} />
      <TextField label={t("people.field.document_number")} maxLength={120} {...form.getInputProps("number")} />
      <RadioField label={t("people.field.document_state")} required {...form.getInputProps("state")}
                  choices={STATES.map((state) => ({ value: state, label: t(`people.document_state.${state}`) }))} />
      {form.values.state === "restored" && <DateField label={t("people.field.restored_on")} required {...form.getInputProps("restored_on")} />}
    </Form>
  );
}

/** The documents of a person, what is missing among them, and what was restored here. */
export function DocumentsSection({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const [editing, setEditing] = useState<Document | "new" | null>(null);
  const stateOf = (document: Document) => document.restored_on
    ? `${t("people.document_state.restored")}, ${format.date(document.restored_on)}` : t(`people.document_state.${document.state}`);
  return (
    <Section title={t("people.document.title")} actions={person.allows.edit && (
      <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setEditing("new")}>{t("people.document.add")}</Button>)}>
      <DataTable
        caption={t("people.document.caption")} rows={person.documents} rowKey={(document) => document.id}
        empty={<Empty icon="file" title={t("people.document.none")} hint={t("people.document.none_hint")} />}
        columns={[
          { key: "kind", label: t("people.field.document"), cell: (document) => names.kind(document.kind) },
          { key: "number", label: t("people.field.document_number"), cell: (document) => document.number ?? t("common.unknown") },
          { key: "state", label: t("people.field.document_state"), cell: (document) => <StatusBadge tone={TONES[document.state]}>{stateOf(document)}</StatusBadge> },
          ...(person.allows.edit ? [{
            key: "edit", label: t("common.edit"), cell: (document: Document) => (
              <Button variant="subtle" size="sm" aria-label={`${t("common.edit")}: ${names.kind(document.kind)}`} onClick={() => setEditing(document)}>{t("common.edit")}</Button>),
          }] : []),
        ]} />
      <Modal opened={editing !== null} onClose={() => setEditing(null)} closeButtonProps={{ "aria-label": t("common.close") }}
             title={editing === "new" ? t("people.document.add") : t("people.document.edit_title")}>
        {editing !== null && <DocumentForm person={person} document={editing === "new" ? null : editing} done={() => setEditing(null)} />}
      </Modal>
    </Section>
  );
}
