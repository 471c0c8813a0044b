import { Anchor, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Timeline, useFormat } from "../ui";
import classes from "./actions.module.css";
import type { CouncilAction } from "./queries";
import { useOwnerName } from "./words";

type Report = CouncilAction["progress"][number];

function Words({ report: { note, percent, evidence, evidence_url } }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Text className={classes.text}>{note}</Text>
      {percent !== undefined && <Text size="sm">{t("councilactions.percent", { percent })}</Text>}
      {evidence && <Text size="sm" className={classes.text}>{t("councilactions.evidence")}: {evidence}</Text>}
      {evidence_url && <Anchor size="sm" href={evidence_url} rel="noopener noreferrer nofollow" target="_blank">{t("councilactions.evidence_link")}</Anchor>}
    </Stack>
  );
}

/** What came back on an action, oldest first, and who said so. */
export function Reports({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ownerName = useOwnerName();
  if (action.progress.length === 0) return <Text size="sm" c="dimmed">{t("councilactions.no_report")}</Text>;
  const title = ({ state, reported_by }: Report, i: number) => {
    const said = state === "done" ? "done" : action.progress[i - 1]?.state === "done" ? "again" : "open";
    const words = reported_by === "council"
      ? { done: "done_written_for", again: "written_opened_again", open: "written_for" }[said]
      : { done: "reported_done", again: "opened_again", open: "reported" }[said];
    return t(`councilactions.${words}`, { state: ownerName(action) });
  };
  return (
    <Timeline entries={action.progress.map((report, i) => ({
      key: report.id, when: format.instant(report.reported_at), icon: report.state === "done" ? "check" : "clock",
      title: title(report, i), content: <Words report={report} />,
    }))} />
  );
}

/** What the Council changed about an action, and why. */
export function Changes({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Timeline entries={action.changes.map(({ version, kind, due_was, due_on, reason, changed_at }) => ({
      key: String(version), when: format.instant(changed_at), icon: kind === "dropped" ? "cross" : "calendar",
      title: t(`councilactions.change.${kind}`, { was: format.longDate(due_was), to: format.longDate(due_on) }),
      content: <Text className={classes.text}>{reason}</Text>,
    }))} />
  );
}
