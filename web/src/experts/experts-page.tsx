import { Group, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useTopicChoices, useTopicNames } from "../i18n/topics";
import { BodySelect, useLanguageChoices, useLanguageNames } from "../members/parts";
import { useSession } from "../session/session";
import { ButtonLink, DataTable, DateField, Empty, Icon, Link, Page, SearchField, SelectField, StatusBadge, useSearchState, Waiting } from "../ui";
import classes from "./experts.module.css";
import { PublicExperts } from "./public-experts";
import type { ExpertLine } from "./queries";
import { StatementBadge, useAvailability } from "./words";

function Filters({ search, setSearch }: { search: Record<string, string>; setSearch: (change: Record<string, string>) => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const languages = useLanguageChoices();
  const choose = (name: string) => (value: string | null) => setSearch({ [name]: value ?? "" });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} className={classes.filters}>
      <SearchField label={t("common.search")} value={search.q ?? ""} onSearch={choose("q")} />
      <SelectField label={t("experts.field.field")} unchosen={t("common.all")} choices={topics} value={search.field} onChange={choose("field")} />
      <SelectField label={t("experts.field.language")} unchosen={t("common.all")} choices={languages} value={search.language} onChange={choose("language")} />
      <SelectField label={t("experts.field.mode")} unchosen={t("common.all")} value={search.mode} onChange={choose("mode")}
                   choices={(["remote", "on_site"] as const).map((mode) => ({ value: mode, label: t(`experts.mode.${mode}`) }))} />
      <BodySelect label={t("experts.field.country")} tier="member" value={search.country || null} onChange={choose("country")} />
      <DateField label={t("experts.free_from")} value={search.free_from || null} onChange={choose("free_from")} />
      <DateField label={t("experts.free_to")} value={search.free_to || null} onChange={choose("free_to")} />
    </SimpleGrid>
  );
}

/** The roster: whom one may ask about what, in which language, and when. */
function Roster() {
  const { t } = useTranslation();
  const { can, session } = useSession();
  const topics = useTopicNames();
  const languages = useLanguageNames();
  const availability = useAvailability();
  const [search, setSearch] = useSearchState({ q: "", field: "", language: "", mode: "", country: "", free_from: "", free_to: "" });
  const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ""));
  const experts = useList(["experts", "list", search], (cursor) => body(api.GET("/api/experts", { params: { query: { ...asked, cursor } } })));
  const expert = session?.account.role === "expert";
  return (
    <Page title={t("experts.title")} lead={t("experts.lead")} actions={
      <Group gap="sm">
        {expert && <ButtonLink to="/experts/me" leftSection={<Icon name="person" />}>{t("experts.own")}</ButtonLink>}
        {can("edit_council") && <ButtonLink to="/experts/new" leftSection={<Icon name="plus" />}>{t("experts.add")}</ButtonLink>}
      </Group>}>
      <Filters search={search} setSearch={setSearch} />
      {!experts.data ? <Waiting for={experts} /> : (
        <DataTable caption={t("experts.title")} rows={experts.items as ExpertLine[]} rowKey={({ id }) => id} more={experts}
                   empty={<Empty title={t("experts.nothing")} hint={t("experts.nothing_hint")} icon="person" />} columns={[
          { key: "name", label: t("experts.field.name"), cell: ({ id, name, organisation }) => (
            <><Link to="/experts/$expertId" params={{ expertId: id }}>{name}</Link>{organisation && <div>{organisation}</div>}</>) },
          { key: "fields", label: t("experts.field.fields"), cell: ({ fields }) => topics(fields) },
          { key: "languages", label: t("experts.field.languages"), cell: (line) => languages(line.languages) },
          { key: "when", label: t("experts.field.available"), cell: availability },
          { key: "state", label: t("experts.field.state"), cell: ({ listed, statement_in_force }) => (
            <>{!listed && <StatusBadge tone="waiting">{t("experts.hidden")}</StatusBadge>} <StatementBadge holds={statement_in_force} /></>) },
        ]} />
      )}
    </Page>
  );
}

/** Experts: for whoever works with the Council the roster, for everybody else those who agreed to be public. */
export function ExpertsPage() {
  const { can } = useSession();
  return can("read_council") ? <Roster /> : <PublicExperts />;
}
