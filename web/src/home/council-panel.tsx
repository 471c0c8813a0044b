import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { DueBadge, Icon, Link, Section, Waiting } from "../ui";
import lines from "../ui/lines.module.css";
import classes from "./home.module.css";

const AT_MOST = 5;

/** What the Council asked of this State and is not done yet. */
export function CouncilPanel() {
  const { t } = useTranslation();
  const actions = useQuery({ queryKey: ["actions"], queryFn: () => body(api.GET("/api/actions")) });
  const open = actions.data?.items.filter(({ state }) => state === "open") ?? [];
  return (
    <Section title={t("home.council.title")} actions={<Link to="/actions">{t("home.council.all")}</Link>}>
      {!actions.data && <Waiting for={actions} />}
      {actions.data && open.length === 0 && <p className={classes.quiet}>{t("home.council.none")}</p>}
      {open.length > 0 && (
        <ul className={lines.lines}>
          {open.slice(0, AT_MOST).map(({ id, title, session, due_on }) => (
            <li key={id} className={lines.line}>
              <span className={lines.mark}><Icon name="decision" /></span>
              <span className={lines.what}>
                <Link to="/actions" className={lines.way}>{title}</Link>
                {session && <span className={lines.whom}>{session}</span>}
              </span>
              <DueBadge on={due_on} />
            </li>))}
        </ul>)}
    </Section>
  );
}
