import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { DataTable, Empty, Link, Page, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { useRegions } from "./course-data";
import { TransferState } from "./transfer-state";

type Line = Schemas["TransferLine"];
const WHICH = ["waiting", "taken"] as const;

/** Hand-overs that wait for the reader, and those in which the reader had a part. */
export function TransfersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useRegions();
  const [search, setSearch] = useSearchState({ which: "waiting" });
  const which = WHICH.find((each) => each === search.which) ?? "waiting";
  const list = useList(["transfers", which], (cursor) => body(api.GET("/api/transfers", { params: { query: { which, ...(cursor ? { cursor } : {}) } } })));
  const place = (worker: Line["from_worker"], region: string) => [worker?.name, name(region)].filter(Boolean).join(", ");
  return (
    <Page title={t("course.transfers.title")} lead={t("course.transfers.lead")}>
      <SelectField label={t("course.transfers.which")} unchosen={null} value={which} onChange={(chosen) => setSearch({ which: chosen ?? "waiting" })}
                   choices={WHICH.map((each) => ({ value: each, label: t(`course.transfers.list.${each}`) }))} />
      {!list.data ? <Waiting for={list} /> : (
        <DataTable<Line> caption={t("course.transfers.title")} rows={list.items} rowKey={({ id }) => id} more={list}
          empty={<Empty icon="send" title={t(`course.transfers.none.${which}`)} hint={t("course.transfers.none_hint")} />}
          columns={[
            { key: "person", label: t("course.transfers.about"), cell: ({ id, person, may_open }) => (may_open
              ? <Link to="/transfers/$transferId" params={{ transferId: id }}>{[person.name, person.code].filter(Boolean).join(", ")}</Link> : person.code) },
            { key: "from", label: t("course.transfer.from"), cell: (one) => place(one.from_worker, one.from_region) },
            { key: "to", label: t("course.transfer.to"), cell: (one) => place(one.to_worker, one.to_region) },
            { key: "proposed", label: t("course.transfer.proposed"), cell: ({ proposed_at }) => format.dayOf(proposed_at) },
            { key: "state", label: t("course.transfers.where"), cell: ({ state, decided_at }) => (
              <div><TransferState state={state} />{decided_at ? ` ${format.dayOf(decided_at)}` : ""}</div>) },
          ]} />)}
    </Page>
  );
}
