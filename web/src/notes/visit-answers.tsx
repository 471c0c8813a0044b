import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useFormat } from "../ui";
import classes from "./notes.module.css";

/** What was tapped of a visit, in one line. */
export function VisitAnswers({ visit }: { visit: Schemas["Visit"] }) {
  const { t } = useTranslation();
  const words = [
    t(`notes.kind.${visit.kind}`), ...visit.met.map((code) => t(`notes.met.${code}`)),
    ...(visit.wellbeing ? [`${t("notes.visit.wellbeing")}: ${t(`notes.wellbeing.${visit.wellbeing}`)}`] : []),
    ...(visit.plan_fit ? [`${t("notes.visit.plan_fit")}: ${t(`notes.plan_fit.${visit.plan_fit}`)}`] : []),
    ...(visit.support ? [`${t("notes.visit.support")}: ${t(`notes.support.${visit.support}`)}`] : [])];
  return <p className={classes.quiet}>{words.join(" · ")}</p>;
}

/** Visits that were put off or fell out, and why. */
export function VisitChanges({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = useQuery({
    queryKey: ["cases", caseId, "visit-changes"], queryFn: () => body(api.GET("/api/cases/{case_id}/visit-changes", { params: { path: { case_id: caseId } } })) });
  if (!changes.data || changes.data.items.length === 0) return null;
  return (
    <details>
      <summary>{t("notes.visit.changes")}</summary>
      <ul className={classes.steps}>
        {changes.data.items.map(({ id, from, to, reason, why, by }) => (
          <li key={id}>
            {to ? t("notes.visit.was_moved", { from: format.date(from), to: format.date(to) }) : t("notes.visit.was_cancelled", { from: format.date(from) })}
            {`: ${t(`notes.reason.${reason}`)}${why ? `. ${why}` : ""} (${by.name})`}
          </li>))}
      </ul>
    </details>
  );
}
