import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { StatusBadge, type Tone } from "../ui";

const TONES: Record<Schemas["ReturnState"], Tone> = {
  draft: "waiting", ready: "info", released: "good", replaced: "neutral", corrected: "neutral", withdrawn: "neutral",
};

/** How far a return is. */
export function StateBadge({ state }: { state: Schemas["ReturnState"] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[state]}>{t(`statistics.state.${state}`)}</StatusBadge>;
}
