import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type LawEntry = Schemas["Law"];
export type Topic = Schemas["Topic"];

/** Entries as they stood on a day, or all; a guest gets the public ones. */
export const lawQuery = (on: string, member: boolean) => queryOptions({
  queryKey: ["law", on, member],
  queryFn: () => {
    const query = on ? { on } : {};
    return member ? body(api.GET("/api/law", { params: { query } })) : body(api.GET("/api/public/law", { params: { query } }));
  },
});
