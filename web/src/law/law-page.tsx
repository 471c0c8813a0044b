import { Anchor, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { useMemberStates, useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { useSession } from "../session/session";
import { TOPICS, useTopicChoices } from "../i18n/topics";
import { ButtonLink, DataTable, DateField, Empty, Form, Icon, Opening, Page, Section, SelectField, TextField, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./law.module.css";
import { lawQuery, type LawEntry } from "./queries";

function Withdraw({ entry, close }: { entry: LawEntry; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const withdraw = useAction((values: { reason: string }) =>
    body(api.POST("/api/law/{law_id}/withdrawal", { params: { path: { law_id: entry.id } }, body: values })), { refresh: [["law"]], said: t("law.withdrawn"), done: close });
  return (
    <Form form={form} action={withdraw} submit={t("law.withdraw")} close={close}>
      <TextField label={t("law.field.reason")} description={t("law.withdraw_hint")} required maxLength={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** What one State's law says. */
function Entry({ entry }: { entry: LawEntry }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const { in_force_from, in_force_to } = entry;
  const times = in_force_to ? t(in_force_to < today() ? "law.from_to" : "law.from_until", { from: in_force_from ? format.longDate(in_force_from) : t("law.unknown"), to: format.longDate(in_force_to) })
    : in_force_from ? t("law.since", { date: format.longDate(in_force_from) }) : t("law.since_unknown");
  return (
    <article className={classes.entry}>
      <h4 className={classes.instrument}>{entry.official_link
        ? <Anchor href={entry.official_link} rel="noreferrer external" underline="always">{entry.instrument}</Anchor> : entry.instrument}</h4>
      <Text size="sm" c="dimmed">{[t(`law.kind.${entry.kind}`), entry.article, times].filter(Boolean).join(" · ")}</Text>
      <Text className={classes.summary}>{two(entry.summary_en, entry.summary_ru)}</Text>
      {entry.unofficial && <Text size="sm" c="dimmed">{t("law.unofficial")}</Text>}
      <Text size="sm" c="dimmed">{t("law.field.source")}: {entry.source}</Text>
      {entry.allows.edit && (
        <Group gap="xs">
          <ButtonLink to="/law/$lawId/edit" params={{ lawId: entry.id }} variant="default" size="xs">{t("law.change")}</ButtonLink>
          <Opening label={t("law.withdraw")} spoken={`${t("law.withdraw")}: ${entry.instrument}`} variant="default" size="xs" leftSection={null}>
            {(close) => <Withdraw entry={entry} close={close} />}</Opening>
        </Group>)}
    </article>
  );
}

/** One topic, State beside State. Where nothing is entered it says so: that is no statement about the law. */
function SideBySide({ entries }: { entries: LawEntry[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const states = useMemberStates();
  return (
    <div className={classes.columns}>
      {states.map((state) => {
        const own = entries.filter((entry) => entry.state === state);
        return (
          <section key={state} aria-label={stateName(state)} className={classes.column}>
            <h3 className={classes.state}>{stateName(state)}</h3>
            {own.map((entry) => <Entry key={entry.id} entry={entry} />)}
            {own.length === 0 && <Text size="sm" c="dimmed">{t("law.nothing_entered")}</Text>}
          </section>
        );
      })}
    </div>
  );
}

/** Which topic has entries of which State: a way in, never a score. */
function Overview({ entries, choose }: { entries: LawEntry[]; choose: (topic: string) => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const states = useMemberStates();
  const topics = TOPICS.filter((topic) => entries.some((entry) => entry.topic === topic));
  return (
    <DataTable caption={t("law.overview")} rows={topics} rowKey={(topic) => topic} phone="scroll"
               empty={<Empty title={t("law.empty")} hint={t("law.empty_hint")} icon="decision" />} columns={[
      { key: "topic", label: t("law.field.topic"), cell: (topic) => <Anchor component="button" type="button" underline="always" ta="start" onClick={() => choose(topic)}>{t(`common.topic.${topic}`)}</Anchor> },
      ...states.map((state) => ({ key: state, label: stateName(state), numeric: true, cell: (topic: string) => {
        const count = entries.filter((entry) => entry.topic === topic && entry.state === state).length;
        return count === 0 ? "–" : t("law.entries", { count });
      } })),
    ]} />
  );
}

/** Law, topic by State, as it stood on any day. Open to all. */
export function LawPage() {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const { can } = useSession();
  const [search, setSearch] = useSearchState({ on: today(), topic: "" });
  const query = useQuery(lawQuery(search.on, can("read_council")));
  return (
    <Page title={t("law.title")} lead={t("law.lead")} actions={query.data && query.data.may_edit.length > 0 &&
      <ButtonLink to="/law/new" leftSection={<Icon name="plus" size={18} />}>{t("law.add")}</ButtonLink>}>
      <Section title={t("law.compare")} plain>
        <Group align="flex-end">
          <DateField label={t("law.field.on")} value={search.on || null} onChange={(on) => setSearch({ on: on ?? "" })} />
          <SelectField label={t("law.field.topic")} unchosen={t("law.all_topics")} value={search.topic || null} onChange={(topic) => setSearch({ topic: topic ?? "" })}
                       choices={topics} />
        </Group>
        {!query.data ? <Waiting for={query} /> : search.topic
          ? <SideBySide entries={query.data.items.filter(({ topic }) => topic === search.topic)} />
          : <Overview entries={query.data.items} choose={(topic) => setSearch({ topic })} />}
      </Section>
    </Page>
  );
}
