import { useTranslation } from "react-i18next";
import type { IconName } from "../ui";
import type { Entry } from "./entries";

export const ENTRY_ICONS: Record<Entry["kind"], IconName> = {
  visit: "people", conference: "meeting", contact: "family", session: "quote", review_plan: "task", review_residential: "clock",
  review_interests: "heart", sit_on_panel: "people", deliver: "services",
};

/** What an entry is, in words: `Visit, at home`. */
export function useEntryWords() {
  const { t } = useTranslation();
  return ({ kind, place, detail }: Entry) => {
    const what = kind === "deliver" ? t("diary.kind.deliver", { service: t(`services.catalogue.${detail}`) }) : t(`diary.kind.${kind}`);
    return place ? t("diary.with_place", { what, place: t(`diary.place.${place}`) }) : what;
  };
}
