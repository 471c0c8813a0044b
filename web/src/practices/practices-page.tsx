import { Group, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useList } from "../api/queries";
import { useStateChoices, useStateName } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { useSession } from "../session/session";
import { ButtonLink, DataTable, DueBadge, Empty, Icon, Link, Page, SearchField, Section, SelectField, useSearchState, Waiting } from "../ui";
import { today } from "../i18n/dates";
import { Calls } from "./calls";
import classes from "./practices.module.css";
import type { PracticeLine } from "./queries";
import { titleIn } from "./template";
import { WhoReads } from "./who-reads";
import { ExampleBadge, KindBadge, StageBadge, useYears } from "./words";

const STAGES = ["draft", "clearance", "review", "reviewed", "published", "overdue", "superseded", "retired"] as const;
const NO_FILTERS = { q: "", kind: "", state: "", topic: "", year: "", stage: "" };
type Filters = typeof NO_FILTERS;

function FilterBar({ filters, change }: { filters: Filters; change: (part: Partial<Filters>) => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const states = useStateChoices();
  const { session } = useSession();
  const select = (name: keyof Filters, choices: { value: string; label: string }[], any = t("common.all")) => (
    <SelectField label={t(`practices.filter.${name}`)} unchosen={any} choices={choices} value={filters[name]} onChange={(value) => change({ [name]: value ?? "" })} />
  );
  const years = Array.from({ length: Number(today().slice(0, 4)) - 2015 }, (_, i) => String(Number(today().slice(0, 4)) - i));
  return (
    <>
      <SearchField label={t("practices.search")} value={filters.q} onSearch={(q) => change({ q })} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: session ? 5 : 4 }} spacing="sm">
        {select("kind", (["practice", "did_not_work"] as const).map((kind) => ({ value: kind, label: t(`practices.kind.${kind}`) })))}
        {select("topic", topics)}
        {select("state", states)}
        {select("year", years.map((year) => ({ value: year, label: year })))}
        {session && select("stage", STAGES.map((stage) => ({ value: stage, label: stage === "overdue" ? t("practices.filter.overdue") : t(`practices.stage.${stage}`) })), t("practices.filter.any_stage"))}
      </SimpleGrid>
    </>
  );
}

function Title({ line }: { line: PracticeLine }) {
  const { i18n } = useTranslation();
  return (
    <div className={classes.entry}>
      <Link to="/practices/$practiceId" params={{ practiceId: line.id }}>{titleIn(line.titles, i18n.language)}</Link>
      <Group gap="xs">
        <KindBadge kind={line.kind} />
        {line.stage !== "published" && <StageBadge stage={line.stage} />}
        {line.example && <ExampleBadge />}
        {line.stage === "published" && line.review_due_on && line.review_due_on < today() && <DueBadge on={line.review_due_on} />}
      </Group>
    </div>
  );
}

/** All practices and lessons that this reader may read. */
export function PracticesPage() {
  return <WhoReads>{(inside) => <PracticeList inside={inside} />}</WhoReads>;
}

function PracticeList({ inside }: { inside: boolean }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const years = useYears();
  const { can } = useSession();
  const [filters, change] = useSearchState(NO_FILTERS);
  const list = useList(["practices", "list", filters, inside], (cursor) => {
    const params = { query: { ...filters, kind: filters.kind as Schemas["PracticeKind"], year: Number(filters.year || 0), cursor } };
    return inside ? body(api.GET("/api/practices", { params })) : body(api.GET("/api/public/practices", { params }));
  });
  const write = can("write_practice") && (
    <>
      <ButtonLink to="/practices/new/$kind" params={{ kind: "practice" }} leftSection={<Icon name="plus" />}>{t("practices.write_practice")}</ButtonLink>
      <ButtonLink to="/practices/new/$kind" params={{ kind: "did_not_work" }} variant="default" leftSection={<Icon name="plus" />}>{t("practices.write_lesson")}</ButtonLink>
    </>
  );
  return (
    <Page title={t("practices.title")} lead={t("practices.lead")} actions={write}>
      {can("review_practice") && <Calls />}
      <Section title={t("practices.list")} plain>
        <FilterBar filters={filters} change={change} />
        {!list.data ? <Waiting for={list} /> : (
          <DataTable caption={t("practices.list")} rows={list.items} rowKey={({ id }) => id} more={list}
                     empty={<Empty title={t("practices.empty")} hint={t("practices.empty_hint")} icon="heart" />} columns={[
            { key: "title", label: t("practices.column.title"), cell: (line) => <Title line={line} /> },
            { key: "state", label: t("practices.column.state"), cell: ({ state }) => stateName(state) },
            { key: "topics", label: t("practices.column.topics"), cell: ({ topics }) => <Text size="sm">{topics.map((topic) => t(`common.topic.${topic}`)).join(", ")}</Text> },
            { key: "years", label: t("practices.column.years"), cell: years },
            { key: "evidence", label: t("practices.column.evidence"), cell: ({ evidence }) => t(`practices.evidence.${evidence}`) },
            { key: "used_by", label: t("practices.column.used_by"), cell: ({ used_by }) => used_by > 0 ? t("practices.states", { count: used_by }) : "–" },
          ]} />)}
      </Section>
    </Page>
  );
}
