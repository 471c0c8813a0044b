import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AddAction, Following } from "../councilactions/parts";
import { Papers } from "../papers/papers";
import { useSession } from "../session/session";
import { Empty, Opening, Page, Section, Waiting } from "../ui";
import { DecisionTexts } from "./decision-texts";
import { History, Story } from "./history";
import { Notes } from "./notes";
import { decisionQuery, type DecisionPageData } from "./queries";
import { SilencePanel } from "./silence-panel";
import { Where } from "./where";

function Actions({ page: { decision, allows } }: { page: DecisionPageData }) {
  const { t } = useTranslation();
  if (decision.state !== "adopted") return null;
  return (
    <Section title={t("decisions.actions")}>
      {decision.actions.length > 0 ? <Following actions={decision.actions} /> : <Empty title={t("decisions.no_actions")} icon="task" />}
      {allows.act && (
        <Opening label={t("councilactions.add")} spoken={t("councilactions.add_to", { number: decision.number })} variant="default">
          {(close) => <AddAction decisionId={decision.id} close={close} />}
        </Opening>)}
    </Section>
  );
}

/** One decision: where it stands, its text side by side, the silence, positions, actions, and how it came about. */
export function DecisionPage({ decisionId }: { decisionId: string }) {
  const { t } = useTranslation();
  const member = useSession().can("read_council");
  const query = useQuery(decisionQuery(decisionId, member));
  if (!query.data) return <Waiting for={query} />;
  const page = query.data;
  const { decision } = page;
  return (
    <Page title={decision.number ? t("decisions.number", { number: decision.number }) : decision.title} lead={decision.number ? decision.title : undefined}
          breadcrumbs={[{ to: "/decisions", label: t("decisions.nav") }]}>
      <Where page={page} />
      <Section title={t("decisions.text")}><DecisionTexts decision={decision} /></Section>
      <SilencePanel page={page} />
      <Notes page={page} />
      {member && <Actions page={page} />}
      <Papers of="decision" id={decision.id} />
      {member && <Story page={page} />}
      {member && <History page={page} />}
    </Page>
  );
}
