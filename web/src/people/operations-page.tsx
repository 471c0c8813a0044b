import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DataTable, Empty, Icon, Link, Opened, Page, Section, StatusBadge, useFormat, useSearchState, Waiting } from "../ui";
import type { Operation } from "./operation-draft";
import { OperationForm } from "./operation-form";
import { useOperations } from "./operations";

/** Where an operation comes from, and whether people hang on it. */
export function OperationState({ of }: { of: Operation }) {
  const { t } = useTranslation();
  if (of.shipped) return <StatusBadge tone="neutral">{t("people.operations.shipped")}</StatusBadge>;
  return of.in_use ? <StatusBadge tone="good" icon="check">{t("people.operations.in_use")}</StatusBadge>
    : <StatusBadge tone="waiting" icon="clock">{t("people.operations.nobody_yet")}</StatusBadge>;
}

/** The operations that brought people home. A coordinator adds the State's next one before its list of arrivals comes. */
export function OperationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const operations = useOperations();
  const [{ add }, setSearch] = useSearchState({ add: "" });
  if (!operations.data) return <Waiting for={operations} />;
  return (
    <Page title={t("people.operations.title")} lead={t("people.operations.lead")}
          actions={!add && <Button leftSection={<Icon name="plus" />} onClick={() => setSearch({ add: "yes" })}>{t("people.operations.add")}</Button>}>
      {add && (
        <Section title={t("people.operations.new")}>
          <Opened>
            <OperationForm close={() => setSearch({ add: "" })}
                           done={({ operation }) => navigate({ to: "/operations/$operationId", params: { operationId: operation.id } } as never)} />
          </Opened>
        </Section>)}
      <DataTable
        caption={t("people.operations.caption")} rows={operations.data.items} rowKey={({ id }) => id}
        columns={[
          { key: "name", label: t("people.operations.field.name"), cell: ({ id, name }) => <Link to="/operations/$operationId" params={{ operationId: id }}>{name}</Link> },
          { key: "stage", label: t("people.operations.field.stage"), cell: ({ stage }) => (stage === undefined ? t("people.operations.whole") : format.number(stage)) },
          { key: "on_date", label: t("people.operations.field.on_date"), cell: ({ on_date }) => (on_date ? format.date(on_date) : t("common.unknown")) },
          { key: "place", label: t("people.operations.field.place"), cell: ({ place }) => place || t("common.unknown") },
          { key: "state", label: t("people.operations.state"), cell: (one) => <OperationState of={one} /> },
        ]}
        empty={<Empty icon="globe" title={t("people.operations.empty")} hint={t("people.operations.empty_hint")} />}
      />
    </Page>
  );
}
