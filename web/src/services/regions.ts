import { useQuery } from "@tanstack/react-query";
import { api, body } from "../api/node";

/** The State's regions as choices, named in the reader's language; `nameOf` gives the code itself for one that is not known. */
export function useRegions() {
  const choices = useQuery({ queryKey: ["register", "choices"], queryFn: () => body(api.GET("/api/register/choices")), staleTime: 60_000 });
  const regions = choices.data?.regions ?? [];
  return {
    choices: regions.map(({ id, name }) => ({ value: id, label: name })),
    nameOf: (id: string) => regions.find((region) => region.id === id)?.name ?? id,
  };
}
