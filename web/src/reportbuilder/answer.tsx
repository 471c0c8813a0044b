import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { asProblem } from "../api/problem";
import { ProblemNotice, Section } from "../ui";
import { inTurn } from "./counting";
import { ReportTable } from "./report-table";
import { SaveForm } from "./save-form";
import { alternatives, type Asked } from "./spec";
import { useReportWords } from "./words";

type Spec = Schemas["ReportSpec"];
const PROGRESS_MS = 1000;

/** How far the counting is, and a way to end it. */
function Counting({ ticket, waits, stop }: { ticket: string; waits: boolean; stop: () => void }) {
  const { t } = useTranslation();
  const progress = useQuery({
    queryKey: ["report-builder", "counting", ticket], refetchInterval: PROGRESS_MS, gcTime: 0,
    queryFn: () => body(api.GET("/api/report-builder/counting", { params: { query: { ticket } } })),
  });
  const { done = 0, of = 0 } = progress.data ?? {};
  const words = waits ? t("reportbuilder.waits") : of > 0 ? t("reportbuilder.counting_of", { done, of }) : t("reportbuilder.counting");
  return (
    <Section title={t("reportbuilder.table.title")}>
      <Stack>
        <Text role="status">{words}</Text>
        <Progress value={of > 0 ? (100 * done) / of : 0} aria-label={t("reportbuilder.progress")} />
        <Group><Button variant="default" onClick={stop}>{t("reportbuilder.stop")}</Button></Group>
      </Stack>
    </Section>
  );
}

/** What can be seen instead of a table that is refused: tables of this month that are out and answer at once. */
function Instead({ spec, ask }: { spec: Spec; ask: (next: Asked) => void }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const unit = useQuery({
    queryKey: ["report-builder", "given-out", spec.unit], staleTime: 0,
    queryFn: () => body(api.GET("/api/report-builder/units/{unit}", { params: { path: { unit: spec.unit } } })),
  });
  const offered = alternatives(spec, unit.data?.given_out ?? []);
  if (offered.length === 0) return null;
  return (
    <Stack gap="xs" mt="md">
      <Text>{t("reportbuilder.instead")}</Text>
      <Group gap="xs">
        {offered.map((asked) => (
          <Button key={asked.rows + asked.columns} variant="default" onClick={() => { ask(asked); }}>
            {[asked.rows, asked.columns].filter((key) => key !== "").map(words.dimension).join(", ")}
          </Button>))}
      </Group>
    </Stack>
  );
}

const NEEDS_ANOTHER = ["report.cannot_protect", "report.too_large", "report.too_long"];

/** The table that was asked for; while it is counted its progress, and when it is refused what can be seen instead. */
export function Answer({ spec, region, ask, stop }: { spec: Spec; region: boolean; ask: (next: Asked) => void; stop: () => void }) {
  const [ticket] = useState(() => `${Date.now()}-${Math.random()}`);
  const report = useQuery({
    queryKey: ["report-builder", "table", spec], ...inTurn,
    queryFn: ({ signal }) => {
      // Whoever stops, or leaves the page, frees the server too.
      signal.addEventListener("abort", () => void api.DELETE("/api/report-builder/counting", { params: { query: { ticket } } }));
      return body(api.POST("/api/report-builder/table", { params: { query: { ticket } }, body: spec, signal }));
    },
  });
  if (report.data) return <><ReportTable report={report.data} /><SaveForm spec={spec} region={region} /></>;
  if (report.isFetching) return <Counting ticket={ticket} waits={report.failureCount > 0} stop={stop} />;
  const problem = asProblem(report.error);
  return (
    <div>
      <ProblemNotice problem={problem} retry={NEEDS_ANOTHER.includes(problem.key) ? undefined : () => void report.refetch()} />
      {NEEDS_ANOTHER.includes(problem.key) && <Instead spec={spec} ask={ask} />}
    </div>
  );
}
