import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { DataTable, Empty, Page, SelectField, Waiting, useFormat, useSearchState } from "../ui";

type Row = Schemas["ServiceWaiting"];

/** How long people wait, as medians of the last year; nothing where too few were counted. */
export function WaitingPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ by: "service" });
  const by = search.by === "provider" ? "provider" as const : "service" as const;
  const query = useQuery({ queryKey: ["service-waiting", by], queryFn: () => body(api.GET("/api/service-waiting", { params: { query: { by } } })) });
  const few = t("services.waiting.few", { count: query.data?.fewest ?? 3 });
  const count = (value: number | undefined) => (value === undefined ? few : format.number(value));
  const days = (value: number | undefined) => (value === undefined ? "–" : format.number(value));
  return (
    <Page title={t("services.waiting.title")} lead={t("services.waiting.lead")}>
      <SelectField label={t("services.waiting.by")} unchosen={null} value={by} onChange={(chosen) => setSearch({ by: chosen ?? "service" })}
                   choices={[{ value: "service", label: t("services.waiting.by_service") }, { value: "provider", label: t("services.waiting.by_provider") }]} />
      {!query.data ? <Waiting for={query} /> : (
        <DataTable<Row>
          caption={t("services.waiting.title")} rows={query.data.items} rowKey={(row) => `${row.service} ${row.provider_id ?? ""}`}
          columns={[
            { key: "service", label: t("services.filter.service"), cell: (row) => t(`services.catalogue.${row.service}`) },
            ...(by === "provider" ? [{ key: "provider", label: t("services.field.provider"), cell: (row: Row) => row.provider_name ?? "" }] : []),
            { key: "orders", label: t("services.waiting.orders"), cell: (row) => count(row.orders), numeric: true },
            { key: "open", label: t("services.waiting.open"), cell: (row) => (row.orders === undefined ? few : count(row.open)), numeric: true },
            { key: "approval", label: t("services.waiting.approval"), cell: (row) => days(row.approval_days), numeric: true },
            { key: "delivery", label: t("services.waiting.delivery"), cell: (row) => days(row.delivery_days), numeric: true },
            { key: "all", label: t("services.waiting.all"), cell: (row) => days(row.all_days), numeric: true },
          ]}
          empty={<Empty icon="clock" title={t("services.waiting.empty")} hint={t("services.waiting.empty_hint")} />}
        />)}
    </Page>
  );
}
