import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { today } from "../i18n/dates";
import type { Choice } from "../ui";
import type { Invitation } from "./queries";

const NEWEST = 200;

/** What an expert can be invited to: sessions and trainings that are not over, practices under review or in work. */
export function useInvitable(kind: Invitation["to_kind"]): Choice[] {
  const { i18n } = useTranslation();
  const inRussian = i18n.language === "ru";
  const { data = [] } = useQuery({
    queryKey: ["invitable", kind, i18n.language],
    queryFn: async (): Promise<Choice[]> => {
      const query = { limit: NEWEST };
      if (kind === "session") {
        const { items } = await body(api.GET("/api/meetings", { params: { query } }));
        return items.filter(({ ends_on }) => ends_on >= today()).map(({ id, title, title_ru }) => ({ value: id, label: (inRussian && title_ru) || title }));
      }
      if (kind === "training") {
        const { items } = await body(api.GET("/api/trainings", { params: { query } }));
        return items.filter(({ ends_on }) => ends_on >= today()).map(({ id, title_en, title_ru }) => ({ value: id, label: (inRussian && title_ru) || title_en }));
      }
      const { items } = await body(api.GET("/api/practices", { params: { query } }));
      return items.map(({ id, titles }) => ({ value: id, label: titles[i18n.language] ?? titles.en ?? Object.values(titles)[0] ?? id }));
    },
  });
  return data;
}
