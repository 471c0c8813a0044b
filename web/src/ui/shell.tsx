import { ActionIcon, Drawer, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link as RouterLink, useRouterState } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { NavEntry } from "./area";
import { Icon, Mark } from "./icon";
import { LanguageSelect, ThemeSelect, ThemeSwitch } from "./preferences";
import classes from "./shell.module.css";

interface ShellProps {
  /** The app's name and, under it, whose installation it is. */
  name: string;
  place?: string;
  /** A line over everything, such as that all people here are invented. */
  banner?: string;
  nav: NavEntry[];
  /** A way to search, in the header. */
  search?: ReactNode;
  /** Who is signed in and how to sign out, or the way to sign in: for the header, and for a phone's menu. */
  account: ReactNode;
  children: ReactNode;
}

function Entries({ entries }: { entries: NavEntry[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.nav}>
      {entries.map(({ to, label, icon }) => (
        <li key={to}>
          <RouterLink to={to} className={classes.entry} activeOptions={{ exact: to === "/" }}>
            <Icon name={icon} /><span>{t(label)}</span>
          </RouterLink>
        </li>
      ))}
    </ul>
  );
}

const SHORT = 8; // entries that need no headings

/** Entries, where there are many under their headings; a heading stands where its first entry does. */
function Navigation({ nav }: { nav: NavEntry[] }) {
  const { t } = useTranslation();
  if (nav.length <= SHORT) return <nav aria-label={t("common.main_navigation")}><Entries entries={nav} /></nav>;
  const groups = [...new Set([undefined, ...nav.map(({ group }) => group)])];
  return (
    <nav aria-label={t("common.main_navigation")}>
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group && <p className={classes.group}>{t(group)}</p>}
          <Entries entries={nav.filter((entry) => entry.group === group)} />
        </div>
      ))}
    </nav>
  );
}

/** The frame of every page: header, navigation (a drawer on a phone), content. */
export function Shell({ name, place, banner, nav, search, account, children }: ShellProps) {
  const { t } = useTranslation();
  const [menu, { open, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);

  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>{t("common.skip")}</a>
      <header className={classes.header}>
        <ActionIcon className={classes.burger} variant="transparent" size="xl" aria-label={t("common.menu")}
                    aria-expanded={menu} aria-haspopup="dialog" onClick={open}>
          <Icon name="menu" size={24} />
        </ActionIcon>
        <RouterLink to="/" className={classes.brand}>
          <Mark />
          <span className={classes.names}><b>{name}</b>{place && <small>{place}</small>}</span>
        </RouterLink>
        {search}
        <div className={classes.tools}><LanguageSelect onDark /><ThemeSelect />{account}</div>
      </header>
      {banner && <aside className={classes.banner} aria-label={t("common.notice")}>{banner}</aside>}
      <div className={classes.body} data-nav={nav.length > 1}>
        {nav.length > 1 && <div className={classes.side}><div className={classes.rail}><Navigation nav={nav} /></div></div>}
        <main id="content" tabIndex={-1} className={classes.main}>{children}</main>
      </div>
      <Drawer opened={menu} onClose={close} size="19rem" title={t("common.menu")} closeButtonProps={{ "aria-label": t("common.close") }}>
        <Stack gap="lg">
          <Navigation nav={nav} />
          <LanguageSelect />
          <ThemeSwitch />
          <div className={classes.drawerAccount}>{account}</div>
        </Stack>
      </Drawer>
    </div>
  );
}
