import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DueBadge, Opened, StatusBadge, Waiting, useFormat } from "../ui";
import { useCaseServices, type Case, type Order, type PlannedService } from "./case-data";
import classes from "./casework.module.css";
import { DeliveryForm, OrderForm, RefusalForm } from "./order-forms";
import { Part } from "./part";

function OrderState({ order }: { order: Order | undefined }) {
  const { t } = useTranslation();
  if (!order) return <StatusBadge tone="waiting" icon="task">{t("casework.order.state.to_order")}</StatusBadge>;
  if (order.state === "ordered") return <StatusBadge tone="info" icon="send">{t("casework.order.state.ordered")}</StatusBadge>;
  if (order.state === "delivered") return <StatusBadge tone="good">{t("casework.order.state.delivered")}</StatusBadge>;
  return <StatusBadge tone="warning" icon="cross">{t("casework.order.state.refused")}</StatusBadge>;
}

function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  const values = { provider: order.provider_name, date: format.dayOf(order.ordered_at), delivered: format.date(order.delivered_on) };
  return (
    <>
      <p className={classes.words}>{t("casework.order.with", values)}</p>
      {order.state === "delivered" && <p className={classes.words}>{t("casework.order.delivered_on", values)}</p>}
      {order.refused_reason && <p className={classes.words}>{t(`casework.order.reason.${order.refused_reason}`)}</p>}
      {order.note && <p className={`${classes.words} ${classes.quiet}`}>{order.note}</p>}
    </>
  );
}

type Doing = "order" | "deliver" | "refuse";

/** One planned service: its order, and what can be done with it now. */
function ServiceCard({ file, planned, mayOrder }: { file: Case; planned: PlannedService; mayOrder: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { order } = planned;
  const close = () => setDoing(null);
  const ordered = order?.state === "ordered";
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{t(`services.catalogue.${planned.service}`)}</strong>
        <span className={classes.line}><OrderState order={order} />{ordered && <DueBadge on={order.due_on} />}</span>
      </div>
      {!order && planned.due_on && <p className={classes.quiet}>{t("casework.order.wanted_by", { date: format.date(planned.due_on) })}</p>}
      {planned.note && <p className={`${classes.words} ${classes.quiet}`}>{planned.note}</p>}
      {order && <OrderFacts order={order} />}
      {planned.refused_before.map((before) => (
        <details key={before.id} className={classes.fold}><summary>{t("casework.order.before")}</summary><OrderFacts order={before} /></details>))}
      {mayOrder && !doing && (
        <div className={classes.buttons}>
          {(!order || order.state === "refused") && (
            <Button size="sm" variant={order ? "default" : "filled"} onClick={() => setDoing("order")}>
              {t(order ? "casework.order.again" : "casework.order.do")}
            </Button>)}
          {ordered && <Button size="sm" onClick={() => setDoing("deliver")}>{t("casework.order.deliver")}</Button>}
          {ordered && <Button size="sm" variant="default" onClick={() => setDoing("refuse")}>{t("casework.order.refuse")}</Button>}
        </div>
      )}
      {doing === "order" && <Opened><OrderForm file={file} planned={planned} close={close} /></Opened>}
      {doing === "deliver" && order && <Opened><DeliveryForm caseId={file.id} order={order} close={close} /></Opened>}
      {doing === "refuse" && order && <Opened><RefusalForm caseId={file.id} order={order} close={close} /></Opened>}
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
      {planned.length > 0 && (
        <ul className={classes.cards}>
          {planned.map((one) => <ServiceCard key={one.id} file={file} planned={one} mayOrder={services.data?.may_order ?? false} />)}
        </ul>)}
    </Part>
  );
}
