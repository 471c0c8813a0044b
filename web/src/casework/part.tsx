import type { ReactNode } from "react";
import { Section } from "../ui";
import classes from "./casework.module.css";

/** The parts of the page of a case file, in the order of the work. */
export const PARTS = ["needs", "plan", "services", "visits", "survey", "closure", "history"] as const;
export type PartName = (typeof PARTS)[number];

/** One part of the page, which `/cases/…#<name>` leads to. */
export function Part({ name, title, actions, children }:
  { name: PartName; title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <div id={name} tabIndex={-1} className={classes.part}>
      <Section title={title} actions={actions}>{children}</Section>
    </div>
  );
}
