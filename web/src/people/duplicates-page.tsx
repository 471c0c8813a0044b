import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useList } from "../api/queries";
import { ButtonLink, DataTable, Empty, Page, useFormat, Waiting } from "../ui";
import { useBirthDate } from "./birth-date";
import type { Schemas } from "../api/node";

/** Pairs that wait for a person's decision, likeliest first. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const born = useBirthDate();
  const pairs = useList(["duplicates"], (cursor) => body(api.GET("/api/duplicates", { params: { query: cursor ? { cursor } : {} } })));
  const record = (item: Schemas["RegisterItem"]) => `${item.name}, ${born(item.born_on, item.age)}, ${item.code}`;
  return (
    <Page title={t("people.duplicates.title")} lead={t("people.duplicates.lead")}>
      {pairs.data ? (
        <DataTable
          caption={t("people.duplicates.caption")} rows={pairs.items} rowKey={({ id }) => id} more={pairs}
          empty={<Empty icon="check" title={t("people.duplicates.none")} hint={t("people.duplicates.none_hint")} />}
          columns={[
            { key: "a", label: t("people.duplicates.first"), cell: ({ a }) => record(a) },
            { key: "b", label: t("people.duplicates.second"), cell: ({ b }) => record(b) },
            { key: "score", label: t("people.duplicates.likeness"), cell: ({ score }) => format.percent(score), numeric: true },
            {
              key: "compare", label: t("people.duplicates.compare"), cell: ({ id, a, b }) => (
                <ButtonLink to="/duplicates/$duplicateId" params={{ duplicateId: id }} size="sm" variant="default"
                            aria-label={t("people.duplicates.compare_pair", { a: a.name, b: b.name })}>{t("people.duplicates.compare")}</ButtonLink>),
            },
          ]} />) : <Waiting for={pairs} />}
    </Page>
  );
}
