import { queryOptions } from "@tanstack/react-query";
import { api, body } from "../api/node";

/** What the return of a year counts. */
export const definitionsOf = (year: number) => queryOptions({
  queryKey: ["returns", "definitions", String(year)],
  queryFn: () => body(api.GET("/api/returns/definitions", { params: { query: { year } } })),
});
