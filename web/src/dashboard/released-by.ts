import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { useFormat } from "../ui";
import type { Release } from "./queries";

/** Who stands behind the figures, and when. */
export function useReleasedBy(): (release: Pick<Release, "state" | "made_at">) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  return ({ state, made_at }) => t("public.returns.released_by", { state: stateName(state), date: format.longDate(made_at.slice(0, 10)) });
}
