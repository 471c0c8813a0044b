import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { BodySelect } from "./body-select";
import { BODIES, BODY_KINDS, type Body } from "./queries";
import { useLanguageChoices } from "./words";

/** Fields left empty stay out of what is sent. */
export function filled<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], null> | undefined } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== "")) as never;
}

/** What is known of a body, but its names. */
export function EditBody({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const { kind, country, contact_url, note, source } = one;
  const form = useForm({ initialValues: { kind, country: country || null, contact_url, note, source } });
  const save = useAction((values: typeof form.values) => body(api.PUT("/api/bodies/{code}", {
    params: { path: { code: one.code } }, body: { version: one.version, ...values, country: values.country ?? "" } })),
  { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("members.field.kind")} unchosen={null} required choices={BODY_KINDS.map((value) => ({ value, label: t(`members.kind.${value}`) }))}
                     {...form.getInputProps("kind")} />
        <BodySelect label={t("members.field.country")} tier="member" {...form.getInputProps("country")} />
      </SimpleGrid>
      <TextField label={t("members.field.contact_url")} type="url" maxLength={1000} {...form.getInputProps("contact_url")} />
      <TextArea label={t("members.field.note")} limit={2000} {...form.getInputProps("note")} />
      <TextField label={t("members.field.source")} maxLength={1000} {...form.getInputProps("source")} />
    </Form>
  );
}

/** A name in a language, from a day to a day. */
export function AddName({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const languages = useLanguageChoices();
  const form = useForm({ initialValues: { language: "en", name: "", short_name: "", valid_from: null as string | null, valid_to: null as string | null, source: "" } });
  const add = useAction((values: typeof form.values) => body(api.POST("/api/bodies/{code}/names", {
    params: { path: { code: one.code } }, body: { ...filled(values), language: values.language, name: values.name } })),
  { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={add} submit={t("members.add_name")} close={close}>
      <TextField label={t("members.field.name")} required maxLength={300} {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("members.field.language")} unchosen={null} required choices={languages} {...form.getInputProps("language")} />
        <TextField label={t("members.field.short_name")} maxLength={60} {...form.getInputProps("short_name")} />
        <DateField label={t("members.field.valid_from")} description={t("members.open_hint")} {...form.getInputProps("valid_from")} />
        <DateField label={t("members.field.valid_to")} description={t("members.open_hint")} {...form.getInputProps("valid_to")} />
      </SimpleGrid>
      <TextField label={t("members.field.source")} maxLength={1000} {...form.getInputProps("source")} />
    </Form>
  );
}

export function AddParent({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { code: null as string | null, valid_from: null as string | null, valid_to: null as string | null, source: "" } });
  const add = useAction((values: typeof form.values) => body(api.POST("/api/bodies/{code}/parents", {
    params: { path: { code: one.code } }, body: { ...filled(values), code: values.code ?? "" } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={add} submit={t("members.add_parent")} close={close}>
      <BodySelect label={t("members.stands_under")} required {...form.getInputProps("code")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t("members.field.valid_from")} description={t("members.open_hint")} {...form.getInputProps("valid_from")} />
        <DateField label={t("members.field.valid_to")} description={t("members.open_hint")} {...form.getInputProps("valid_to")} />
      </SimpleGrid>
      <TextField label={t("members.field.source")} maxLength={1000} {...form.getInputProps("source")} />
    </Form>
  );
}

/** Until when a name was in use, or a body stood where it stood. */
export function EndTime({ one, of, id, close }: { one: Body; of: "names" | "parents"; id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { valid_to: null as string | null } });
  const end = useAction(({ valid_to }: typeof form.values) => {
    const asked = { valid_to: valid_to ?? "" };
    return of === "names"
      ? body(api.POST("/api/bodies/{code}/names/{name_id}/end", { params: { path: { code: one.code, name_id: id } }, body: asked }))
      : body(api.POST("/api/bodies/{code}/parents/{parent_id}/end", { params: { path: { code: one.code, parent_id: id } }, body: asked }));
  }, { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={end} submit={t("common.save")} close={close}>
      <DateField label={t("members.field.valid_to")} required {...form.getInputProps("valid_to")} />
    </Form>
  );
}
