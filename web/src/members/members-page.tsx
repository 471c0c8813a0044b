import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useStateName } from "../i18n/states";
import { ButtonLink, DataTable, DateField, Empty, Icon, Link, Page, SearchField, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./members.module.css";
import { BODY_KINDS, TIERS, type BodyLine } from "./queries";
import { StatesTable } from "./states-table";
import { TierBadge } from "./words";

/** States and bodies around the Council, as they stood on a day. */
export function MembersPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const [search, setSearch] = useSearchState({ q: "", tier: "", kind: "", on: "" });
  const language = i18n.language;
  const asked = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ""));
  const bodies = useList(["bodies", "list", search, language], (cursor) =>
    body(api.GET("/api/bodies", { params: { query: { ...asked, language, cursor } } })));
  const first = bodies.first;
  return (
    <Page title={t("members.title")} lead={t("members.lead")} actions={first?.may_add &&
      <ButtonLink to="/members/new" leftSection={<Icon name="plus" />}>{t("members.add")}</ButtonLink>}>
      {Object.keys(asked).length === 0 && <Section title={t("members.states")} plain><StatesTable /></Section>}
      <Section title={t("members.directory")} plain>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} className={classes.filters}>
          <SearchField label={t("common.search")} value={search.q} onSearch={(q) => setSearch({ q })} />
          <SelectField label={t("members.field.tier")} unchosen={t("common.all")} value={search.tier} onChange={(tier) => setSearch({ tier: tier ?? "" })}
                       choices={[...TIERS, "none" as const].map((tier) => ({ value: tier, label: t(`members.tier.${tier}`) }))} />
          <SelectField label={t("members.field.kind")} unchosen={t("common.all")} value={search.kind} onChange={(kind) => setSearch({ kind: kind ?? "" })}
                       choices={BODY_KINDS.map((kind) => ({ value: kind, label: t(`members.kind.${kind}`) }))} />
          <DateField label={t("members.as_on")} value={search.on || null} onChange={(on) => setSearch({ on: on ?? "" })} />
        </SimpleGrid>
        {!bodies.data ? <Waiting for={bodies} /> : (
          <>
            <p role="status">{t("members.found", { count: first?.total ?? 0, total: format.number(first?.total ?? 0) })}</p>
            <DataTable caption={t("members.directory")} rows={bodies.items as BodyLine[]} rowKey={({ code }) => code} more={bodies}
                       empty={<Empty title={t("members.nothing")} icon="people" />} columns={[
              { key: "name", label: t("members.field.name"), cell: ({ code, name, short_name }) => (
                <Link to="/members/$code" params={{ code }} search={search.on ? { on: search.on } : {}}>{short_name ? `${name} (${short_name})` : name}</Link>) },
              { key: "tier", label: t("members.field.tier"), cell: ({ tier }) => (tier ? <TierBadge tier={tier} /> : "–") },
              { key: "kind", label: t("members.field.kind"), cell: ({ kind }) => t(`members.kind.${kind}`) },
              { key: "country", label: t("members.field.country"), cell: ({ country }) => (country ? stateName(country) : "–") },
            ]} />
          </>
        )}
      </Section>
    </Page>
  );
}
