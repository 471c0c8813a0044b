import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Facts, Section, useFormat } from "../ui";

/** What left of a person by order of law, once they were told of it; nothing is drawn where nothing did. */
export function ToldOrders({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = useQuery({
    queryKey: ["cases", caseId, "told-orders"],
    queryFn: () => body(api.GET("/api/cases/{case_id}/told-orders", { params: { path: { case_id: caseId } } })) });
  const orders = told.data?.items ?? [];
  if (orders.length === 0) return null;
  return (
    <Section title={t("disclosures.told_title")}>
      {orders.map((order) => (
        <Facts key={order.id} of={[
          { label: t(`disclosures.issuer_kind.${order.issuer_kind}`), value: order.issuer },
          { label: t("disclosures.law"), value: order.law },
          { label: t("disclosures.told_fields"), value: order.fields.map((field) => t(`disclosures.field.${field}`)).join(", ") },
          { label: t("disclosures.told_left"), value: format.dayOf(order.left_at) },
          { label: t("disclosures.told_on"), value: format.date(order.told_on) },
          { label: t("disclosures.reference"), value: order.reference },
        ]} />))}
    </Section>
  );
}
