import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { DataTable, Empty, Link, Page, SelectField, StatusBadge, useFormat, useSearchState, Waiting } from "../ui";
import { ConferenceState } from "./conference-state";

type Line = Schemas["ConferenceLine"];
type State = Schemas["ConferenceState"];
const STATES: readonly State[] = ["planned", "held", "cancelled"];

/** Conferences to which the reader was invited, and those about people in the reader's care. */
export function ConferencesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ state: "planned" });
  const state = STATES.find((each) => each === search.state) ?? "planned";
  const list = useList(["conferences", "mine", state], (cursor) => body(api.GET("/api/conferences", { params: { query: { state, ...(cursor ? { cursor } : {}) } } })));
  return (
    <Page title={t("course.conferences.title")} lead={t("course.conferences.lead")}>
      <SelectField label={t("course.conferences.which")} unchosen={null} value={state} onChange={(chosen) => setSearch({ state: chosen ?? "planned" })}
                   choices={STATES.map((each) => ({ value: each, label: t(`course.conferences.state.${each}`) }))} />
      {!list.data ? <Waiting for={list} /> : (
        <DataTable<Line> caption={t("course.conferences.title")} rows={list.items} rowKey={({ id }) => id} more={list}
          empty={<Empty icon="people" title={t(`course.conferences.none.${state}`)} hint={t("course.conferences.none_hint")} />}
          columns={[
            { key: "day", label: t("course.conferences.day"), cell: (one) => (
              <Link to="/conferences/$conferenceId" params={{ conferenceId: one.id }}>{format.longDate(one.held_on ?? one.planned_on)}</Link>) },
            { key: "person", label: t("course.conferences.about"), cell: ({ person }) => [person.name, person.code].filter(Boolean).join(", ") },
            { key: "state", label: t("course.conferences.where"), cell: (one) => <ConferenceState conference={one} /> },
            { key: "mine", label: t("course.conferences.mine"), cell: ({ mine_open }) => (mine_open > 0
              ? <StatusBadge tone="waiting" icon="clock">{t("course.conferences.mine_open", { count: mine_open })}</StatusBadge> : "–") },
          ]} />)}
    </Page>
  );
}
