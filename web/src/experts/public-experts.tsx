import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useTopicChoices, useTopicNames } from "../i18n/topics";
import { useLanguageNames } from "../members/parts";
import { DataTable, Empty, Link, Page, SearchField, SelectField, useSearchState, Waiting } from "../ui";
import type { ExpertLine } from "./queries";
import { useAvailability } from "./words";

/** Experts who agreed that everybody may know of them. */
export function PublicExperts() {
  const { t } = useTranslation();
  const choices = useTopicChoices();
  const topics = useTopicNames();
  const languages = useLanguageNames();
  const availability = useAvailability();
  const [search, setSearch] = useSearchState({ q: "", field: "" });
  const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ""));
  const experts = useList(["experts", "public", search], (cursor) => body(api.GET("/api/public/experts", { params: { query: { ...asked, cursor } } })));
  return (
    <Page title={t("experts.title")} lead={t("experts.public_lead")}>
      <SearchField label={t("common.search")} value={search.q} onSearch={(q) => setSearch({ q })} />
      <SelectField label={t("experts.field.field")} unchosen={t("common.all")} choices={choices} value={search.field} onChange={(field) => setSearch({ field: field ?? "" })} />
      {!experts.data ? <Waiting for={experts} /> : (
        <DataTable caption={t("experts.title")} rows={experts.items as ExpertLine[]} rowKey={({ id }) => id} more={experts}
                   empty={<Empty title={t("experts.nothing")} icon="person" />} columns={[
          { key: "name", label: t("experts.field.name"), cell: ({ id, name, organisation, summary }) => (
            <><Link to="/experts/$expertId" params={{ expertId: id }}>{name}</Link>{organisation && <div>{organisation}</div>}{summary && <div>{summary}</div>}</>) },
          { key: "fields", label: t("experts.field.fields"), cell: ({ fields }) => topics(fields) },
          { key: "languages", label: t("experts.field.languages"), cell: (line) => languages(line.languages) },
          { key: "when", label: t("experts.field.available"), cell: availability },
        ]} />
      )}
    </Page>
  );
}
