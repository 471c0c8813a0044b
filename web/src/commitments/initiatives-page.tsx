import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { useSession } from "../session/session";
import { DataTable, DateField, Empty, Opening, Page, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./commitments.module.css";
import { InitiativeForm, WithdrawInitiative } from "./initiative-forms";
import { initiativesQuery, PILLARS, type Initiative } from "./queries";

/** Pillar by State: how many initiatives are known, and where none is. */
function Gaps({ items, states }: { items: Initiative[]; states: string[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  return (
    <DataTable caption={t("commitments.initiatives.gaps_table")} rows={PILLARS} rowKey={(pillar) => pillar} phone="scroll" columns={[
      { key: "pillar", label: t("commitments.field.pillar"), cell: (pillar) => t(`commitments.pillar.${pillar}`) },
      ...states.map((state) => ({ key: state, label: stateName(state), cell: (pillar: string) => {
        const count = items.filter((item) => item.pillar === pillar && (item.state === state || item.state === "")).length;
        return count > 0 ? count : <span className={classes.gap}>{t("commitments.initiatives.gap")}</span>;
      } })),
    ]} />
  );
}

/** Who does what, where, when, for which pillar and paid by whom; with the gaps. Open to all. */
export function InitiativesPage() {
  const { t, i18n } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const stateName = useStateName();
  const { can } = useSession();
  const [search, setSearch] = useSearchState({ on: "", state: "", pillar: "" });
  const query = useQuery(initiativesQuery(search.on, can("read_council"), i18n.language));
  if (!query.data) return <Waiting for={query} />;
  const { items, states, may_edit } = query.data;
  const shown = items.filter(({ state, pillar }) => (!search.state || state === search.state || state === "") && (!search.pillar || pillar === search.pillar));
  return (
    <Page title={t("commitments.initiatives.title")} lead={t("commitments.initiatives.lead")}>
      <Section title={t("commitments.initiatives.gaps")} plain>
        <DateField label={t("commitments.initiatives.on")} value={search.on || null} onChange={(on) => setSearch({ on: on ?? "" })} />
        <Gaps items={items} states={states} />
        <Text size="sm" c="dimmed">{t("commitments.initiatives.gaps_hint")}</Text>
      </Section>
      <Section title={t("commitments.initiatives.all")} plain>
        <Group align="flex-end">
          <SelectField label={t("commitments.field.state")} unchosen={t("common.all")} value={search.state || null} onChange={(state) => setSearch({ state: state ?? "" })}
                       choices={states.map((value) => ({ value, label: stateName(value) }))} />
          <SelectField label={t("commitments.field.pillar")} unchosen={t("common.all")} value={search.pillar || null} onChange={(pillar) => setSearch({ pillar: pillar ?? "" })}
                       choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} />
        </Group>
        <DataTable caption={t("commitments.initiatives.all")} rows={shown} rowKey={({ id }) => id} empty={<Empty title={t("commitments.initiatives.none")} icon="globe" />} columns={[
          { key: "title", label: t("commitments.field.title"), cell: (item) => two(item.title_en, item.title_ru) },
          { key: "who", label: t("commitments.initiatives.who"), cell: ({ body_name }) => body_name },
          { key: "where", label: t("commitments.initiatives.where"), cell: ({ state, place }) => [state ? stateName(state) : t("commitments.all_states"), place].filter(Boolean).join(", ") },
          { key: "when", label: t("commitments.initiatives.when"), cell: ({ starts_on, ends_on }) => [format.partialDate(starts_on), ends_on ? format.date(ends_on) : "…"].join(" – ") },
          { key: "pillar", label: t("commitments.field.pillar"), cell: ({ pillar }) => t(`commitments.pillar.${pillar}`) },
          { key: "funder", label: t("commitments.initiatives.funder"), cell: ({ funder }) => funder || t("commitments.initiatives.funder_unknown") },
          { key: "source", label: t("commitments.field.source"), cell: ({ source }) => source },
          ...(may_edit.length > 0 ? [{ key: "do", label: t("commitments.initiatives.change"), cell: (item: Initiative) => item.allows.edit && (
            <Group gap="xs">
              <Opening label={t("commitments.initiatives.change")} spoken={`${t("commitments.initiatives.change")}: ${two(item.title_en, item.title_ru)}`} variant="default" size="xs" leftSection={null}>
                {(close) => <InitiativeForm key={item.version} states={may_edit} before={item} close={close} />}</Opening>
              <Opening label={t("commitments.withdraw")} spoken={`${t("commitments.withdraw")}: ${two(item.title_en, item.title_ru)}`} variant="default" size="xs" leftSection={null}>
                {(close) => <WithdrawInitiative initiative={item} close={close} />}</Opening>
            </Group>) }] : []),
        ]} />
      </Section>
      {may_edit.length > 0 && <Opening label={t("commitments.initiatives.add")}>{(close) => <Section title={t("commitments.initiatives.add")}><InitiativeForm states={may_edit} close={close} /></Section>}</Opening>}
    </Page>
  );
}
