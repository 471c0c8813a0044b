import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { today } from "../i18n/dates";
import { useTwo } from "../i18n/two";
import type { Choice } from "../ui";
import type { Invitation } from "./queries";

const NEWEST = 200;

/** What an expert can be invited to: sessions and trainings that are not over, practices under review or in work. */
export function useInvitable(kind: Invitation["to_kind"]): Choice[] {
  const { i18n } = useTranslation();
  const two = useTwo();
  const { data = [] } = useQuery({
    queryKey: ["invitable", kind, i18n.language],
    queryFn: async (): Promise<Choice[]> => {
      const query = { limit: NEWEST };
      if (kind === "session") {
        const { items } = await body(api.GET("/api/meetings", { params: { query } }));
        return items.filter(({ ends_on }) => ends_on >= today()).map(({ id, title, title_ru }) => ({ value: id, label: two(title, title_ru) }));
      }
      if (kind === "training") {
        const { items } = await body(api.GET("/api/trainings", { params: { query } }));
        return items.filter(({ ends_on }) => ends_on >= today()).map(({ id, title_en, title_ru }) => ({ value: id, label: two(title_en, title_ru) }));
      }
      const { items } = await body(api.GET("/api/practices", { params: { query } }));
      return items.map(({ id, titles }) => ({ value: id, label: titles[i18n.language] ?? titles.en ?? Object.values(titles)[0] ?? id }));
    },
  });
  return data;
}
