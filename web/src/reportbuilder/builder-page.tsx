import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Page, useSearchState, Waiting } from "../ui";
import { Answer } from "./answer";
import { OutcomeCurve } from "./outcome-curve";
import { Question } from "./question";
import { SavedReports } from "./saved-reports";
import { addressOf, NOTHING, specOf, type Asked } from "./spec";

/** Build a report, look at it, save it, take it away. What is asked stands in the address. */
export function BuilderPage() {
  const { t } = useTranslation();
  const [asked, address] = useSearchState(NOTHING);
  const [stopped, setStopped] = useState("");
  const builder = useQuery({ queryKey: ["report-builder"], queryFn: () => body(api.GET("/api/report-builder")), staleTime: 60_000 });
  const outcomes = useQuery({
    queryKey: ["report-builder", "units", "outcomes"],
    queryFn: () => body(api.GET("/api/report-builder/units/{unit}", { params: { path: { unit: "outcomes" } } })),
  });
  if (!builder.data) return <Waiting for={builder} />;
  const spec = specOf(asked);
  const question = JSON.stringify(asked);
  const regions = builder.data.one_region ? [] : outcomes.data?.dimensions.find(({ key }) => key === "region")?.categories ?? [];
  const ask = (next: Asked) => {
    setStopped("");
    address(next);
  };
  return (
    <Page title={t("reportbuilder.title")} lead={t("reportbuilder.lead")}>
      <Stack gap="lg">
        <Question key={question} builder={builder.data} asked={asked} ask={ask} />
        {spec && stopped !== question && <Answer key={`answer ${question}`} spec={spec} region={builder.data.may_share_in_region} ask={ask} stop={() => { setStopped(question); }} />}
        <SavedReports open={(chosen) => { ask(addressOf(chosen)); scrollTo({ top: 0 }); }} />
        <OutcomeCurve regions={regions} />
      </Stack>
    </Page>
  );
}
