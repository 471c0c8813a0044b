import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Link, Section, Waiting } from "../ui";
import classes from "./home.module.css";

/** Records that may be one person: how many wait for a human decision. */
export function DuplicatesPanel() {
  const { t } = useTranslation();
  const waiting = useQuery({
    queryKey: ["duplicates", "count"], queryFn: () => body(api.GET("/api/duplicates", { params: { query: { limit: 1 } } })) });
  const total = waiting.data?.total;
  return (
    <Section title={t("home.duplicates.title")}>
      {total === undefined && <Waiting for={waiting} />}
      {total === 0 && <p className={classes.quiet}>{t("home.duplicates.none")}</p>}
      {total !== undefined && total > 0 && (
        <p className={classes.words}>{t("home.duplicates.waiting", { count: total })} <Link to="/duplicates">{t("home.duplicates.go")}</Link></p>)}
    </Section>
  );
}
