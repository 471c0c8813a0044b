import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty, Facts, Icon, Opening, Section, StatusBadge, useFormat } from "../ui";
import { CareForm, CareReviewForm } from "./care-form";
import type { Care, Child } from "./children-data";
import classes from "./children.module.css";

/** How long residential care has lasted, and when it must be looked at again; in words when that is late. */
function Clock({ care, months }: { care: Care; months: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { clock } = care;
  if (!clock) return null;
  const days = t("children.care.days", { count: clock.days });
  return clock.overdue
    ? <Alert color="apricot" icon={<Icon name="clock" />} title={days}>{t("children.care.late", { date: format.longDate(clock.review_due), count: months })}</Alert>
    : <p className={classes.words}>{`${days} ${t("children.care.review_due", { date: format.longDate(clock.review_due) })}`}</p>;
}

function CareCard({ child, care }: { child: Child; care: Care }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words } = care;
  const stands = !care.to_on;
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{`${t(`children.care.kind.${care.kind}`)}: ${t(`children.care.carer.${care.carer}`)}`}</strong>
        <StatusBadge tone={stands ? "good" : "neutral"}>
          {stands ? t("children.care.since", { date: format.date(care.from_on) }) : t("children.care.was", { from: format.date(care.from_on), to: format.date(care.to_on ?? "") })}
        </StatusBadge>
      </div>
      <Clock care={care} months={child.review_months} />
      <Facts of={[
        { label: t("children.care.name"), value: words.name ?? null }, { label: t("children.care.contact"), value: words.contact ?? null },
        { label: t("children.care.authority"), value: words.authority ?? (stands && care.kind !== "parent" ? t("children.care.no_decision") : null) },
        { label: t("children.care.decided_on"), value: care.decided_on ? format.date(care.decided_on) : null },
        { label: t("children.care.reason"), value: words.reason ?? null },
        { label: t("children.care.why_ended"), value: care.ended_for ? [t(`children.care.end.${care.ended_for}`), words.ended].filter(Boolean).join(". ") : null },
      ]} />
      {care.reviews.map((review) => (
        <p key={review.id} className={classes.quiet}>
          {`${format.date(review.done_on)}, ${review.by.name}: ${t(`children.care.outcome.${review.outcome}`)}. ${review.words.found ?? ""}`}
        </p>))}
      {stands && child.allows.write && (
        <div className={classes.buttons}>
          {care.kind === "residential" && (
            <Opening label={t("children.care.review")} size="sm">{(close) => <CareReviewForm child={child} care={care} close={close} />}</Opening>)}
          <Opening label={t("children.care.correct")} size="sm" variant="subtle">{(close) => <CareForm child={child} care={care} close={close} />}</Opening>
        </div>)}
    </li>
  );
}

/** Who cares for the child, and who did before. */
export function CarePart({ child }: { child: Child }) {
  const { t } = useTranslation();
  const stands = child.care.some(({ to_on }) => !to_on);
  return (
    <Section title={t("children.care.title")}>
      {child.care.length === 0 && <Empty icon="home" title={t("children.care.empty")} hint={t("children.care.empty_hint")} />}
      {child.care.length > 0 && <ul className={classes.cards}>{child.care.map((care) => <CareCard key={care.id} child={child} care={care} />)}</ul>}
      {child.allows.write && (
        <Opening label={t(stands ? "children.care.change" : "children.care.begin")} variant="default">{(close) => <CareForm child={child} close={close} />}</Opening>)}
    </Section>
  );
}
