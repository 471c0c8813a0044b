import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import { Form, SelectField, TextField } from "../ui";
import { BodyField } from "./body-field";
import { ALL_ROLES, ROLES, useSessionAction } from "./session-queries";

export interface DelegateDraft { body: string | null; role: string | null; name: string; function: string; language: string | null; access_needs: string }
export const delegateInput = (draft: DelegateDraft): Schemas["DelegateInput"] =>
  ({ ...draft, body: draft.body ?? "", role: (draft.role ?? "delegate") as Schemas["DelegateRole"], language: draft.language ?? "" });

interface DelegateFormProps { initial: DelegateDraft; manage: boolean; fixedBody: boolean; save: (draft: DelegateDraft) => Promise<unknown>; submit: string; close: () => void }

/** Who comes, for whom and as what. `manage`: the secretariat may also register guests. */
export function DelegateForm({ initial, manage, fixedBody, save, submit, close }: DelegateFormProps) {
  const { t } = useTranslation();
  const form = useForm<DelegateDraft>({ initialValues: initial });
  const action = useSessionAction(save, close);
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {!fixedBody && <BodyField label={t("meetings.registration.delegation")} unchosen={t("meetings.registration.no_body")} {...form.getInputProps("body")} />}
        <SelectField label={t("meetings.delegate.role")} required {...form.getInputProps("role")}
                     choices={(manage ? ALL_ROLES : ROLES).map((role) => ({ value: role, label: t(`meetings.delegate.roles.${role}`) }))} />
        <TextField label={t("meetings.delegate.name")} required maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
        <TextField label={t("meetings.delegate.function")} required maxLength={200} {...form.getInputProps("function")} />
        <SelectField label={t("meetings.delegate.language")} required {...form.getInputProps("language")}
                     choices={SPOKEN_LANGUAGES.map((code) => ({ value: code, label: t(`common.language_name.${code}`) }))} />
        <TextField label={t("meetings.delegate.access_needs")} description={t("meetings.delegate.access_needs_hint")} maxLength={500} {...form.getInputProps("access_needs")} />
      </SimpleGrid>
    </Form>
  );
}
