import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { daysBetween } from "../i18n/dates";
import { ActionButton, ButtonLink, DueBadge, Opened, StatusBadge, Waiting, useFormat } from "../ui";
import { useCaseAction, useCaseServices, type Case, type Order, type PlannedService } from "./case-data";
import classes from "./casework.module.css";
import { DecisionForm, OutcomeForm } from "./order-decision-forms";
import { DeliveryForm, OrderForm, RefusalForm } from "./order-forms";
import { Part } from "./part";

const TONES = {
  requested: ["waiting", "task"], waiting: ["waiting", "calendar"], ordered: ["info", "send"], delivered: ["good", undefined], refused: ["warning", "cross"],
} as const;

function OrderState({ order }: { order: Order | undefined }) {
  const { t } = useTranslation();
  if (!order) return <StatusBadge tone="waiting" icon="task">{t("casework.order.state.to_order")}</StatusBadge>;
  const [tone, icon] = TONES[order.state];
  return <StatusBadge tone={tone} {...(icon && { icon })}>{t(`casework.order.state.${order.state}`)}</StatusBadge>;
}

function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const values = { provider: order.provider_name, date: format.dayOf(order.ordered_at), delivered: format.date(order.delivered_on) };
  const asked = order.decided_at ?? (order.state === "requested" || order.state === "waiting");
  return (
    <>
      <p className={classes.words}>{t(asked ? "casework.order.asked_of" : "casework.order.with", values)}</p>
      {order.asked_by_person && <p className={classes.quiet}>{t("casework.order.asked_by_person")}</p>}
      {order.decided_at && <p className={classes.words}>{t("casework.order.decided_on", { date: format.dayOf(order.decided_at) })}</p>}
      {order.comment && <p className={classes.words}>{order.comment}</p>}
      {order.state === "delivered" && <p className={classes.words}>{t("casework.order.delivered_on", values)}</p>}
      {order.delivered_on && <p className={classes.quiet}>{t("casework.order.took", { count: daysBetween(order.ordered_at.slice(0, 10), order.delivered_on) })}</p>}
      {order.refused_reason && <p className={classes.words}>{t(`casework.order.reason.${order.refused_reason}`)}</p>}
      {order.note && <p className={`${classes.words} ${classes.quiet}`}>{order.note}</p>}
      {order.outcome && <p className={classes.words}><strong>{t("casework.order.outcome_is")}</strong> {t(`casework.order.outcome.${order.outcome}`)}</p>}
      {order.outcome_note && <p className={`${classes.words} ${classes.quiet}`}>{order.outcome_note}</p>}
    </>
  );
}

type Doing = "order" | "deliver" | "refuse" | "decide" | "outcome";
type Services = Schemas["CaseServices"];

/** What can be done with an order now, by this reader. */
function OrderButtons({ file, order, services, start }: { file: Case; order: Order | undefined; services: Services; start: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const place = useCaseAction(file.id, () => body(api.POST("/api/orders/{order_id}/place", {
    params: { path: { order_id: order?.id ?? "" } }, body: { version: order?.version ?? 0 } })), { said: t("casework.order.ordered_said") });
  const mayOrder = services.may_order;
  const open = order && ["requested", "waiting", "ordered"].includes(order.state);
  return (
    <div className={classes.buttons}>
      {mayOrder && (!order || order.state === "refused") && (
        <Button size="sm" variant={order ? "default" : "filled"} onClick={() => start("order")}>{t(order ? "casework.order.again" : "casework.order.do")}</Button>)}
      {services.may_approve && order?.state === "requested" && (!order.own || services.approves_own) && (
        <Button size="sm" onClick={() => start("decide")}>{t("casework.order.decide")}</Button>)}
      {mayOrder && order?.state === "waiting" && <ActionButton action={place} size="sm">{t("casework.order.take_place")}</ActionButton>}
      {mayOrder && order?.state === "ordered" && <Button size="sm" onClick={() => start("deliver")}>{t("casework.order.deliver")}</Button>}
      {mayOrder && open && <Button size="sm" variant="default" onClick={() => start("refuse")}>{t("casework.order.refuse")}</Button>}
      {mayOrder && order?.state === "delivered" && (
        <Button size="sm" variant={order.outcome ? "default" : "filled"} onClick={() => start("outcome")}>{t("casework.order.say_outcome")}</Button>)}
      {services.may_refer && order?.state === "ordered" && (
        <ButtonLink size="sm" variant="default" to="/cases/$caseId/referrals" params={{ caseId: file.id }}>{t("casework.order.refer")}</ButtonLink>)}
    </div>
  );
}

/** One planned service: its order, and what can be done with it now. */
function ServiceCard({ file, planned, services }: { file: Case; planned: PlannedService; services: Services }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { order } = planned;
  const close = () => setDoing(null);
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{t(`services.catalogue.${planned.service}`)}</strong>
        <span className={classes.line}><OrderState order={order} />{order?.state === "ordered" && <DueBadge on={order.due_on} />}</span>
      </div>
      {!order && planned.due_on && <p className={classes.quiet}>{t("casework.order.wanted_by", { date: format.date(planned.due_on) })}</p>}
      {planned.note && <p className={`${classes.words} ${classes.quiet}`}>{planned.note}</p>}
      {order && <OrderFacts order={order} />}
      {planned.refused_before.map((before) => (
        <details key={before.id} className={classes.fold}><summary>{t("casework.order.before")}</summary><OrderFacts order={before} /></details>))}
      {!doing && <OrderButtons file={file} order={order} services={services} start={setDoing} />}
      {doing === "order" && <Opened><OrderForm file={file} planned={planned} close={close} /></Opened>}
      {doing === "decide" && order && <Opened><DecisionForm caseId={file.id} order={order} close={close} /></Opened>}
      {doing === "deliver" && order && <Opened><DeliveryForm caseId={file.id} order={order} close={close} /></Opened>}
      {doing === "refuse" && order && <Opened><RefusalForm caseId={file.id} order={order} close={close} /></Opened>}
      {doing === "outcome" && order && <Opened><OutcomeForm caseId={file.id} order={order} close={close} /></Opened>}
    </li>
  );
}

/** The services that the plan promises: to order, on their way, delivered, refused. */
export function ServicesPart({ file }: { file: Case }) {
  const { t } = useTranslation();
  const services = useCaseServices(file.id);
  const planned = services.data?.items ?? [];
  return (
    <Part name="services" title={t("casework.part.services")}>
      {!services.data && <Waiting for={services} />}
      {services.data && planned.length === 0 && (
        <p className={classes.quiet}>{t("casework.order.empty")}</p>)}
      {services.data && planned.length > 0 && (
        <ul className={classes.cards}>
          {planned.map((one) => <ServiceCard key={one.id} file={file} planned={one} services={services.data} />)}
        </ul>)}
    </Part>
  );
}
