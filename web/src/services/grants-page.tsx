import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { CaseFrame } from "../casework/parts";
import { Empty, Opened, Section, Waiting } from "../ui";
import { GrantCard } from "./grant-card";
import { GrantForm } from "./grant-form";
import classes from "./services.module.css";

function Grants({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const path = { params: { path: { case_id: caseId } } };
  const grants = useQuery({ queryKey: ["cases", caseId, "grants"], queryFn: () => body(api.GET("/api/cases/{case_id}/grants", path)) });
  if (!grants.data) return <Waiting for={grants} />;
  const { items, may_write } = grants.data;
  return (
    <Section title={t("services.grants.title")}
             actions={may_write && !adding && <Button onClick={() => setAdding(true)}>{t("services.grants.add")}</Button>}>
      <p className={classes.quiet}>{t("services.grants.apart")}</p>
      {adding && <Opened><GrantForm caseId={caseId} close={() => setAdding(false)} /></Opened>}
      {items.length === 0 && !adding && <Empty icon="services" title={t("services.grants.empty")} hint={t("services.grants.empty_hint")} />}
      <ul className={classes.cards}>{items.map((grant) => <GrantCard key={grant.id} caseId={caseId} grant={grant} mayWrite={may_write} />)}</ul>
    </Section>
  );
}

/** Loans and equipment of a file, apart from everything that psychologists write. */
export function GrantsPage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="grants">{() => <Grants caseId={caseId} />}</CaseFrame>;
}
