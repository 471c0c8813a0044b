import { Alert } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, Form, Icon, Page, RadioField, Section, StatusBadge, TextArea, Waiting } from "../ui";
import { LONGEST, useChoices } from "./children-data";
import classes from "./children.module.css";
import { ReportText } from "./report-text";

type Panel = Schemas["Panel"];
const path = (reportId: string) => ({ params: { path: { report_id: reportId } } });

function PromisePart({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const promise = useAction(() => body(api.POST("/api/panels/{report_id}/confirmation", path(panel.id))), { refresh: [["panel", panel.id]] });
  return (
    <Section title={t("children.panel.promise_title")}>
      <p className={classes.words}>{t("children.panel.promise")}</p>
      <div><ActionButton action={promise}>{t("children.panel.confirm")}</ActionButton></div>
    </Section>
  );
}

interface Values { opinion: string | null; reason: string }

function OpinionForm({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Values>({ initialValues: { opinion: null, reason: "" } });
  const save = useAction(({ opinion, reason }: Values) => body(api.POST("/api/panels/{report_id}/opinion", {
    ...path(panel.id), body: { opinion: opinion as Schemas["PanelAnswer"], reason: reason.trim() || undefined } })),
  { refresh: [["panel", panel.id], ["tasks"], ["cases"]], said: t("children.panel.said") });
  return (
    <Section title={t("children.panel.your_opinion")}>
      <Form form={form} action={save} submit={t("children.panel.answer")}>
        <RadioField label={t("children.panel.asked")} required choices={choices("panel.choice", ["agree", "dissent"])} {...form.getInputProps("opinion")} />
        <TextArea label={t("children.panel.reason")} required={form.values.opinion === "dissent"} minRows={2} limit={LONGEST} {...form.getInputProps("reason")} />
      </Form>
    </Section>
  );
}

/** A report as a member of its panel sees it: first the promise, then the paper, then the opinion. */
export function PanelPage({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ["panel", reportId], queryFn: () => body(api.GET("/api/panels/{report_id}", path(reportId))) });
  const panel = query.data;
  if (!panel) return <Waiting for={query} />;
  const { report } = panel;
  const age = panel.age === undefined ? null : t("casework.age", { count: panel.age });
  return (
    <Page title={t("children.panel.title")} lead={[panel.name, panel.code, age].filter(Boolean).join(" · ")} breadcrumbs={[{ to: "/", label: t("common.home") }]}>
      {!panel.confirmed && <PromisePart panel={panel} />}
      {panel.confirmed && (
        <Section title={t("children.interests.kind.panel")} actions={<StatusBadge tone="neutral">{t(`children.interests.state.${report.state}`)}</StatusBadge>}>
          <p className={classes.quiet}>{report.written_by.name}</p>
          <ReportText report={report} />
        </Section>)}
      {panel.confirmed && !panel.own_opinion && report.state === "before_panel" && <OpinionForm panel={panel} />}
      {panel.own_opinion && (
        <Alert icon={<Icon name="check" />} title={t("children.panel.thanks")}>
          {t(report.state === "before_panel" ? "children.panel.others" : `children.interests.state.${report.state}`)}
        </Alert>)}
    </Page>
  );
}
