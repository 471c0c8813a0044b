import { Icon, type IconName } from "./icon";
import classes from "./status-badge.module.css";

export type Tone = "neutral" | "info" | "good" | "waiting" | "warning" | "urgent";

const ICONS: Record<Tone, IconName> = {
  neutral: "file", info: "info", good: "check", waiting: "clock", warning: "alert", urgent: "alert",
};

/** A state: a word, an icon and a colour, so that none of them is needed alone. */
export function StatusBadge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon name={icon ?? ICONS[tone]} size={16} />
      <span>{children}</span>
    </span>
  );
}
