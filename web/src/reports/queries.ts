import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Report = Schemas["Report"];
export type ReportBlock = Schemas["ReportBlock"];
export type ReportSection = Schemas["ReportSection"];

/** Reports that this reader may see; a guest gets the released ones. */
export const reportsQuery = (member: boolean) => queryOptions({
  queryKey: ["reports", "list", member],
  queryFn: () => (member ? body(api.GET("/api/reports")) : body(api.GET("/api/public/reports"))),
});

export const reportQuery = (id: string, member: boolean) => queryOptions({
  queryKey: ["reports", "one", id, member],
  queryFn: () => {
    const params = { path: { report_id: id } };
    return member ? body(api.GET("/api/reports/{report_id}", { params })) : body(api.GET("/api/public/reports/{report_id}", { params }));
  },
});

/** Where the file of a report lies. */
export const fileOf = (id: string, kind: "pdf" | "docx", member: boolean) => `/api/${member ? "" : "public/"}reports/${id}/${kind}`;
