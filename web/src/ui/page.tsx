import { Breadcrumbs, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAppName } from "./app-name";
import { Link } from "./link";
import classes from "./page.module.css";

interface Crumb {
  to: string;
  label: string;
  params?: Record<string, string>;
}

interface PageProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  breadcrumbs?: Crumb[];
  /** Buttons and links beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

// The first page of a visit keeps the browser's own focus; each later one moves it to its title.
let arrived = false;

/** A page: its title (also of the window), where it stands, what can be done, its content. */
export function Page({ title, lead, breadcrumbs = [], actions, children }: PageProps) {
  const { t } = useTranslation();
  const appName = useAppName();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  useEffect(() => {
    document.title = `${title} – ${appName}`;
  }, [title, appName]);

  return (
    <Stack gap="lg">
      <div>
        {breadcrumbs.length > 0 && (
          <nav aria-label={t("common.breadcrumbs")}>
            <Breadcrumbs separator="/" mb="xs" className={classes.crumbs}>
              {breadcrumbs.map(({ label, ...target }) => <Link key={target.to + label} size="sm" {...target}>{label}</Link>)}
            </Breadcrumbs>
          </nav>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} ref={heading} tabIndex={-1}>{title}</Title>
          {actions && <Group gap="sm" data-no-print>{actions}</Group>}
        </Group>
        {lead && <Text c="dimmed" mt="xs" component="div">{lead}</Text>}
      </div>
      {children}
    </Stack>
  );
}

/** A titled block of a page. `plain` leaves out the paper under it. */
export function Section({ title, actions, plain = false, children }:
  { title: string; actions?: ReactNode; plain?: boolean; children: ReactNode }) {
  const id = useId();
  const content = (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={2} id={id}>{title}</Title>
        {actions && <Group gap="sm" data-no-print>{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
  return plain
    ? <section aria-labelledby={id}>{content}</section>
    : <Paper component="section" aria-labelledby={id} className={classes.paper}>{content}</Paper>;
}

/** Facts about one thing: a list of term and value. Entries with a null value are left out. */
export function Facts({ of }: { of: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={classes.facts}>
      {of.filter(({ value }) => value !== null && value !== undefined).map(({ label, value }) => (
        <div key={label}><dt>{label}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}
