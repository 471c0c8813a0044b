import { useTranslation } from "react-i18next";
import { StatusBadge, type IconName, type Tone } from "../ui";
import type { Level } from "./case-data";

const LOOKS: Record<Level, [Tone, IconName]> = { none: ["good", "check"], some: ["waiting", "heart"], urgent: ["urgent", "alert"] };

/** How much support is needed in one domain. */
export function LevelBadge({ level }: { level: Level }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[level];
  return <StatusBadge tone={tone} icon={icon}>{t(`casework.level.${level}`)}</StatusBadge>;
}
