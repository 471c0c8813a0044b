import { queryOptions } from "@tanstack/react-query";
import { api, body } from "../api/node";

/** One return, with its tables. */
export const returnOf = (returnId: string) => queryOptions({
  queryKey: ["returns", returnId],
  queryFn: () => body(api.GET("/api/returns/{return_id}", { params: { path: { return_id: returnId } } })),
});

/** What the return of a year counts. */
export const definitionsOf = (year: number) => queryOptions({
  queryKey: ["returns", "definitions", String(year)],
  queryFn: () => body(api.GET("/api/returns/definitions", { params: { query: { year } } })),
});
