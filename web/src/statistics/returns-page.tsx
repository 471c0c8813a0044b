import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useSession } from "../session/session";
import { ButtonLink, DataTable, Empty, Link, Page, Section, useFormat, Waiting, type Column } from "../ui";
import { PrepareForm } from "./prepare-form";
import { StateBadge } from "./state-badge";

type Line = Schemas["ReturnLine"];

function useColumns(): Column<Line>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: "year", label: t("statistics.field.year"), cell: ({ id, year }) => <Link to="/returns/$returnId" params={{ returnId: id }} fw={600}>{t("statistics.return.title", { year })}</Link> },
    { key: "reference_date", label: t("statistics.field.reference_date"), cell: (line) => format.date(line.reference_date) },
    { key: "state", label: t("statistics.field.state"), cell: ({ state }) => <StateBadge state={state} /> },
    { key: "prepared", label: t("statistics.field.prepared"), cell: (line) => t("statistics.by_at", { name: line.prepared_by, at: format.instant(line.prepared_at) }) },
    { key: "signatures", label: t("statistics.field.signatures"), cell: ({ signatures }) => t("statistics.signed_of", { number: signatures.length }), numeric: true },
    { key: "hidden", label: t("statistics.field.hidden"), cell: (line) => format.number(line.hidden_by_rule + line.hidden_to_protect), numeric: true },
  ];
}

/** The State's annual returns, and the way to a new one. */
export function ReturnsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const returns = useQuery({ queryKey: ["returns"], queryFn: () => body(api.GET("/api/returns")) });
  return (
    <Page title={t("statistics.nav.returns")} lead={t("statistics.lead")}
          actions={<ButtonLink variant="default" to="/returns/definitions">{t("statistics.definitions.title")}</ButtonLink>}>
      <Stack gap="lg">
        {can("prepare_return") && returns.data && <PrepareForm returns={returns.data.items} />}
        <Section title={t("statistics.list.title")} plain>
          {returns.data
            ? <DataTable caption={t("statistics.list.caption")} columns={columns} rows={returns.data.items} rowKey={({ id }) => id}
                         empty={<Empty icon="chart" title={t("statistics.list.empty")} hint={t("statistics.list.empty_hint")} />} />
            : <Waiting for={returns} />}
        </Section>
      </Stack>
    </Page>
  );
}
