import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ConfirmDialog, DataTable, Empty, Icon, Section, Waiting } from "../ui";
import { useReportWords } from "./words";

type Saved = Schemas["SavedReport"];
const FORMATS = ["csv", "xlsx", "pdf"] as const;

function Files({ report }: { report: Saved }) {
  const { t, i18n } = useTranslation();
  const language = i18n.resolvedLanguage === "ru" ? "ru" : "en";
  return (
    <Group gap="xs">
      {FORMATS.map((format) => (
        <Button key={format} component="a" variant="default" size="compact-md" leftSection={<Icon name="download" />} download
                href={`/api/saved-reports/${report.id}/file?format=${format}&language=${language}`}
                aria-label={`${t(`reportbuilder.saved.${format}`)}: ${report.name}`}>{t(`reportbuilder.saved.${format}`)}</Button>))}
    </Group>
  );
}

function Remove({ report }: { report: Saved }) {
  const { t } = useTranslation();
  const remove = useAction(async () => { await body(api.DELETE("/api/saved-reports/{report_id}", { params: { path: { report_id: report.id } } })); },
    { refresh: [["saved-reports"]] });
  return (
    <ConfirmDialog action={remove} button={t("reportbuilder.saved.remove")} title={t("reportbuilder.saved.remove_title", { name: report.name })}
                   confirm={t("reportbuilder.saved.remove")} danger buttonProps={{ size: "compact-md" }}>
      <Text>{t("reportbuilder.saved.remove_text")}</Text>
    </ConfirmDialog>
  );
}

/** Saved reports: open one, or take it as a file. Each is counted when asked for. */
export function SavedReports({ open }: { open: (spec: Saved["spec"]) => void }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const saved = useQuery({ queryKey: ["saved-reports"], queryFn: () => body(api.GET("/api/saved-reports")) });
  return (
    <Section title={t("reportbuilder.saved.title")}>
      {saved.data
        ? (
          <DataTable<Saved> caption={t("reportbuilder.saved.caption")} rows={saved.data.items} rowKey={({ id }) => id}
            empty={<Empty icon="chart" title={t("reportbuilder.saved.empty")} hint={t("reportbuilder.saved.empty_hint")} />}
            columns={[
              { key: "name", label: t("reportbuilder.saved.name"), cell: ({ name }) => name },
              { key: "counted", label: t("reportbuilder.saved.counted"), cell: ({ spec }) =>
                `${words.unit(spec.unit)}: ${[spec.rows, ...(spec.columns ? [spec.columns] : [])].map(words.dimension).join(", ")}` },
              { key: "shared", label: t("reportbuilder.saved.shared"), cell: ({ shared }) => t(`reportbuilder.save.${shared}`) },
              { key: "by", label: t("reportbuilder.saved.by"), cell: ({ saved_by }) => saved_by },
              { key: "files", label: t("reportbuilder.saved.files"), cell: (report) => (
                <Group gap="xs">
                  <Button variant="default" size="compact-md" onClick={() => open(report.spec)}>{t("reportbuilder.saved.open")}</Button>
                  <Files report={report} />
                  {report.allows.remove && <Remove report={report} />}
                </Group>) },
            ]} />)
        : <Waiting for={saved} />}
    </Section>
  );
}
