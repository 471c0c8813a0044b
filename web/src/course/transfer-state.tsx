import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../ui";
import type { Transfer } from "./course-data";

const TONES: Record<Transfer["state"], Tone> = { waiting: "waiting", accepted: "good", refused: "warning", withdrawn: "info" };

export function TransferState({ state }: { state: Transfer["state"] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[state]}>{t(`course.transfer.state.${state}`)}</StatusBadge>;
}
