import { useTranslation } from "react-i18next";
import { useSpan } from "../members/parts";
import { StatusBadge } from "../ui";
import type { ExpertLine } from "./queries";

/** How and when: "remote, on site; from 1 June 2024". */
export function useAvailability(): (expert: Pick<ExpertLine, "remote" | "on_site" | "available_from" | "available_to">) => string {
  const { t } = useTranslation();
  const span = useSpan();
  return ({ remote, on_site, available_from, available_to }) => {
    const ways = [remote && t("experts.mode.remote"), on_site && t("experts.mode.on_site")].filter(Boolean).join(", ");
    return available_from || available_to ? `${ways}; ${span(available_from, available_to)}` : ways;
  };
}

/** Whether a statement on interests is in force. */
export function StatementBadge({ holds }: { holds: boolean | undefined }) {
  const { t } = useTranslation();
  if (holds === undefined) return null;
  return <StatusBadge tone={holds ? "good" : "warning"}>{t(holds ? "experts.statement.holds" : "experts.statement.missing")}</StatusBadge>;
}
