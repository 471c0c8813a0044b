import { useQuery } from "@tanstack/react-query";
import { api, body } from "../api/node";

/** All operations and stages of the State. */
export const useOperations = () => useQuery({ queryKey: ["operations"], queryFn: () => body(api.GET("/api/operations")) });

/** One of them, with who changed it. */
export const useOperation = (id: string, fresh = false) => useQuery({
  queryKey: ["operations", id, ...(fresh ? ["meanwhile"] : [])], ...(fresh && { staleTime: 0, gcTime: 0 }),
  queryFn: () => body(api.GET("/api/operations/{operation_id}", { params: { path: { operation_id: id } } })),
});
