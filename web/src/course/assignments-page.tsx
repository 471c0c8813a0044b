import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, useList } from "../api/queries";
import { useSession } from "../session/session";
import { ActionButton, CheckField, Empty, Page, ProblemNotice, Section, SelectField, useSearchState, Waiting } from "../ui";
import { useCaseload, useLoadWords, useRegions } from "./course-data";
import classes from "./course.module.css";
import { familiesOf, withFamily, withoutFamily } from "./families";

type Item = Schemas["RegisterItem"];

const MOST = 500;

/** One family, or somebody alone, with a box for each. */
function FamilyCard({ people, chosen, change }: { people: Item[]; chosen: ReadonlySet<string>; change: (now: Set<string>) => void }) {
  const { t } = useTranslation();
  const { stages } = useRegions();
  const all = people.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const now = new Set(chosen);
    if (!now.delete(id)) now.add(id);
    change(now);
  };
  const stage = stages.find(({ id }) => id === people[0]?.stage_id)?.name;
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{people.length > 1 ? t("course.assign.family", { count: people.length }) : t("course.assign.alone")}</strong>
        {people.length > 1 && (
          <Button size="sm" variant="default" onClick={() => change(all ? withoutFamily(chosen, people) : withFamily(chosen, people))}>
            {t(all ? "course.assign.leave_family" : "course.assign.take_family")}
          </Button>)}
      </div>
      {people.map((person) => (
        <CheckField key={person.id} label={[person.name, person.age === undefined ? null : t("casework.age", { count: person.age }), stage].filter(Boolean).join(", ")}
                    checked={chosen.has(person.id)} onChange={() => toggle(person.id)} />))}
    </li>
  );
}

/** Gives people who came together to workers: choose families, choose a worker and see what each carries already. */
export function AssignmentsPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const own = session?.account.region ?? "";
  const { regions, stages } = useRegions();
  const [filters, setFilters] = useSearchState({ stage: "", region: own });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [worker, setWorker] = useState<string | null>(null);
  const words = useLoadWords();
  const loads = useCaseload(filters.region);
  const people = useList(["register", "search", "unassigned", filters], (cursor) => body(api.POST("/api/register/search", {
    body: { assigned_to: "nobody", limit: 200, ...(filters.stage && { stage_id: filters.stage }), ...(filters.region && { region: filters.region }), ...(cursor ? { cursor } : {}) } })));
  const assign = useAction(() => body(api.POST("/api/assignments", {
    body: { assignments: [...chosen].map((person_id) => ({ person_id, account_id: worker ?? "" })) } })),
  { refresh: [["register"], ["caseload"], ["tasks"]], said: t("course.assign.said", { count: chosen.size }), done: () => setChosen(new Set()) });
  const load = loads.data?.items.find(({ id }) => id === worker);
  const after = (load?.open_cases ?? 0) + chosen.size;
  return (
    <Page title={t("course.assign.title")} lead={t("course.assign.lead")} breadcrumbs={[{ to: "/caseload", label: t("course.nav.caseload") }]}>
      <div className={classes.row}>
        <SelectField label={t("people.field.operation")} unchosen={t("people.register.all_operations")} value={filters.stage}
                     choices={stages.map(({ id, name }) => ({ value: id, label: name }))} onChange={(stage) => setFilters({ stage: stage ?? "" })} />
        {!own && <SelectField label={t("people.field.region")} unchosen={t("people.register.all_regions")} value={filters.region}
                     choices={regions.map(({ id, name }) => ({ value: id, label: name }))} onChange={(region) => setFilters({ region: region ?? "" })} />}
      </div>
      <Section title={t("course.assign.to")}>
        <SelectField label={t("course.load.worker")} value={worker} onChange={setWorker}
                     choices={(loads.data?.items ?? []).map((each) => ({ value: each.id, label: words(each, loads.data?.mark ?? 0) }))} />
        <p role="status" className={classes.words}>{t("course.assign.chosen", { count: chosen.size })}</p>
        {load && loads.data && chosen.size > 0 && after > loads.data.mark && (
          <p className={classes.words}>{t("course.assign.over_mark", { name: load.name, count: after, mark: loads.data.mark })}</p>)}
        {chosen.size > MOST && <p className={classes.words}>{t("course.assign.most", { most: MOST })}</p>}
        {assign.problem && <ProblemNotice problem={assign.problem} focus />}
        <div><ActionButton action={assign} disabled={chosen.size === 0 || chosen.size > MOST || !worker}>{t("course.assign.do")}</ActionButton></div>
      </Section>
      <Section title={t("course.assign.waiting", { count: people.first?.total ?? 0 })}>
        {!people.data ? <Waiting for={people} />
          : people.items.length === 0 ? <Empty icon="sun" title={t("course.assign.none")} hint={t("course.assign.none_hint")} />
            : <ul className={classes.cards}>{familiesOf(people.items).map((family) => (
              <FamilyCard key={family[0]?.id} people={family} chosen={chosen} change={setChosen} />))}</ul>}
        {people.hasMore && <div><Button variant="default" loading={people.loadingMore} onClick={people.loadMore}>{t("common.more")}</Button></div>}
      </Section>
    </Page>
  );
}
