import { useTranslation } from "react-i18next";
import { DataTable, Empty, Link, Opened, Opening, Page, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { OrderState } from "./order-state";
import { choicesOf, LISTS, useOrders } from "./orders-data";
import { RecordOrder } from "./record-order";

/** Lawful orders: what waits first, then of whom a person is to be told, then all. */
export function OrdersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ list: "waiting" });
  const list = LISTS.find((each) => each === search.list) ?? "waiting";
  const orders = useOrders(list);
  const { first } = orders;
  return (
    <Page title={t("disclosures.title")} lead={t("disclosures.lead")}>
      {first?.allows.record && <Opening label={t("disclosures.record")}>{(close) => <Opened><RecordOrder close={close} /></Opened>}</Opening>}
      <SelectField label={t("disclosures.filter.label")} unchosen={null} choices={choicesOf(t, LISTS, "filter")} value={list}
                   onChange={(value) => setSearch({ list: value ?? "waiting" })} />
      {!first && <Waiting for={orders} />}
      {first && (
        <DataTable
          caption={t("disclosures.title")}
          columns={[
            { key: "reference", label: t("disclosures.reference"), cell: (each) => <Link to="/disclosures/$orderId" params={{ orderId: each.id }}>{each.reference}</Link> },
            { key: "issuer", label: t("disclosures.issuer"), cell: (each) => each.issuer },
            { key: "of", label: t("disclosures.of"), cell: (each) => each.person_code },
            { key: "dated_on", label: t("disclosures.dated_on"), cell: (each) => format.date(each.dated_on) },
            { key: "state", label: t("disclosures.state.label"), cell: (each) => <OrderState order={each} /> },
          ]}
          rows={orders.items} rowKey={(each) => each.id} more={orders}
          empty={<Empty icon="lock" title={t("disclosures.empty")} hint={t("disclosures.empty_hint")} />}
        />)}
    </Page>
  );
}
