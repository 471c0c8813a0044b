import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { LANGUAGES } from "../i18n/languages";
import { filled } from "./body-forms";
import { BodySelect } from "./body-select";
import { Form, SelectField, TextField } from "../ui";

const ROLES = ["focal_point", "expert", "observer", "secretariat", "admin"] as const;
const roleFor = (role: Schemas["AppointmentRole"]) => (role === "alternate" ? "focal_point" : role);

/** Makes an account; for an official, with what the appointment says. */
export function AccountForm({ appointment, close, tell }:
  { appointment?: Schemas["Appointment"]; close: () => void; tell: (told: Schemas["OneTimePassword"]) => void }) {
  const { t } = useTranslation();
  const speaks = appointment?.languages.find((code) => LANGUAGES.some((language) => language.code === code));
  const form = useForm({ initialValues: {
    username: "", name: appointment?.name ?? "", role: appointment ? roleFor(appointment.role) : "focal_point" as string, language: speaks ?? "en",
    member: (appointment?.body.code ?? null), address: "",
  } });
  const make = useAction((values: typeof form.values) => body(api.POST("/api/accounts", {
    body: { ...filled(values), username: values.username, name: values.name, role: values.role, language: values.language,
            ...(appointment && { appointment_id: appointment.id }) } })),
  { refresh: [["accounts"], ["bodies"]], done: (told) => { tell(told); close(); } });
  return (
    <Form form={form} action={make} submit={t("accounts.make")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("accounts.field.username")} description={t("accounts.username_hint")} required maxLength={64} autoComplete="off" autoCapitalize="none"
                   spellCheck={false} {...form.getInputProps("username")} />
        <TextField label={t("accounts.field.name")} required maxLength={200} autoComplete="off" {...form.getInputProps("name")} />
        {!appointment && (
          <>
            <SelectField label={t("accounts.field.role")} unchosen={null} required choices={ROLES.map((role) => ({ value: role, label: t(`session.role.${role}`) }))}
                         {...form.getInputProps("role")} />
            <BodySelect label={t("accounts.field.member")} description={t("accounts.member_hint")} {...form.getInputProps("member")} />
          </>
        )}
        <SelectField label={t("accounts.field.language")} unchosen={null} required choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
                     {...form.getInputProps("language")} />
        <TextField type="email" label={t("accounts.field.address")} description={t("accounts.address_hint")} maxLength={254} autoComplete="off" {...form.getInputProps("address")} />
      </SimpleGrid>
    </Form>
  );
}

/** Says that an account which is there already serves an appointment: of who was named again, or in another role. */
export function GiveAccount({ appointment, close }: { appointment: Schemas["Appointment"]; close: () => void }) {
  const { t } = useTranslation();
  const accounts = useQuery({ queryKey: ["accounts", "choose"], queryFn: () => body(api.GET("/api/accounts", { params: { query: { limit: 200 } } })) });
  const form = useForm({ initialValues: { account_id: null as string | null } });
  const give = useAction(({ account_id }: typeof form.values) => body(api.POST("/api/appointments/{appointment_id}/account", {
    params: { path: { appointment_id: appointment.id } }, body: { account_id: account_id ?? "" } })),
  { refresh: [["accounts"], ["bodies"]], said: t("common.saved"), done: close });
  const fitting = (accounts.data?.items ?? []).filter(({ member, role, sign_in }) =>
    member === appointment.body.code && role === roleFor(appointment.role) && sign_in !== "closed");
  return (
    <Form form={form} action={give} submit={t("accounts.give")} close={close}>
      <SelectField label={t("accounts.field.account")} required choices={fitting.map(({ id, username, name }) => ({ value: id, label: `${username}, ${name}` }))}
                   {...form.getInputProps("account_id")} />
    </Form>
  );
}
