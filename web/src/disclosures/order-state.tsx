import { useTranslation } from "react-i18next";
import { DueBadge, StatusBadge, type Tone } from "../ui";
import type { LawfulOrder } from "./orders-data";

const TONES: Record<LawfulOrder["state"], Tone> = { recorded: "waiting", proposed: "waiting", disclosed: "good", refused: "neutral" };

/** How an order stands; for how long it may still be answered, or from when the person is to be told. */
export function OrderState({ order }: { order: LawfulOrder }) {
  const { t } = useTranslation();
  const due = order.state === "recorded" || order.state === "proposed" ? order.answer_by : order.told_on ? undefined : order.tell_on;
  return (
    <>
      <StatusBadge tone={TONES[order.state]}>{t(`disclosures.state.${order.state}`)}</StatusBadge>
      {due && <> <DueBadge on={due} /></>}
    </>
  );
}
