import { useTranslation } from "react-i18next";
import { Facts, Opening, Section, StatusBadge, useFormat, type Tone } from "../ui";
import type { Child, Tracing } from "./children-data";
import classes from "./children.module.css";
import { SeparationForm, TracingForm } from "./separation-forms";
import { TracingMoves } from "./tracing-moves";

const TONES: Record<Tracing["state"], Tone> = { open: "waiting", in_progress: "info", verified: "info", reunified: "good", closed: "neutral" };

function TracingCard({ child, tracing }: { child: Child; tracing: Tracing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words } = tracing;
  const evidence = child.evidence.find(({ id }) => id === tracing.kinship_id);
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{[t(`children.tracing.sought.${tracing.sought}`), words.name].filter(Boolean).join(": ")}</strong>
        <StatusBadge tone={TONES[tracing.state]}>{t(`children.tracing.state.${tracing.state}`)}</StatusBadge>
      </div>
      <Facts of={[
        { label: t("children.tracing.asked_of"), value: words.asked_of ?? null },
        { label: t("children.tracing.evidence"), value: evidence
          ? `${t(`documents.kinship.method.${evidence.method}`)}, ${evidence.authority}, ${format.date(evidence.on)}: ${t(`documents.kinship.conclusion.${evidence.conclusion}`)}` : null },
        { label: t("children.tracing.child_prepared"), value: words.child_prepared ?? null },
        { label: t("children.tracing.family_prepared"), value: words.family_prepared ?? null },
        { label: t("children.tracing.reunified_on"), value: tracing.reunified_on ? format.longDate(tracing.reunified_on) : null },
        { label: t("children.tracing.closing"), value: words.closing ?? null },
      ]} />
      <p className={classes.quiet}>{`${tracing.asked_by.name} · ${format.dayOf(tracing.asked_at)}`}</p>
      {child.allows.write && tracing.state !== "closed" && <TracingMoves child={child} tracing={tracing} />}
    </li>
  );
}

/** How the child was separated, who is looked for, and how they came together again. */
export function FamilyPart({ child }: { child: Child }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { separation } = child;
  if (!separation && child.tracing.length === 0 && !child.allows.write) return null;
  return (
    <Section title={t("children.family.title")}>
      {!separation && <p className={classes.quiet}>{t("children.family.empty")}</p>}
      {separation && (
        <Facts of={[
          { label: t("children.family.circumstance_label"), value: t(`children.family.circumstance.${separation.circumstance}`) },
          { label: t("children.family.since"), value: separation.since ? format.partialDate(separation.since) : null },
          { label: t("children.family.how"), value: separation.words.how ?? null },
          { label: t("children.family.last_seen"), value: separation.words.last_seen ?? null },
        ]} />)}
      {child.tracing.length > 0 && <ul className={classes.cards}>{child.tracing.map((tracing) => <TracingCard key={tracing.id} child={child} tracing={tracing} />)}</ul>}
      {child.allows.write && (
        <div className={classes.buttons}>
          <Opening label={t(separation ? "children.family.correct" : "children.family.write")} variant="default">{(close) => <SeparationForm child={child} close={close} />}</Opening>
          <Opening label={t("children.tracing.begin")} variant="default">{(close) => <TracingForm caseId={child.case_id} close={close} />}</Opening>
        </div>)}
    </Section>
  );
}
