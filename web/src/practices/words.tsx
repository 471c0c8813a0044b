import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../ui";
import type { PracticeKind, PracticeLine } from "./queries";

const TONES: Record<PracticeLine["stage"], Tone> = {
  draft: "neutral", clearance: "waiting", review: "waiting", reviewed: "info", published: "good", superseded: "neutral", retired: "neutral",
};

export function StageBadge({ stage }: { stage: PracticeLine["stage"] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[stage]}>{t(`practices.stage.${stage}`)}</StatusBadge>;
}

/** A lesson stands beside a practice as its equal: both say by a badge what they are. */
export function KindBadge({ kind }: { kind: PracticeKind }) {
  const { t } = useTranslation();
  return <StatusBadge tone="info" icon={kind === "practice" ? "heart" : "quote"}>{t(`practices.kind.${kind}`)}</StatusBadge>;
}

export function ExampleBadge() {
  const { t } = useTranslation();
  return <StatusBadge tone="neutral" icon="info">{t("practices.example")}</StatusBadge>;
}

/** "2019–2023", or "since 2019" while it goes on. */
export function useYears(): (years: { year_from: number; year_to?: number | undefined }) => string {
  const { t } = useTranslation();
  return ({ year_from, year_to }) => year_to === undefined ? t("practices.years_open", { from: year_from })
    : year_to === year_from ? `${year_from}` : t("practices.years", { from: year_from, to: year_to });
}
