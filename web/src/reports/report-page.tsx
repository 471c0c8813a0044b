import { Alert, Button, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { sessionQuery, useSession } from "../session/session";
import { Form, Link, Opening, Page, Section, StatusBadge, TextArea, useFormat, Waiting } from "../ui";
import { Blocks } from "./blocks";
import { fileOf, reportQuery, type Report } from "./queries";
import { ReportEditor } from "./report-editor";

function Correct({ report, close }: { report: Report; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { reason: "" } });
  const correct = useAction(({ reason }: { reason: string }) => body(api.POST("/api/reports/{report_id}/corrections",
    { params: { path: { report_id: report.id } }, body: { reason } })), { refresh: [["reports"]], done: ({ id }) => navigate({ to: `/reports/${id}` } as never) });
  return (
    <Section title={t("reports.correct")}>
      <Text size="sm" c="dimmed">{t("reports.correct_hint")}</Text>
      <Form form={form} action={correct} submit={t("reports.correct_begin")} close={close}>
        <TextArea label={t("reports.field.reason")} required limit={1000} {...form.getInputProps("reason")} />
      </Form>
    </Section>
  );
}

/** The report as everybody reads it. Its own title stands above already. */
function Reading({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <>
      {report.corrected_by && (
        <Alert color="apricot" title={t("reports.corrected")}><Link to="/reports/$reportId" params={{ reportId: report.corrected_by }}>{t("reports.corrected_by")}</Link></Alert>)}
      <Blocks blocks={report.blocks.slice(1)} />
      {report.allows.correct && <Opening label={t("reports.correct")} variant="default" leftSection={null}>{(close) => <Correct report={report} close={close} />}</Opening>}
    </>
  );
}

/** One annual report: to be edited by the secretariat while it is a draft, to be read by everybody once it is released. */
export function ReportPage({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const member = can("read_council");
  // Before it is known who reads, a draft would look as if it were not there.
  const known = useQuery(sessionQuery).data !== undefined;
  const query = useQuery({ ...reportQuery(reportId, member), enabled: known });
  if (!query.data) return <Waiting for={query} />;
  const report = query.data;
  return (
    <Page title={report.title} breadcrumbs={[{ to: "/reports", label: t("reports.nav") }]}
          lead={<Group gap="sm">
            <StatusBadge tone={report.state === "released" ? "good" : "waiting"}>{t(`reports.state.${report.state}`)}</StatusBadge>
            {report.example && <StatusBadge tone="info">{t("reports.example")}</StatusBadge>}
            <span>{t("reports.about", { language: t(`reports.language.${report.language}`), edition: report.edition })}</span>
            {report.released_at && <span>{t("reports.released_on", { date: format.dayOf(report.released_at) })}</span>}
          </Group>}
          actions={<>
            <Button component="a" variant="default" href={fileOf(reportId, "pdf", member)} download>{t("reports.pdf")}</Button>
            <Button component="a" variant="default" href={fileOf(reportId, "docx", member)} download>{t("reports.docx")}</Button>
          </>}>
      {report.allows.edit ? <ReportEditor key={report.id} report={report} /> : <Reading report={report} />}
    </Page>
  );
}
