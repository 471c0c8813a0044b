import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useList } from "../api/queries";
import { CheckField, DataTable, Empty, Link, Waiting, useFormat, useSearchState } from "../ui";
import { ReferralStateBadge } from "./referral-words";

/** What was referred to the reader's own body, newest first. */
export function ReceivedList() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ all: "" });
  const open = search.all === "";
  const list = useList(["referrals", open], (cursor) => body(api.GET("/api/referrals", { params: { query: { cursor, ...(open && { open: true }) } } })));
  return (
    <>
      <CheckField label={t("referrals.show_all")} checked={!open} onChange={({ currentTarget }) => setSearch({ all: currentTarget.checked ? "yes" : "" })} />
      {!list.data ? <Waiting for={list} /> : (
        <DataTable
          caption={t("referrals.title")} rows={list.items} rowKey={({ id }) => id} more={list}
          columns={[
            { key: "who", label: t("referrals.who"), cell: (one) => (
              <Link to="/referrals/$referralId" params={{ referralId: one.id }}>{one.content.name ?? t("referrals.number", { number: one.number })}</Link>) },
            { key: "service", label: t("referrals.service"), cell: ({ service }) => t(`services.catalogue.${service}`) },
            { key: "sent", label: t("referrals.sent_on"), cell: ({ sent_at }) => format.dayOf(sent_at) },
            { key: "state", label: t("referrals.how"), cell: ({ state }) => <ReferralStateBadge state={state} /> },
          ]}
          empty={<Empty icon="inbox" title={t("referrals.empty")} hint={t("referrals.empty_hint")} />}
        />)}
    </>
  );
}
