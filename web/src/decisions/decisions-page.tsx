import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { ButtonLink, Empty, Icon, Page, SearchField, Section, SelectField, useSearchState, Waiting } from "../ui";
import { DecisionCard } from "./decision-card";
import { decisionsPage, STATES, type DecisionFilter } from "./queries";

const FIRST_YEAR = 2024;

/** Years with the Council, the latest first. */
const years = () => Array.from({ length: new Date().getUTCFullYear() - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i)).reverse();

/** Everything the Council decided or may decide, with what follows from it. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchState({ q: "", state: "", year: "", session_id: "" });
  const member = useSession().can("read_council");
  const decisions = useList(["decisions", "list", search, member], (cursor) => decisionsPage(search as DecisionFilter, cursor, member));
  const filtered = Object.values(search).some(Boolean);
  const mayEdit = decisions.first?.may_edit ?? false;
  return (
    <Page title={t("decisions.title")} lead={t("decisions.lead")}
          actions={mayEdit && <ButtonLink to="/decisions/new" leftSection={<Icon name="plus" size={18} />}>{t("decisions.draft_new")}</ButtonLink>}>
      <Group align="flex-end">
        <SearchField label={t("decisions.search")} value={search.q} onSearch={(q) => setSearch({ q })} />
        {member && <SelectField label={t("decisions.filter.state")} unchosen={t("common.all")} value={search.state || null} onChange={(state) => setSearch({ state: state ?? "" })}
                     choices={STATES.map((state) => ({ value: state, label: t(state === "adopted" ? "decisions.state.in_force" : `decisions.state.${state}`) }))} />}
        <SelectField label={t("decisions.filter.year")} unchosen={t("common.all")} value={search.year || null} onChange={(year) => setSearch({ year: year ?? "" })}
                     choices={years().map((year) => ({ value: year, label: year }))} />
      </Group>
      {!decisions.data && <Waiting for={decisions} />}
      {decisions.data && decisions.items.length === 0 && (
        <Empty title={t(filtered ? "decisions.not_found" : "decisions.empty")} hint={t(filtered ? "decisions.not_found_hint" : "decisions.empty_hint")} icon="decision" />)}
      {decisions.items.length > 0 && (
        <Section title={t("decisions.newest_first")}>
          {decisions.items.map((decision) => <DecisionCard key={decision.id} decision={decision} mayEdit={mayEdit} withSession={member} />)}
          {decisions.hasMore && <div><Button variant="default" loading={decisions.loadingMore} onClick={decisions.loadMore}>{t("common.more")}</Button></div>}
        </Section>)}
    </Page>
  );
}
