import { Button, Checkbox, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Form, Section, TextArea } from "../ui";
import { Preview } from "./preview";
import { FIELDS, path, useOrderAction, type ExtractField, type LawfulOrder } from "./orders-data";

interface Values {
  fields: ExtractField[];
  why: string;
}

/** The coordinator picks, field by field, what answers the order; sees what it says; and hands it over. */
export function Propose({ order }: { order: LawfulOrder }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const form = useForm<Values>({ initialValues: { fields: order.fields, why: order.why } });
  const { fields } = form.values;
  const save = useOrderAction((values: Values) =>
    body(api.POST("/api/disclosures/{order_id}/proposal", { ...path(order.id), body: { version: order.version, fields: values.fields, why: values.why.trim() } })),
  { said: t("disclosures.proposed_said") });
  return (
    <Section title={t("disclosures.propose")}>
      <Text>{t("disclosures.propose_hint")}</Text>
      <Form form={form} action={save} submit={t("disclosures.propose_save")}
            beside={<Button variant="default" onClick={() => setShown(true)}>{t("disclosures.preview")}</Button>}>
        <Checkbox.Group label={t("disclosures.fields")} value={fields} onChange={(chosen) => form.setFieldValue("fields", FIELDS.filter((each) => chosen.includes(each)))}>
          <Stack mt="xs" gap="sm">{FIELDS.map((field) => <Checkbox key={field} value={field} label={t(`disclosures.field.${field}`)} />)}</Stack>
        </Checkbox.Group>
        {shown && <Preview orderId={order.id} fields={fields} />}
        <TextArea label={t("disclosures.why")} description={t("disclosures.why_hint")} required limit={4000} {...form.getInputProps("why")} />
      </Form>
    </Section>
  );
}
