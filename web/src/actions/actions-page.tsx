import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Empty, Page, Waiting } from "../ui";
import { ActionCard } from "./action-card";
import classes from "./actions.module.css";

/** What the Council asked of this State, and what the State reported. */
export function ActionsPage() {
  const { t } = useTranslation();
  const actions = useQuery({ queryKey: ["actions"], queryFn: () => body(api.GET("/api/actions")) });
  if (!actions.data) return <Waiting for={actions} />;
  const { items } = actions.data;
  return (
    <Page title={t("actions.title")} lead={t("actions.lead")}>
      {items.length === 0 && <Empty icon="decision" title={t("actions.empty")} hint={t("actions.empty_hint")} />}
      <ul className={classes.actions}>{items.map((action) => <li key={action.id}><ActionCard action={action} /></li>)}</ul>
    </Page>
  );
}
