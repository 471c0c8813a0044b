import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ConfirmDialog, DataTable, Empty, Section, Waiting } from "../ui";
import { FileButtons } from "./file-buttons";
import { useReportWords } from "./words";

type Saved = Schemas["SavedReport"];
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
              { key: "counted", label: t("reportbuilder.saved.counted"), cell: ({ spec }) => words.question(spec) },
              { key: "shared", label: t("reportbuilder.saved.shared"), cell: ({ shared, saved_by }) => (
                shared === "own" ? t("reportbuilder.save.own") : t("reportbuilder.saved.by", { who: t(`reportbuilder.save.${shared}`), name: saved_by })) },
              { key: "files", label: t("reportbuilder.saved.files"), cell: (report) => (
                <FileButtons source={{ saved: report.id }} name={report.name} after={report.allows.remove && <Remove report={report} />}
                             before={<Button size="compact-md" onClick={() => { open(report.spec); }} aria-label={`${t("reportbuilder.saved.open")}: ${report.name}`}>
                               {t("reportbuilder.saved.open")}</Button>} />) },
            ]} />)
        : <Waiting for={saved} />}
    </Section>
  );
}
