import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { CheckField, Form, Section, TextArea } from "../ui";
import { Preview } from "./preview";
import { FIELDS, path, useOrderAction, type ExtractField, type LawfulOrder } from "./orders-data";
import { useState } from "react";

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
  const pick = (field: ExtractField, on: boolean) =>
    form.setFieldValue("fields", FIELDS.filter((each) => (each === field ? on : fields.includes(each))));
  return (
    <Section title={t("disclosures.propose")}>
      <p>{t("disclosures.propose_hint")}</p>
      <Form form={form} action={save} submit={t("disclosures.propose_save")}
            beside={<Button variant="default" onClick={() => setShown(true)}>{t("disclosures.preview")}</Button>}>
        <fieldset>
          <legend>{t("disclosures.fields")}</legend>
          {FIELDS.map((field) => (
            <CheckField key={field} label={t(`disclosures.field.${field}`)} checked={fields.includes(field)}
                        onChange={(event) => pick(field, event.currentTarget.checked)} />))}
        </fieldset>
        {shown && <Preview orderId={order.id} fields={fields} />}
        <TextArea label={t("disclosures.why")} description={t("disclosures.why_hint")} required limit={4000} {...form.getInputProps("why")} />
      </Form>
    </Section>
  );
}
