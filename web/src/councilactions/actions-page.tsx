import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useList } from "../api/queries";
import { useTwo } from "../i18n/two";
import { Empty, Page, Section, SelectField, useSearchState, Waiting } from "../ui";
import { ActionCard } from "./action-card";
import { actionsPage, rollUpQuery, type ActionFilter } from "./queries";
import { RollUp } from "./roll-up";
import { useOwnerName } from "./words";

const STATES = ["open", "overdue", "done", "dropped"] as const;

function Filters({ search, setSearch }: { search: Record<"owner" | "state" | "session_id", string>; setSearch: (change: Partial<typeof search>) => void }) {
  const { t } = useTranslation();
  const two = useTwo();
  const ownerName = useOwnerName();
  const rollUp = useQuery(rollUpQuery).data;
  return (
    <Group align="flex-end">
      <SelectField label={t("councilactions.field.owner")} unchosen={t("common.all")} value={search.owner || null} onChange={(owner) => setSearch({ owner: owner ?? "" })}
                   choices={(rollUp?.owners ?? []).map((row) => ({ value: row.owner, label: ownerName(row) }))} />
      <SelectField label={t("councilactions.field.state")} unchosen={t("common.all")} value={search.state || null} onChange={(state) => setSearch({ state: state ?? "" })}
                   choices={STATES.map((state) => ({ value: state, label: t(`councilactions.state.${state}`) }))} />
      <SelectField label={t("councilactions.field.session")} unchosen={t("common.all")} value={search.session_id || null} onChange={(id) => setSearch({ session_id: id ?? "" })}
                   choices={(rollUp?.sessions ?? []).map(({ session_id, title, title_ru }) => ({ value: session_id, label: two(title, title_ru) }))} />
    </Group>
  );
}

/** Action items of all owners, overdue first, with what came back; and how each owner and session stands. */
export function ActionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchState({ owner: "", state: "", session_id: "" });
  const actions = useList(["actions", "list", search], (cursor) => actionsPage(search as ActionFilter, cursor));
  return (
    <Page title={t("councilactions.title")} lead={t("councilactions.lead")}>
      <RollUp />
      <Section title={t("councilactions.all")}>
        <Filters search={search} setSearch={setSearch} />
        {!actions.data && <Waiting for={actions} />}
        {actions.items.map((action) => <ActionCard key={action.id} action={action} />)}
        {actions.data && actions.items.length === 0 && <Empty title={t("councilactions.empty")} hint={t("councilactions.empty_hint")} icon="task" />}
        {actions.hasMore && <div><Button variant="default" loading={actions.loadingMore} onClick={actions.loadMore}>{t("common.more")}</Button></div>}
      </Section>
    </Page>
  );
}
