import { Alert, Anchor, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { ButtonLink, DueBadge, Facts, Icon, Link, Page, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { Papers } from "../papers/papers";
import { practiceQuery, type Practice } from "./queries";
import { ReviewSummary } from "./review-summary";
import { Reviews } from "./reviews";
import { nearest } from "./template";
import { TemplateView } from "./template-view";
import { Uses } from "./uses";
import { WhoReads } from "./who-reads";
import { ExampleBadge, KindBadge, StageBadge, useYears } from "./words";
import { Work } from "./work";

/** "1,000–2,000 USD", or null when no amount is given. */
function useAmount(): (practice: Practice) => string | null {
  const format = useFormat();
  return ({ cost_low, cost_high, currency }) => {
    const amounts = [...new Set([cost_low, cost_high].filter((amount) => amount !== undefined))];
    return amounts.length === 0 ? null : `${amounts.map((amount) => format.number(amount)).join("–")} ${currency}`;
  };
}

function Editions({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const others = practice.editions.filter(({ id }) => id !== practice.id);
  if (others.length === 0) return <>{t("practices.edition", { edition: practice.edition })}</>;
  return (
    <Group gap="xs">
      <span>{t("practices.edition", { edition: practice.edition })}</span>
      {others.map(({ id, edition, stage }) => (
        <Link key={id} to="/practices/$practiceId" params={{ practiceId: id }}>{`${t("practices.edition", { edition })} (${t(`practices.stage.${stage}`)})`}</Link>))}
    </Group>
  );
}

function AtAGlance({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const years = useYears();
  const amount = useAmount();
  return (
    <Section title={t("practices.about")}>
      <Facts of={[
        { label: t("practices.field.state"), value: stateName(practice.state) },
        { label: t("practices.field.topics"), value: practice.topics.map((topic) => t(`common.topic.${topic}`)).join(", ") },
        { label: t("practices.column.years"), value: years(practice) },
        { label: t("practices.field.evidence"), value: <>{t(`practices.evidence.${practice.evidence}`)}<br /><small>{t(`practices.evidence_hint.${practice.evidence}`)}</small></> },
        { label: t("practices.field.cost"), value: amount(practice) },
        { label: t("practices.editions"), value: <Editions practice={practice} /> },
        { label: t("practices.published_on"), value: practice.published_on ? format.longDate(practice.published_on) : null },
        { label: t("practices.review_due_on"), value: practice.review_due_on && practice.stage === "published"
          ? practice.review_overdue ? <DueBadge on={practice.review_due_on} /> : format.longDate(practice.review_due_on) : null },
      ]} />
      <small>{t("practices.evidence_scale")}</small>
    </Section>
  );
}

function Notes({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {practice.example && <Alert icon={<Icon name="info" />}>{t("practices.example_hint")}</Alert>}
      {practice.stage === "superseded" && <Alert icon={<Icon name="info" />}>{t("practices.superseded_hint")}</Alert>}
      {practice.stage === "retired" && <Alert icon={<Icon name="alert" />}>{t("practices.retired_hint")} {practice.steps.find(({ step }) => step === "retired")?.note}</Alert>}
      {practice.review_overdue && <Alert icon={<Icon name="clock" />}>{t("practices.review_overdue", { date: format.longDate(practice.review_due_on) })}</Alert>}
    </>
  );
}

/** One practice or lesson: to read, and for those who write, clear or review it, to work on. */
export function PracticePage({ practiceId }: { practiceId: string }) {
  return <WhoReads>{(inside) => <OnePractice practiceId={practiceId} inside={inside} />}</WhoReads>;
}

function OnePractice({ practiceId, inside }: { practiceId: string; inside: boolean }) {
  const { t, i18n } = useTranslation();
  const query = useQuery(practiceQuery(practiceId, inside));
  const [chosen, choose] = useSearchState({ language: "" });
  if (!query.data) return <Waiting for={query} />;
  const practice = query.data;
  const text = nearest(practice.texts, chosen.language || i18n.language);
  if (!text) return null;
  return (
    <Page title={text.title} breadcrumbs={[{ to: "/practices", label: t("practices.nav") }]}
          lead={<Group gap="xs"><KindBadge kind={practice.kind} /><StageBadge stage={practice.stage} />{practice.example && <ExampleBadge />}</Group>}
          actions={<Anchor href={`/api/${inside ? "" : "public/"}practices/${practiceId}/pdf?language=${text.language}`} download>{t("practices.pdf")}</Anchor>}>
      <Notes practice={practice} />
      <Work practice={practice} />
      <AtAGlance practice={practice} />
      {practice.texts.length > 1 && (
        <SelectField label={t("practices.read_in")} unchosen={null} value={text.language} onChange={(language) => choose({ language: language ?? "" })}
                     choices={practice.texts.map(({ language }) => ({ value: language, label: t(`common.language_name.${language}`) }))} />)}
      <TemplateView kind={practice.kind} text={text} />
      <Reviews practice={practice} />
      {practice.reviewed_by && <ReviewSummary by={practice.reviewed_by} />}
      <Papers of="practice" id={practiceId} />
      <Uses practice={practice} />
      {practice.allows.read_history && (
        <div><ButtonLink to="/practices/$practiceId/history" params={{ practiceId }} variant="default" leftSection={<Icon name="clock" size={18} />}>{t("practices.history.link")}</ButtonLink></div>)}
    </Page>
  );
}
