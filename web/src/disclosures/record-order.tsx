import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { newRequestId } from "../api/request-id";
import { today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { choicesOf, ISSUERS, useOrderAction, type LawfulOrder } from "./orders-data";

interface Values {
  person_code: string;
  issuer_kind: string | null;
  issuer: string;
  number: string;
  law: string;
  asked: string;
  dated_on: string | null;
  answer_by: string | null;
}

/** Writes down an order as it came on paper, then leads to its page. */
export function RecordOrder({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const request = useRef(newRequestId());
  const form = useForm<Values>({
    initialValues: { person_code: "", issuer_kind: null, issuer: "", number: "", law: "", asked: "", dated_on: null, answer_by: null } });
  const save = useOrderAction((values: Values) => body(api.POST("/api/disclosures", { body: {
    ...values, request_id: request.current, person_code: values.person_code.trim(), issuer_kind: values.issuer_kind as LawfulOrder["issuer_kind"],
    dated_on: values.dated_on ?? "", answer_by: values.answer_by ?? "" } })), {
    said: t("disclosures.recorded_said"), done: (order) => navigate({ to: "/disclosures/$orderId", params: { orderId: order.id } }) });
  return (
    <Form form={form} action={save} submit={t("disclosures.record_save")} close={close}>
      <Text>{t("disclosures.record_hint")}</Text>
      <TextField label={t("disclosures.of")} description={t("disclosures.of_hint")} required maxLength={40} {...form.getInputProps("person_code")} />
      <SelectField label={t("disclosures.issuer_kind.label")} required choices={choicesOf(t, ISSUERS, "issuer_kind")} {...form.getInputProps("issuer_kind")} />
      <TextField label={t("disclosures.issuer")} required maxLength={300} {...form.getInputProps("issuer")} />
      <TextField label={t("disclosures.number")} required maxLength={100} {...form.getInputProps("number")} />
      <TextField label={t("disclosures.law")} description={t("disclosures.law_hint")} required maxLength={300} {...form.getInputProps("law")} />
      <TextArea label={t("disclosures.asked")} description={t("disclosures.asked_hint")} required limit={4000} {...form.getInputProps("asked")} />
      <DateField label={t("disclosures.dated_on")} required max={today()} {...form.getInputProps("dated_on")} />
      <DateField label={t("disclosures.answer_by")} required {...form.getInputProps("answer_by")} />
    </Form>
  );
}
