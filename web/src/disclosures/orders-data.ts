import { useQuery } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/node";
import { useAction, useList, type Done } from "../api/queries";

export type LawfulOrder = Schemas["LawfulOrder"];
export type ExtractField = Schemas["ExtractField"];

export const LISTS = ["waiting", "to_tell", "all"] as const;
export const ISSUERS = ["court", "prosecutor", "authority"] as const;
/** The closed list, in its order. The server holds it too and takes no other. */
export const FIELDS: ExtractField[] = ["name", "other_names", "sex", "born_on", "birth_place", "citizenship", "region", "district", "phone", "papers", "arrived_on", "registered_on"];

export const path = (id: string) => ({ params: { path: { order_id: id } } });

export function useOrders(list: (typeof LISTS)[number]) {
  return useList(["disclosures", "list", list], (cursor) => body(api.GET("/api/disclosures", { params: { query: { list, cursor, limit: 30 } } })));
}

export function useOrder(id: string) {
  return useQuery({ queryKey: ["disclosures", id], queryFn: () => body(api.GET("/api/disclosures/{order_id}", path(id))) });
}

/** Something done with an order: it and the lists are read anew, and what waits for the reader. */
export function useOrderAction<Values = void, Value = unknown>(act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {}) {
  return useAction<Values, Value>(act, { refresh: [["disclosures"], ["tasks"]], said, done });
}

/** Choices of codes, in the words of `disclosures.<branch>.<code>`. */
export const choicesOf = (t: (key: string) => string, codes: readonly string[], branch: string) =>
  codes.map((code) => ({ value: code, label: t(`disclosures.${branch}.${code}`) }));
