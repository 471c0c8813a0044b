import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { LANGUAGES } from "../i18n/languages";
import { DateField, Form, RadioField, Section, SelectField, TextArea, TextField } from "../ui";
import { Preview } from "./preview";
import { choicesOf, path, useOrderAction, type LawfulOrder } from "./orders-data";

interface Values {
  choice: string | null;
  words: string;
  telling: string | null;
  not_before: string | null;
  telling_law: string;
  language: string | null;
}

/** The second person: lets the extract leave as it was proposed, or refuses; and says whether the person learns of it now. */
export function Decide({ order }: { order: LawfulOrder }) {
  const { t, i18n } = useTranslation();
  const form = useForm<Values>({
    initialValues: { choice: null, words: "", telling: "now", not_before: null, telling_law: "", language: i18n.language === "ru" ? "ru" : "en" } });
  const { choice, telling } = form.values;
  const later = choice === "disclose" && telling === "later";
  const save = useOrderAction((values: Values) => body(api.POST("/api/disclosures/{order_id}/decision", { ...path(order.id), body: {
    version: order.version, disclose: values.choice === "disclose", words: values.words.trim(), language: values.language === "ru" ? "ru" : "en",
    ...(later && { not_before: values.not_before ?? "", telling_law: values.telling_law.trim() }) } })), { said: t("disclosures.decided_said") });
  return (
    <Section title={t("disclosures.decide")}>
      <Text>{t("disclosures.decide_hint")}</Text>
      {order.state === "proposed" && order.fields.length > 0 && <Preview orderId={order.id} fields={order.fields} />}
      <Form form={form} action={save} submit={t("disclosures.decide_save")}>
        <RadioField label={t("disclosures.choice.label")} required choices={choicesOf(t, order.fields.length > 0 ? ["disclose", "refuse"] : ["refuse"], "choice")}
                    {...form.getInputProps("choice")} />
        {choice === "disclose" && <>
          <RadioField label={t("disclosures.telling.label")} required choices={choicesOf(t, ["now", "later"], "telling")} {...form.getInputProps("telling")} />
          {later && <>
            <DateField label={t("disclosures.telling.not_before")} required {...form.getInputProps("not_before")} />
            <TextField label={t("disclosures.telling.law")} required maxLength={300} {...form.getInputProps("telling_law")} />
          </>}
          <SelectField label={t("disclosures.language")} unchosen={null} choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))} {...form.getInputProps("language")} />
        </>}
        <TextArea label={t("disclosures.words")} description={t("disclosures.words_hint")} required={choice === "refuse"} limit={4000} {...form.getInputProps("words")} />
      </Form>
    </Section>
  );
}
