import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useList } from "../api/queries";
import { ButtonLink, DataTable, DueBadge, Empty, Link, Page, Waiting, useFormat } from "../ui";

/** A psychologist's own people: the next session first, and the way to note one. */
export function MyPeoplePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useList(["my-people"], (cursor) => body(api.GET("/api/my-people", { params: { query: { cursor, limit: 30 } } })));
  return (
    <Page title={t("notes.care.title")} lead={t("notes.care.lead")}>
      {!people.data && <Waiting for={people} />}
      {people.data && (
        <DataTable
          caption={t("notes.care.title")}
          columns={[
            { key: "name", label: t("notes.care.name"),
              cell: (person) => <><Link to="/cases/$caseId" params={{ caseId: person.case_id }}>{person.name}</Link>{` · ${person.code}`}</> },
            { key: "next", label: t("notes.care.next"), cell: (person) => (person.next_on ? <DueBadge on={person.next_on} now={people.first?.today} /> : t("notes.care.not_planned")) },
            { key: "last", label: t("notes.care.last"),
              cell: (person) => (person.last_session_on && person.last_attendance
                ? `${format.date(person.last_session_on)}, ${t(`notes.note.${person.last_attendance}`)}` : t("notes.care.none_yet")) },
            { key: "note", label: t("notes.care.note"),
              cell: (person) => (
                <ButtonLink to="/cases/$caseId/notes" params={{ caseId: person.case_id }} search={{ write: "session" }} size="sm" variant="default"
                            aria-label={t("notes.care.note_for", { name: person.name })}>{t("notes.care.note")}</ButtonLink>) },
          ]}
          rows={people.items} rowKey={(person) => person.case_id} more={people}
          empty={<Empty icon="people" title={t("notes.care.empty")} hint={t("notes.care.empty_hint")} />}
        />)}
    </Page>
  );
}
