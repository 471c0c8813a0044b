import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useSession } from "../session/session";
import { Icon, Link, Section, Waiting, type IconName } from "../ui";
import classes from "./home.module.css";

/** How many of the register match; one person is asked for, only the count is looked at. */
async function countPeople(filter: Schemas["RegisterFilter"]): Promise<number> {
  return (await body(api.POST("/api/register/search", { body: { ...filter, limit: 1 } }))).total;
}

interface Line {
  key: string;
  icon: IconName;
  /** Whom it concerns. */
  needs: string;
  count: () => Promise<number>;
  to: string;
  search?: Record<string, string>;
}

const LINES: Line[] = [
  { key: "no_worker", icon: "person", needs: "assign_person", count: () => countPeople({ assigned_to: "nobody" }), to: "/people", search: { worker: "nobody" } },
  { key: "no_case", icon: "folder", needs: "open_case", count: () => countPeople({ step: "none" }), to: "/people", search: { step: "none" } },
  { key: "duplicates", icon: "copies", needs: "review_duplicates", to: "/duplicates",
    count: async () => (await body(api.GET("/api/duplicates", { params: { query: { limit: 1 } } }))).total },
];

/** What is still to do in the register: people without a social worker or a case file, records that may be one person. */
export function RegisterPanel() {
  const { t } = useTranslation();
  const { can } = useSession();
  const lines = LINES.filter(({ needs }) => can(needs));
  const counts = useQuery({
    queryKey: ["register", "waiting", ...lines.map(({ key }) => key)],
    queryFn: () => Promise.all(lines.map(({ count }) => count())),
  });
  if (lines.length === 0) return null;
  const open = counts.data ? lines.flatMap((line, i) => (counts.data[i] ? [{ ...line, total: counts.data[i] }] : [])) : [];
  return (
    <Section title={t("home.register.title")}>
      {!counts.data && <Waiting for={counts} />}
      {counts.data && open.length === 0 && <p className={classes.quiet}>{t("home.register.all_well")}</p>}
      {open.length > 0 && (
        <ul className={classes.tasks}>
          {open.map(({ key, icon, total, to, search }) => (
            <li key={key} className={classes.task}>
              <span className={classes.mark}><Icon name={icon} /></span>
              <span className={classes.what}>
                <Link to={to} search={search} className={classes.way}>{t(`home.register.${key}`, { count: total })}</Link>
              </span>
            </li>))}
        </ul>)}
    </Section>
  );
}
