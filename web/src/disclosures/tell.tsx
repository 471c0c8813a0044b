import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, Opening, Section, TextField, useFormat } from "../ui";
import { path, useOrderAction, type LawfulOrder } from "./orders-data";

function PutOff({ order, close }: { order: LawfulOrder; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ not_before: string | null; telling_law: string }>({ initialValues: { not_before: null, telling_law: order.not_yet } });
  const save = useOrderAction((values: { not_before: string | null; telling_law: string }) => body(api.POST("/api/disclosures/{order_id}/telling", {
    ...path(order.id), body: { version: order.version, not_before: values.not_before ?? "", telling_law: values.telling_law.trim() } })),
  { said: t("disclosures.put_off_said"), done: close });
  return (
    <Form form={form} action={save} submit={t("disclosures.put_off_save")} close={close}>
      <DateField label={t("disclosures.telling.not_before")} required {...form.getInputProps("not_before")} />
      <TextField label={t("disclosures.telling.law")} required maxLength={300} {...form.getInputProps("telling_law")} />
    </Form>
  );
}

/** That the person is told what left of them: now, or on the day from which no law stands against it. */
export function Tell({ order }: { order: LawfulOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useForm<{ told_on: string | null }>({ initialValues: { told_on: today() } });
  const save = useOrderAction(({ told_on }: { told_on: string | null }) => body(api.POST("/api/disclosures/{order_id}/telling", {
    ...path(order.id), body: { version: order.version, told_on: told_on ?? "" } })), { said: t("disclosures.told_said") });
  const come = (order.tell_on ?? "") <= today();
  return (
    <Section title={t("disclosures.tell")}>
      {come
        ? <Form form={form} action={save} submit={t("disclosures.tell_save")}>
            <DateField label={t("disclosures.told_on")} required max={today()} {...form.getInputProps("told_on")} />
          </Form>
        : <Text>{t("disclosures.tell_wait", { date: format.longDate(order.tell_on) })}</Text>}
      <Opening label={t("disclosures.put_off")} variant="default">{(close) => <PutOff order={order} close={close} />}</Opening>
    </Section>
  );
}
