import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Facts, Icon, Page, Section, useFormat, Waiting } from "../ui";
import { Decide } from "./decide";
import { OrderState } from "./order-state";
import { useOrder, type LawfulOrder } from "./orders-data";
import { Propose } from "./propose";
import { Tell } from "./tell";

function OrderFacts({ order }: { order: LawfulOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("disclosures.order")}>
      <div><OrderState order={order} /></div>
      <Facts of={[
        { label: t("disclosures.issuer_kind.label"), value: t(`disclosures.issuer_kind.${order.issuer_kind}`) },
        { label: t("disclosures.issuer"), value: order.issuer },
        { label: t("disclosures.number"), value: order.number },
        { label: t("disclosures.law"), value: order.law },
        { label: t("disclosures.dated_on"), value: format.longDate(order.dated_on) },
        { label: t("disclosures.answer_by"), value: format.longDate(order.answer_by) },
        { label: t("disclosures.of"), value: order.person_code },
        { label: t("disclosures.asked"), value: order.asked },
        { label: t("disclosures.recorded_by"), value: order.recorded_by.name },
      ]} />
    </Section>
  );
}

function Outcome({ order }: { order: LawfulOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = order.fields.map((field) => t(`disclosures.field.${field}`)).join(", ");
  return (
    <Section title={t(`disclosures.state.${order.state}`)}>
      <Facts of={[
        { label: t("disclosures.propose"), value: fields || t("disclosures.nothing_proposed") },
        { label: t("disclosures.why"), value: order.why },
        { label: t("disclosures.proposed_by"), value: order.proposed_by?.name },
        { label: t("disclosures.decided_by"), value: order.decided_by?.name },
        { label: t("disclosures.decision_words"), value: order.decision || null },
        { label: t("disclosures.tell_on"), value: order.tell_on && format.longDate(order.tell_on) },
        { label: t("disclosures.not_yet"), value: order.not_yet || null },
        { label: t("disclosures.told_on"), value: order.told_on && format.longDate(order.told_on) },
        { label: t("disclosures.told_by"), value: order.told_by?.name },
      ]} />
      {order.allows.extract && (
        <div><Button component="a" variant="default" leftSection={<Icon name="file" />} download href={`/api/disclosures/${order.id}/extract`}>{t("disclosures.extract")}</Button></div>)}
    </Section>
  );
}

/** One order: what came, what is to leave, who decided, and whether the person knows. */
export function OrderPage({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const query = useOrder(orderId);
  const order = query.data;
  if (!order) return <Waiting for={query} />;
  return (
    <Page title={order.reference} breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/disclosures", label: t("disclosures.title") }]}>
      <OrderFacts order={order} />
      {order.state !== "recorded" && <Outcome order={order} />}
      {order.allows.propose && <Propose key={order.version} order={order} />}
      {order.allows.decide && <Decide key={`decide-${order.version}`} order={order} />}
      {order.allows.tell && <Tell key={`tell-${order.version}`} order={order} />}
    </Page>
  );
}
