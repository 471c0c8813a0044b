import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTwo } from "../i18n/two";
import { Papers } from "../papers/papers";
import { Facts, Link, Opening, Page, Section, useFormat, Waiting } from "../ui";
import classes from "./actions.module.css";
import { DropAction, MoveDue } from "./change-forms";
import { actionQuery, type CouncilAction } from "./queries";
import { ReportForm } from "./report-form";
import { Changes, Reports } from "./reports";
import { ActionState, useDeliveryWords, useOwnerName } from "./words";

function About({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const two = useTwo();
  const ownerName = useOwnerName();
  const delivery = useDeliveryWords();
  const { decision, decision_id, session_id } = action;
  const session = two(action.session, action.session_ru);
  return (
    <Section title={t("councilactions.about")} actions={<ActionState action={action} />}>
      {action.body && <Text className={classes.text}>{action.body}</Text>}
      <Facts of={[
        { label: t("councilactions.fact.owner"), value: ownerName(action) },
        { label: t("councilactions.fact.due"), value: format.longDate(action.due_on) },
        { label: t("councilactions.fact.decision"), value: decision_id ? <Link to="/decisions/$decisionId" params={{ decisionId: decision_id }}>{decision}</Link> : decision || null },
        { label: t("councilactions.fact.session"), value: session_id ? <Link to="/meetings/$sessionId" params={{ sessionId: session_id }}>{session}</Link> : session || null },
        { label: t("councilactions.fact.asked"), value: format.instant(action.created_at) },
        { label: t("councilactions.fact.delivery"), value: delivery(action) },
      ]} />
      {action.allows.edit && (
        <Group align="flex-start">
          <Opening label={t("councilactions.move")} variant="default">{(close) => <MoveDue action={action} close={close} />}</Opening>
          <DropAction action={action} />
        </Group>)}
    </Section>
  );
}

/** One action item: what is asked of whom, whether it arrived, what was reported, what was changed. */
export function ActionPage({ actionId }: { actionId: string }) {
  const { t } = useTranslation();
  const query = useQuery(actionQuery(actionId));
  if (!query.data) return <Waiting for={query} />;
  const action = query.data;
  return (
    <Page title={action.title} breadcrumbs={[{ to: "/actions", label: t("councilactions.nav") }]}>
      <About action={action} />
      <Section title={t("councilactions.reports")}>
        <Reports action={action} />
        {action.allows.report && <Opening label={t("councilactions.report")}>{(close) => <ReportForm action={action} close={close} />}</Opening>}
      </Section>
      {action.changes.length > 0 && <Section title={t("councilactions.changes")}><Changes action={action} /></Section>}
      <Papers of="action" id={action.id} />
    </Page>
  );
}
