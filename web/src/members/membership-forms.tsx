import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { filled } from "./body-forms";
import { BODIES, TIERS, type Body, type Membership } from "./queries";

/** Proposes the body to the States. */
export function ProposeMembership({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { tier: "observer" as Membership["tier"], reason: "", valid_from: null as string | null } });
  const propose = useAction((values: typeof form.values) => body(api.POST("/api/bodies/{code}/memberships", {
    params: { path: { code: one.code } }, body: { ...filled(values), tier: values.tier, reason: values.reason } })),
  { refresh: BODIES, said: t("members.proposals.sent"), done: close });
  const tiers = TIERS.filter((tier) => tier !== "member" || one.kind === "state");
  return (
    <Form form={form} action={propose} submit={t("members.proposals.propose")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("members.proposals.as")} unchosen={null} required choices={tiers.map((tier) => ({ value: tier, label: t(`members.tier.${tier}`) }))}
                     {...form.getInputProps("tier")} />
        <DateField label={t("members.field.valid_from")} description={t("members.proposals.from_hint")} {...form.getInputProps("valid_from")} />
      </SimpleGrid>
      <TextArea label={t("members.proposals.why")} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** A State's objection, with its reason. It stops the proposal. */
export function ObjectToMembership({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const object = useAction(({ reason }: typeof form.values) => body(api.POST("/api/memberships/{membership_id}/voice", {
    params: { path: { membership_id: id } }, body: { agrees: false, reason } })), { refresh: BODIES, said: t("members.proposals.said_no"), done: close });
  return (
    <Form form={form} action={object} submit={t("members.proposals.object")} close={close}>
      <TextArea label={t("members.proposals.why_not")} description={t("members.proposals.object_hint")} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

export function EndMembership({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { valid_to: null as string | null, reason: "" } });
  const end = useAction(({ valid_to, reason }: typeof form.values) => body(api.POST("/api/memberships/{membership_id}/end", {
    params: { path: { membership_id: id } }, body: { valid_to: valid_to ?? "", reason } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={end} submit={t("members.end_membership")} close={close}>
      <DateField label={t("members.field.valid_to")} required {...form.getInputProps("valid_to")} />
      <TextArea label={t("members.why_ended")} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** Since when a State of the exchange is a member, and who says so. */
export function DateFounding({ one, close }: { one: Body; close: () => void }) {
  const { t } = useTranslation();
  const founding = one.memberships.find(({ basis }) => basis === "founding");
  const form = useForm({ initialValues: { valid_from: founding?.valid_from ?? null, source: founding?.reason ?? "" } });
  const save = useAction(({ valid_from, source }: typeof form.values) => body(api.PUT("/api/bodies/{code}/founding", {
    params: { path: { code: one.code } }, body: { valid_from: valid_from ?? "", source } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <DateField label={t("members.field.valid_from")} required {...form.getInputProps("valid_from")} />
      <TextField label={t("members.field.source")} required maxLength={1000} {...form.getInputProps("source")} />
    </Form>
  );
}
