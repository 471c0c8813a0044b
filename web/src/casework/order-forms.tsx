import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { CheckField, DateField, Form, Link, SelectField, TextArea, Waiting } from "../ui";
import { useCaseAction, type Case, type Order, type PlannedService } from "./case-data";
import classes from "./casework.module.css";

const USUAL_DAYS = 30;
const REASONS: Schemas["RefusedReason"][] = [
  "no_capacity", "not_eligible", "documents_missing", "declined_by_returnee", "not_available_here", "other"];

interface NewOrder {
  provider_id: string | null;
  due_on: string | null;
  wait: boolean;
  asked_by_person: boolean;
}

/** Orders a planned service from one of those who offer it where the returnee lives, or asks a supervisor for it. */
export function OrderForm({ file, planned, close }: { file: Case; planned: PlannedService; close: () => void }) {
  const { t } = useTranslation();
  const query = { service: planned.service, ...(file.person.region && { region: file.person.region }) };
  const providers = useQuery({
    queryKey: ["providers", query], queryFn: () => body(api.GET("/api/providers", { params: { query } })) });
  const catalogue = useQuery({ queryKey: ["services"], queryFn: () => body(api.GET("/api/services")), staleTime: Infinity });
  const terms = catalogue.data?.terms.find(({ service }) => service === planned.service);
  const wanted = planned.due_on && planned.due_on >= today() ? planned.due_on : plusDays(today(), USUAL_DAYS);
  const form = useForm<NewOrder>({ initialValues: { provider_id: null, due_on: wanted, wait: false, asked_by_person: false } });
  const order = useCaseAction(file.id, ({ provider_id, due_on, wait, asked_by_person }: NewOrder) =>
    body(api.POST("/api/planned-services/{plan_service_id}/order", {
      params: { path: { plan_service_id: planned.id } }, body: { provider_id: provider_id ?? "", due_on: due_on ?? "", wait, asked_by_person } })),
  { said: t(terms?.needs_approval ? "casework.order.requested_said" : "casework.order.ordered_said"), done: close });
  if (!providers.data || !catalogue.data) return <Waiting for={providers.data ? catalogue : providers} />;
  if (providers.data.items.length === 0) {
    return <p className={classes.words}>{t("casework.order.no_provider")} <Link to="/providers">{t("casework.order.to_providers")}</Link></p>;
  }
  const free = (one: Schemas["Provider"]) => one.places.find(({ service }) => service === planned.service)?.free;
  const choices = providers.data.items.map((one) => {
    const left = free(one);
    const places = left === undefined ? "" : left === 0 ? `, ${t("casework.order.full")}` : `, ${t("casework.order.free", { count: left })}`;
    return { value: one.id, label: `${one.name} (${t(`services.kind.${one.kind}`)}${places})` };
  });
  const chosen = providers.data.items.find(({ id }) => id === form.values.provider_id);
  const full = chosen !== undefined && free(chosen) === 0;
  const others = providers.data.items.some((one) => one.id !== chosen?.id && free(one) !== 0);
  return (
    <Form form={form} action={order} submit={t(terms?.needs_approval ? "casework.order.request" : "casework.order.do")} close={close}>
      {terms?.needs_approval && <p className={classes.quiet}>{t("casework.order.needs_approval")}</p>}
      <div className={classes.pair}>
        <SelectField label={t("casework.order.provider")} required choices={choices} {...form.getInputProps("provider_id")} />
        <DateField label={t("casework.order.due_on")} required min={today()} {...form.getInputProps("due_on")} />
      </div>
      {full && <p className={classes.words}>{t(others ? "casework.order.full_others" : "casework.order.full_all")}</p>}
      {full && <CheckField label={t("casework.order.wait")} {...form.getInputProps("wait", { type: "checkbox" })} />}
      {terms?.on_request && (
        <CheckField label={t("casework.order.they_asked")} description={t("casework.order.they_asked_hint")} {...form.getInputProps("asked_by_person", { type: "checkbox" })} />)}
    </Form>
  );
}

interface Delivery {
  delivered_on: string | null;
  note: string;
}

/** Notes that a service was given. */
export function DeliveryForm({ caseId, order, close }: { caseId: string; order: Order; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Delivery>({ initialValues: { delivered_on: today(), note: "" } });
  const deliver = useCaseAction(caseId, ({ delivered_on, note }: Delivery) => body(api.POST("/api/orders/{order_id}/delivery", {
    params: { path: { order_id: order.id } },
    body: { version: order.version, delivered_on: delivered_on ?? "", ...(note.trim() && { note: note.trim() }) } })),
  { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={deliver} submit={t("casework.order.deliver")} close={close}>
      <DateField label={t("casework.order.delivered_when")} required max={today()} {...form.getInputProps("delivered_on")} />
      <TextArea label={t("casework.order.note")} limit={4000} minRows={2} {...form.getInputProps("note")} />
    </Form>
  );
}

interface Refusal {
  reason: Schemas["RefusedReason"] | null;
  note: string;
}

/** Notes that a service will not be given, and why. */
export function RefusalForm({ caseId, order, close }: { caseId: string; order: Order; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Refusal>({ initialValues: { reason: null, note: "" } });
  const refuse = useCaseAction(caseId, ({ reason, note }: Refusal) => body(api.POST("/api/orders/{order_id}/refusal", {
    params: { path: { order_id: order.id } },
    body: { version: order.version, reason: reason ?? "other", ...(note.trim() && { note: note.trim() }) } })),
  { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={refuse} submit={t("casework.order.refuse")} close={close}>
      <SelectField label={t("casework.order.why_refused")} required {...form.getInputProps("reason")}
                   choices={REASONS.map((reason) => ({ value: reason, label: t(`casework.order.reason.${reason}`) }))} />
      <TextArea label={t("casework.order.note")} limit={4000} minRows={2} {...form.getInputProps("note")} />
    </Form>
  );
}
