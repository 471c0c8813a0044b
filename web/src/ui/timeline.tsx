import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icon";
import classes from "./timeline.module.css";

export interface TimelineEntry {
  key: string;
  /** When, as text. */
  when: string;
  title: ReactNode;
  icon?: IconName;
  content?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className={classes.timeline}>
      {entries.map(({ key, when, title, icon = "check", content }) => (
        <li key={key}>
          <span className={classes.mark}><Icon name={icon} size={16} /></span>
          <div>
            <div className={classes.title}>{title}</div>
            <div className={classes.when}>{when}</div>
            {content && <div className={classes.content}>{content}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where in a sequence we are. `current` is the key of the step that is being done; null when all are done. */
export function Steps({ label, steps, current }: { label: string; steps: { key: string; label: string }[]; current: string | null }) {
  const { t } = useTranslation();
  const now = current === null ? steps.length : steps.findIndex(({ key }) => key === current);
  const state = (i: number) => (i < now ? "done" : i === now ? "current" : "ahead");
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map((step, i) => (
        <li key={step.key} data-state={state(i)} aria-current={i === now ? "step" : undefined}>
          <span className={classes.dot}>{i < now ? <Icon name="check" size={14} /> : i + 1}</span>
          <span>{step.label}<span className={classes.spoken}>, {t(`common.steps.${state(i)}`)}</span></span>
        </li>
      ))}
    </ol>
  );
}
