import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, NumberField, SelectField, TextArea, TextField } from "../ui";

type Kind = Schemas["GrantKind"];
const SERVICE: Record<Kind, string> = { loan: "low_interest_loan", equipment: "business_equipment" };

interface NewGrant {
  kind: Kind | null;
  amount: number | null;
  currency: string;
  purpose: string;
  goods: string;
}

/** Begins a loan or a handing over of equipment; it belongs to the order of that service where there is one. */
export function GrantForm({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const services = useQuery({ queryKey: ["cases", caseId, "services"],
    queryFn: () => body(api.GET("/api/cases/{case_id}/services", { params: { path: { case_id: caseId } } })) });
  const form = useForm<NewGrant>({ initialValues: { kind: null, amount: null, currency: "UZS", purpose: "", goods: "" } });
  const begin = useAction(({ kind, amount, currency, purpose, goods }: NewGrant) => {
    const order = services.data?.items.find(({ service, order: of }) => kind && service === SERVICE[kind] && of && of.state !== "refused")?.order;
    return body(api.POST("/api/cases/{case_id}/grants", { params: { path: { case_id: caseId } }, body: {
      kind: kind ?? "loan", amount: amount ?? 0, currency: currency.trim().toUpperCase(), purpose: purpose.trim(), goods: goods.trim(), ...(order && { order_id: order.id }) } }));
  }, { refresh: [["cases", caseId]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={begin} submit={t("services.grants.begin")} close={close}>
      <SelectField label={t("services.grants.kind_label")} required {...form.getInputProps("kind")}
                   choices={(["loan", "equipment"] as const).map((kind) => ({ value: kind, label: t(`services.grants.kind.${kind}`) }))} />
      <TextArea label={t("services.grants.purpose")} description={t("services.grants.purpose_hint")} required limit={4000} minRows={2} {...form.getInputProps("purpose")} />
      {form.values.kind === "equipment" && <TextArea label={t("services.grants.goods")} limit={4000} minRows={2} {...form.getInputProps("goods")} />}
      <NumberField label={t("services.grants.amount")} required min={0} {...form.getInputProps("amount")} />
      <TextField label={t("services.grants.currency")} required maxLength={3} {...form.getInputProps("currency")} />
    </Form>
  );
}
