import { Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { ButtonLink, DataTable, Empty, Icon, Link, Page, SearchField, useSearchState, Waiting, type Column } from "../ui";
import { useBirthDate } from "./birth-date";
import { useNames } from "./choices";
import { ExportDialog } from "./export-dialog";
import { filterOf, isNarrowed, NO_FILTERS, type Filters } from "./filters";
import { RegisterFilters } from "./register-filters";
import { useSearchText } from "./search-text";
import { StepBadge } from "./step-badge";

type Item = Schemas["RegisterItem"];

function useColumns(): Column<Item>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const names = useNames();
  const born = useBirthDate();
  return [
    {
      key: "name", label: t("people.field.name"), cell: (person) => (
        <div>
          <Link to="/people/$personId" params={{ personId: person.id }} fw={600}>{person.name}</Link>
          <Text size="sm" c="dimmed">{person.code}</Text>
        </div>),
    },
    { key: "born_on", label: t("people.field.born_on"), cell: (person) => born(person.born_on, person.age) },
    { key: "sex", label: t("people.field.sex"), cell: (person) => t(`common.sex.${person.sex}`) },
    { key: "operation", label: t("people.field.operation"), cell: (person) => names.stage(person.stage_id) ?? t("people.route.self_return") },
    { key: "region", label: t("people.field.region"), cell: (person) => names.region(person.region) ?? t("common.unknown") },
    { key: "step", label: t("people.field.step"), cell: (person) => <StepBadge step={person.step} /> },
    ...(can("assign_person") ? [{
      key: "worker", label: t("people.field.worker"),
      cell: (person: Item) => names.worker(person.assigned_to) ?? <Text span c="dimmed">{t("people.person.unassigned")}</Text>,
    }] : []),
  ];
}

function NobodyHere({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation();
  const { can } = useSession();
  if (narrowed) return <Empty icon="search" title={t("people.register.empty")} hint={t("people.register.empty_hint")} />;
  const hint = can("assign_person") ? t("people.register.nobody_yet_hint") : t("people.register.nobody_yet_worker");
  return (
    <Empty icon="people" title={t("people.register.nobody_yet")} hint={hint}>
      {can("import_arrivals") && <ButtonLink to="/arrivals">{t("people.nav.arrivals")}</ButtonLink>}
    </Empty>
  );
}

/** The register: found by any part of a name, narrowed, in the order of names. A social worker sees their own people. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { can, session } = useSession();
  const columns = useColumns();
  const [filters, setFilters] = useSearchState<Filters>(NO_FILTERS);
  const [query, setQuery] = useSearchText(session?.account.id ?? "");
  const filter = filterOf(filters, query);
  const people = useList(["register", "search", filter], (cursor) =>
    body(api.POST("/api/register/search", { body: { ...filter, ...(cursor ? { cursor } : {}) } })));
  const total = people.first?.total ?? 0;
  return (
    <Page title={t("people.register.title")} actions={<>
      {can("export_register") && <ExportDialog filter={filter} total={total} />}
      {can("edit_person") && <ButtonLink to="/people/new" leftSection={<Icon name="plus" />}>{t("people.register.add")}</ButtonLink>}
    </>}>
      <Stack gap="md">
        <SearchField label={t("people.register.search")} description={t("people.register.search_hint")} value={query} onSearch={setQuery} maxLength={200} />
        <RegisterFilters filters={filters} change={setFilters} />
        <Group justify="flex-start"><Text fw={600} role="status">{people.data ? t("people.people", { count: total }) : ""}</Text></Group>
        {people.data
          ? <DataTable caption={t("people.register.caption")} columns={columns} rows={people.items} rowKey={(person) => person.id} more={people}
                       empty={<NobodyHere narrowed={isNarrowed(filters) || query.trim() !== ""} />} />
          : <Waiting for={people} />}
      </Stack>
    </Page>
  );
}
