import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Empty, Page, SearchField, Section, useSearchState, Waiting } from "../ui";
import { DecisionCard } from "./decision-card";
import { decisionsQuery, type Decision } from "./queries";

const contains = (decision: Decision, words: string) =>
  [decision.number, decision.text_en, decision.text_ru, decision.session_title].some((text) => text.toLowerCase().includes(words.trim().toLowerCase()));

/** Everything the Council decided, with what follows from it. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchState({ q: "" });
  const decisions = useQuery(decisionsQuery);
  if (!decisions.data) return <Waiting for={decisions} />;
  const { items, may_edit } = decisions.data;
  const found = items.filter((decision) => contains(decision, search.q));
  return (
    <Page title={t("decisions.title")} lead={t("decisions.lead")}>
      {items.length > 0 && <SearchField label={t("decisions.search")} value={search.q} onSearch={(q) => setSearch({ q })} />}
      {found.length === 0
        ? <Empty title={items.length === 0 ? t("decisions.empty") : t("decisions.not_found")} hint={items.length === 0 ? t("decisions.empty_hint") : undefined} icon="decision" />
        : <Section title={t("decisions.newest_first")}>{found.map((decision) => <DecisionCard key={decision.id} decision={decision} mayEdit={may_edit} withSession />)}</Section>}
    </Page>
  );
}
