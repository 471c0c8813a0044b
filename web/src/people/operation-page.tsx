import { Button, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { readableCode } from "../i18n/release-words";
import { ButtonLink, Facts, Link, Opened, Page, Section, useFormat, Waiting } from "../ui";
import type { Operation } from "./operation-draft";
import { OperationForm } from "./operation-form";
import { useOperation } from "./operations";
import { OperationState } from "./operations-page";

function Entry({ of }: { of: Operation }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("people.operations.entry")}>
      <div><OperationState of={of} /></div>
      <Facts of={[
        { label: t("people.operations.field.operation"), value: readableCode(of.operation) },
        { label: t("people.operations.field.stage"), value: of.stage === undefined ? t("people.operations.whole") : format.number(of.stage) },
        { label: t("people.operations.field.on_date"), value: of.on_date ? format.date(of.on_date) : null },
        { label: t("people.operations.field.place"), value: of.place || null },
        { label: t("people.operations.field.source"), value: of.source },
      ]} />
      {!of.allows.correct && <Text c="dimmed">{t(of.shipped ? "people.operations.shipped_hint" : "people.operations.in_use_hint")}</Text>}
    </Section>
  );
}

/** What a save kept of an entry. */
type Kept = Partial<Pick<Operation, "name" | "stage" | "on_date" | "place" | "source">>;

function Versions({ versions }: { versions: Schemas["OperationPage"]["versions"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (versions.length === 0) return null;
  const said = ({ name, stage, on_date, place, source }: Kept) =>
    [name, stage, on_date && format.date(on_date), place, source].filter(Boolean).join(", ");
  return (
    <Section title={t("people.operations.versions")}>
      <ul>
        {versions.map(({ version, changed_at, changed_by, content }) => (
          <li key={version}>{t("people.operations.version", { version, date: format.dayOf(changed_at), name: changed_by, said: said(content) })}</li>))}
      </ul>
    </Section>
  );
}

/** One operation or stage. One that was added is corrected here while nobody arrived with it. */
export function OperationPage({ operationId }: { operationId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [correcting, setCorrecting] = useState(false);
  const query = useOperation(operationId);
  if (!query.data) return <Waiting for={query} />;
  const { operation, versions } = query.data;
  const corrected = ({ operation: now }: Schemas["OperationPage"]): Promise<void> | undefined => {
    setCorrecting(false);
    return now.id === operationId ? undefined : navigate({ to: "/operations/$operationId", params: { operationId: now.id }, replace: true } as never);
  };
  return (
    <Page title={operation.name} breadcrumbs={[{ to: "/operations", label: t("people.operations.title") }]} actions={!correcting && (
      <>
        <ButtonLink to="/arrivals" search={{ operation: operationId }}>{t("people.operations.send_list")}</ButtonLink>
        {operation.allows.correct && <Button variant="default" onClick={() => setCorrecting(true)}>{t("people.operations.correct")}</Button>}
      </>)}>
      {correcting ? (
        <Section title={t("people.operations.correct")}>
          <Opened><OperationForm operation={operation} close={() => setCorrecting(false)} done={corrected} /></Opened>
        </Section>) : <Entry of={operation} />}
      {operation.in_use && <p><Link to="/people" search={{ operation: `stage:${operationId}` }}>{t("people.operations.who_came")}</Link></p>}
      <Versions versions={versions} />
    </Page>
  );
}
