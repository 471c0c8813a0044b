import { useTranslation } from "react-i18next";
import { Facts } from "../ui";
import classes from "./children.module.css";
import type { Report } from "./children-data";

/** What is asked about a child, in this order; the wish stands first, in the child's own words. */
export const QUESTIONS = ["wish", "maturity", "ties", "safety", "continuity", "options", "recommendation", "participants"] as const;

/** A short assessment and a review may leave these out. */
const NOT_NEEDED_IN_SHORT = ["options", "participants"];

/** What must be answered before it can be finished. */
export const openQuestions = ({ kind, words }: Report) => QUESTIONS.filter((name) =>
  !words[name] && !((kind === "short" || kind === "review") && NOT_NEEDED_IN_SHORT.includes(name)));

/** The answers of a report. */
export function ReportText({ report: { words } }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <>
      {words.wish && <blockquote className={classes.wish}>{words.wish}</blockquote>}
      <Facts of={QUESTIONS.slice(1).map((name) => ({ label: t(`children.interests.short.${name}`), value: words[name] ?? null }))} />
    </>
  );
}
