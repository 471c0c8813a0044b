import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { DataTable, Section } from "../ui";
import { VERDICTS } from "./template";

/** How the reviewers saw a published text: counts for each criterion, no names of people. */
export function ReviewSummary({ by }: { by: Schemas["PracticeReviewedBy"] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  return (
    <Section title={t("practices.review.summary")}>
      <Text>
        {t("practices.review.summary_lead", { states: t("practices.review.states", { count: by.states }), experts: t("practices.review.experts", { count: by.experts }) })}
        {by.members.length > 0 && ` ${t("practices.review.of_states", { states: by.members.map(stateName).join(", ") })}`}
      </Text>
      <DataTable caption={t("practices.review.summary")} rows={by.criteria} rowKey={({ criterion }) => criterion} columns={[
        { key: "criterion", label: t("practices.review.criteria"), cell: ({ criterion }) => t(`practices.review.criterion.${criterion}`) },
        ...VERDICTS.map((verdict) => ({
          key: verdict, label: t(`practices.review.verdict.${verdict}`), cell: (line: Schemas["PracticeReviewedBy"]["criteria"][number]) => line[verdict], numeric: true })),
      ]} />
    </Section>
  );
}
