import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/node";
import { useAction } from "../api/queries";

export const FORMATS = ["csv", "xlsx", "pdf"] as const;
export type FileFormat = (typeof FORMATS)[number];
/** A saved report by its number, or a question as it stands. */
export type Source = { saved: string } | { spec: Schemas["ReportSpec"] };

/** Hands a file to the browser to keep, under the name the server gave it. */
function keep(file: Blob, response: Response, format: FileFormat): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? `report.${format}`;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}

/** Takes a report as a file; a refusal can be shown in the page, which a plain link would not do. */
export function useTakeFile(source: Source) {
  const { i18n } = useTranslation();
  return useAction(async (format: FileFormat) => {
    const query = { format, language: i18n.resolvedLanguage === "ru" ? "ru" as const : "en" as const };
    const { data, response } = "saved" in source
      ? await api.GET("/api/saved-reports/{report_id}/file", { params: { path: { report_id: source.saved }, query }, parseAs: "blob" })
      : await api.POST("/api/report-builder/file", { params: { query }, body: source.spec, parseAs: "blob" });
    keep(data as unknown as Blob, response, format);
  });
}
