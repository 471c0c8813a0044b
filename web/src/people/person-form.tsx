import { Button, Fieldset, SimpleGrid } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DateField, Icon, PartialDateField, RadioField, Section, SelectField, TextArea, TextField } from "../ui";
import { useChoices } from "./choices";

type Person = Schemas["Person"];

/** A record while it is being written; texts are empty and choices null where nothing is known. */
export interface PersonDraft {
  names: Schemas["PersonName"][];
  sex: string | null;
  born_on: string | null;
  entry_route: string | null;
  stage_id: string | null;
  arrived_on: string | null;
  region: string | null;
  district: string;
  relationship: string | null;
  birth_place: string;
  citizenship: string;
  phone: string;
  contact_times: string;
  note: string;
}

const NO_NAME = { family: "", given: "", patronymic: "" };

/** A record as the form has it; an empty one without a person. */
export function draftOf(person?: Person): PersonDraft {
  const details = person?.details;
  return {
    names: person?.names.map((name) => ({ ...name })) ?? [{ ...NO_NAME }], sex: person?.sex ?? null, born_on: person?.born_on ?? null,
    entry_route: person?.entry_route ?? "self_return", stage_id: person?.stage_id ?? null, arrived_on: person?.arrived_on ?? null,
    region: person?.region ?? null, district: person?.district ?? "", relationship: person?.relationship ?? null,
    birth_place: details?.birth_place ?? "", citizenship: details?.citizenship ?? "", phone: details?.phone ?? "",
    contact_times: details?.contact_times ?? "", note: details?.note ?? "",
  };
}

export const usePersonForm = (person?: Person): UseFormReturnType<PersonDraft> => useForm<PersonDraft>({ initialValues: draftOf(person) });

/** What the API takes for details; the whole block at once. */
export const detailsOf = ({ birth_place, citizenship, phone, contact_times, note }: PersonDraft): Schemas["PersonDetailsInput"] =>
  ({ birth_place, citizenship, phone, contact_times, note });

/** Names with something in them. */
export const namesOf = (draft: PersonDraft) => draft.names.filter((name) => name.family || name.given || name.patronymic);

function NameFields({ form }: { form: UseFormReturnType<PersonDraft> }) {
  const { t } = useTranslation();
  const { names } = form.values;
  return (
    <Section title={t("people.form.names")}>
      {names.map((_, i) => (
        <Fieldset key={i} legend={t("people.form.name_number", { number: i + 1 })}>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextField label={t("people.field.family_name")} maxLength={120} autoComplete="off" {...form.getInputProps(`names.${i}.family`)} />
            <TextField label={t("people.field.given_name")} maxLength={120} autoComplete="off" {...form.getInputProps(`names.${i}.given`)} />
            <TextField label={t("people.field.patronymic")} maxLength={120} autoComplete="off" {...form.getInputProps(`names.${i}.patronymic`)} />
          </SimpleGrid>
          {names.length > 1 && (
            <Button mt="sm" size="sm" variant="subtle" aria-label={t("people.form.remove_name", { number: i + 1 })} onClick={() => form.removeListItem("names", i)}>
              {t("common.remove")}
            </Button>)}
        </Fieldset>))}
      {names.length < 10 && (
        <div><Button variant="default" leftSection={<Icon name="plus" />} onClick={() => form.insertListItem("names", { ...NO_NAME })}>{t("people.form.another_name")}</Button></div>)}
    </Section>
  );
}

function ArrivalFields({ form }: { form: UseFormReturnType<PersonDraft> }) {
  const { t } = useTranslation();
  const choices = useChoices().data;
  return (
    <Section title={t("people.form.arrival")}>
      <RadioField label={t("people.field.entry_route")} required {...form.getInputProps("entry_route")}
                  choices={["operation", "self_return", "family_transfer", "other"].map((route) => ({ value: route, label: t(`people.route.${route}`) }))} />
      {form.values.entry_route === "operation" && (
        <SelectField label={t("people.field.operation")} required {...form.getInputProps("stage_id")}
                     choices={(choices?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))} />)}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t("people.field.arrived_on")} {...form.getInputProps("arrived_on")} />
        <SelectField label={t("people.field.relationship")} {...form.getInputProps("relationship")} unchosen={t("common.unknown")}
                     choices={(choices?.relationships ?? []).map((code) => ({ value: code, label: t(`people.relationship.${code}`) }))} />
        <SelectField label={t("people.field.region")} {...form.getInputProps("region")} unchosen={t("common.unknown")}
                     choices={(choices?.regions ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField label={t("people.field.district")} maxLength={300} {...form.getInputProps("district")} />
      </SimpleGrid>
    </Section>
  );
}

/** The fields of a record, for a new person and for a change. */
export function PersonFields({ form }: { form: UseFormReturnType<PersonDraft> }) {
  const { t } = useTranslation();
  return (
    <>
      <NameFields form={form} />
      <Section title={t("people.form.birth")}>
        <RadioField label={t("people.field.sex")} required {...form.getInputProps("sex")}
                    choices={["female", "male", "unknown"].map((sex) => ({ value: sex, label: t(`common.sex.${sex}`) }))} />
        <PartialDateField label={t("people.field.born_on")} {...form.getInputProps("born_on")} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField label={t("people.field.birth_place")} maxLength={300} {...form.getInputProps("birth_place")} />
          <TextField label={t("people.field.citizenship")} maxLength={300} {...form.getInputProps("citizenship")} />
        </SimpleGrid>
      </Section>
      <ArrivalFields form={form} />
      <Section title={t("people.form.contact")}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField label={t("people.field.phone")} maxLength={300} autoComplete="off" {...form.getInputProps("phone")} />
          <TextField label={t("people.field.contact_times")} maxLength={300} {...form.getInputProps("contact_times")} />
        </SimpleGrid>
        <TextArea label={t("people.field.note")} limit={4000} {...form.getInputProps("note")} />
      </Section>
    </>
  );
}
