import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { DataTable, Empty, Section, useFormat, Waiting } from "../ui";
import { inWords } from "./change-words";
import { useRegions } from "./course-data";
import classes from "./course.module.css";

type Change = Schemas["Change"];

/** The value in words where it is a code, as it was written otherwise. */
function useValue() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { name, stages } = useRegions();
  return ({ thing, field }: Change, value: string | undefined) => {
    if (!value) return t("history.nothing");
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.longDate(value);
    if (thing === "person" && field === "region") return name(value);
    if (thing === "person" && field === "stage_id") return stages.find((stage) => stage.id === value)?.name ?? value;
    const words = inWords(thing, field, value, (key) => (i18n.exists(key) ? t(key) : undefined));
    return field === "goals" ? words.replace(/\d{4}-\d{2}-\d{2}/g, (day) => format.date(day)) : words;
  };
}

/** Every change of the record, field by field: who, when, from what to what. */
export function ChangesPart({ caseId }: { caseId: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const value = useValue();
  const language = (i18n.resolvedLanguage ?? "en") as Schemas["Language"];
  const changes = useList(["cases", caseId, "changes", language], (cursor) =>
    body(api.GET("/api/cases/{case_id}/changes", { params: { path: { case_id: caseId }, query: { limit: 30, language, ...(cursor ? { cursor } : {}) } } })));
  const nameOf = ({ thing, field, label }: Change) => {
    if (label) return label;
    if (thing === "assessment" && field.startsWith("answers.")) return t("history.assessment.answer", { code: field.slice("answers.".length) });
    const found = `history.${thing}.${field}`;
    return i18n.exists(found) ? t(found) : t("history.other");
  };
  return (
    <Section title={t("history.title")}>
      {changes.data ? (
        <DataTable caption={t("history.title")} rows={changes.items} rowKey={(change) => change.id} more={changes}
                   empty={<Empty icon="clock" title={t("history.empty")} hint={t("history.empty_hint")} />}
                   columns={[
                     { key: "what", label: t("history.what"), cell: nameOf },
                     { key: "before", label: t("history.before"), cell: (change) => <span className={classes.words}>{value(change, change.before)}</span> },
                     { key: "after", label: t("history.after"), cell: (change) => <span className={classes.words}>{value(change, change.after)}</span> },
                     { key: "who", label: t("history.who"), cell: (change) => `${change.by.name}, ${format.instant(change.at)}` },
                   ]} />
      ) : <Waiting for={changes} />}
    </Section>
  );
}
