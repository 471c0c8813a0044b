import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../ui";
import type { Conference } from "./course-data";

const TONES: Record<Conference["state"], Tone> = { planned: "waiting", held: "good", cancelled: "info" };

export function ConferenceState({ conference }: { conference: Pick<Conference, "state"> }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[conference.state]}>{t(`course.conference.state.${conference.state}`)}</StatusBadge>;
}
