import { useTranslation } from "react-i18next";
import { DRAFT_PREFIX } from "../session/kept-on-device";
import { useSession } from "../session/session";
import { Icon, Link } from "../ui";
import classes from "./notes.module.css";

/** Case files of whose visits a note is half-written on this device, by this account. */
export function halfWritten(account: string, names: readonly string[]): string[] {
  const beginning = `${DRAFT_PREFIX}${account}.visit.`;
  return names.filter((name) => name.startsWith(beginning)).map((name) => name.slice(beginning.length));
}

/** Tells of notes that were begun on this device and not sent, and leads back to them. */
export function HalfWritten() {
  const { t } = useTranslation();
  const account = useSession().session?.account.username ?? "";
  const files = halfWritten(account, Object.keys(localStorage));
  if (files.length === 0) return null;
  return (
    <ul className={classes.cards} aria-label={t("notes.visit.unsent")}>
      {files.map((caseId) => (
        <li key={caseId} className={classes.said}>
          <Icon name="edit" size={18} /> <Link to="/cases/$caseId/visit" params={{ caseId }}>{t("notes.visit.unsent")}</Link>
        </li>))}
    </ul>
  );
}
