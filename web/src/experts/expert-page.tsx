import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { useTopicNames } from "../i18n/topics";
import { useLanguageNames } from "../members/parts";
import { useSession } from "../session/session";
import { ButtonLink, Facts, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import { Opening } from "../ui/opening";
import classes from "./experts.module.css";
import { ConsentPart } from "./consent-part";
import { InvitationsPart } from "./invitations-part";
import { expertQuery, publicExpertQuery, type Expert, type ExpertLine } from "./queries";
import { NoteVetting, StateInterests } from "./statement-forms";
import { StatementBadge, useAvailability } from "./words";

function Profile({ expert }: { expert: ExpertLine }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const topics = useTopicNames();
  const languages = useLanguageNames();
  const availability = useAvailability();
  return (
    <Section title={t("experts.profile")}>
      <Facts of={[
        { label: t("experts.field.fields"), value: topics(expert.fields) },
        { label: t("experts.field.languages"), value: languages(expert.languages) },
        { label: t("experts.field.organisation"), value: expert.organisation || null },
        { label: t("experts.field.country"), value: expert.country ? stateName(expert.country) : null },
        { label: t("experts.field.available"), value: availability(expert) },
        { label: t("experts.field.summary"), value: expert.summary ? <span className={classes.note}>{expert.summary}</span> : null },
      ]} />
    </Section>
  );
}

function Interests({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { statement, allows } = expert;
  return (
    <Section title={t("experts.statement.title")}>
      <div><StatementBadge holds={expert.statement_in_force} /></div>
      {statement && (
        <Facts of={[
          { label: t("experts.statement.says"), value: t(statement.has_conflict ? "experts.statement.conflict" : "experts.statement.no_conflict") },
          { label: t("experts.statement.text"), value: statement.text || null },
          { label: t("experts.statement.stated_on"), value: format.longDate(statement.stated_on) },
          { label: t("experts.statement.valid_to"), value: format.longDate(statement.valid_to) },
          { label: t("experts.field.paper"), value: statement.paper || null },
        ]} />
      )}
      {allows.edit && <Opening label={t("experts.statement.renew")} variant="default">{(close) => <StateInterests expert={expert} close={close} />}</Opening>}
    </Section>
  );
}

function VettingPart({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("experts.vetting.title")}>
      <Text c="dimmed">{t("experts.vetting.hint")}</Text>
      {(expert.vettings ?? []).map(({ note, noted_at }) => (
        <article key={noted_at + note} className={classes.card}><Text className={classes.note}>{note}</Text><Text size="sm" c="dimmed">{format.instant(noted_at)}</Text></article>))}
      <Opening label={t("experts.vetting.add")} variant="default">{(close) => <NoteVetting expert={expert} close={close} />}</Opening>
    </Section>
  );
}

/** What a profile's readers see of it; more for the secretariat and the expert. */
export function ExpertView({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  const { allows } = expert;
  return (
    <Page title={expert.name} breadcrumbs={[{ to: "/experts", label: t("experts.nav") }]}
          lead={expert.listed ? undefined : <StatusBadge tone="waiting">{t("experts.hidden_long")}</StatusBadge>}
          actions={allows.edit && <ButtonLink to="/experts/$expertId/edit" params={{ expertId: expert.id }} variant="default">{t("common.edit")}</ButtonLink>}>
      <Profile expert={expert} />
      {expert.invitations && <InvitationsPart expert={expert} />}
      <Interests expert={expert} />
      {expert.consents && <ConsentPart expert={expert} />}
      {allows.vet && <VettingPart expert={expert} />}
    </Page>
  );
}

function Inside({ id }: { id: string }) {
  const query = useQuery(expertQuery(id));
  return query.data ? <ExpertView expert={query.data} /> : <Waiting for={query} />;
}

/** What everybody may know of an expert. */
function InPublic({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(publicExpertQuery(id));
  if (!query.data) return <Waiting for={query} />;
  return (
    <Page title={query.data.name} breadcrumbs={[{ to: "/experts", label: t("experts.nav") }]}><Profile expert={query.data} /></Page>
  );
}

/** One expert, as far as this reader may see. */
export function ExpertPage({ expertId }: { expertId: string }) {
  const { can } = useSession();
  return can("read_council") ? <Inside id={expertId} /> : <InPublic id={expertId} />;
}
