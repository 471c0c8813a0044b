import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem";
import { useSession } from "../session/session";
import type { NavEntry } from "../ui/area";
import { Icon } from "../ui/icon";
import { ButtonLink } from "../ui/link";
import { Page } from "../ui/page";
import { Empty, ProblemNotice } from "../ui/waiting";
import { entriesFor } from "./frame";
import classes from "./own-pages.module.css";

/** No such address. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("common.not_found_title")}>
      <Empty title={t("common.not_found_hint")} icon="search"><ButtonLink to="/">{t("common.to_home")}</ButtonLink></Empty>
    </Page>
  );
}

/** A page that could not be drawn. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={t("common.problem.title")}>
      <ProblemNotice problem={asProblem(error)} retry={() => void router.invalidate()} />
    </Page>
  );
}

/** The first page where no area brings its own: the ways on, in words. */
export function StartPage({ nav }: { nav: NavEntry[] }) {
  const { t } = useTranslation();
  const { session } = useSession();
  return (
    <Page title={t("common.greeting", { name: session?.account.name ?? "" })} lead={t("common.greeting_lead")}>
      <div className={classes.ways}>
        {entriesFor(nav, session).filter(({ to }) => to !== "/").map(({ to, label, icon }) => (
          <ButtonLink key={to} to={to} variant="default" className={classes.way} leftSection={<Icon name={icon} size={26} />}
                      justify="flex-start">{t(label)}</ButtonLink>
        ))}
      </div>
    </Page>
  );
}
