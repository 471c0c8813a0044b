import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Account } from "../session/account";
import { instanceQuery, sessionQuery, type Session } from "../session/session";
import type { NavEntry } from "../ui/area";
import { Shell } from "../ui/shell";

/** The entries this reader may follow. */
export function entriesFor(nav: NavEntry[], session: Session | null): NavEntry[] {
  const holds = (rights: string[]) => rights.some((right) => session?.permissions.includes(right));
  return nav.filter(({ needs, open, guests, demo }) => {
    if (demo && !session?.instance.demo) return false;
    if (!session) return Boolean(open || guests);
    return !guests && (open || !needs || holds(needs));
  });
}

/** The shell around every page of an app. */
export function Frame({ name, nav, search: Search }: { name: string; nav: NavEntry[]; search?: ComponentType }) {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery).data ?? null;
  const instance = useQuery(instanceQuery).data ?? session?.instance;
  const place = instance?.kind === "node" ? t(`common.country.${instance.code.toUpperCase()}`, { defaultValue: instance.name }) : undefined;
  return (
    <Shell name={t(name)} place={place} banner={instance?.demo ? t("common.demo") : undefined}
           nav={entriesFor(nav, session)} search={Search && <Search />} account={<Account />}>
      <Outlet />
    </Shell>
  );
}
