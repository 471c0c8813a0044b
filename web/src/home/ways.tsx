import { useTranslation } from "react-i18next";
import { key } from "../i18n/key";
import { useSession } from "../session/session";
import { ButtonLink, Icon, Section, type IconName } from "../ui";
import classes from "./home.module.css";

interface Way {
  to: string;
  icon: IconName;
  label: string;
  needs: string[];
}

const WAYS: Way[] = [
  { to: "/my-people", icon: "people", label: key("home.way.my_people"), needs: ["write_sealed_note"] },
  { to: "/people", icon: "people", label: key("home.way.register"), needs: ["list_register"] },
  { to: "/arrivals", icon: "upload", label: key("home.way.arrivals"), needs: ["import_arrivals"] },
  { to: "/returns", icon: "chart", label: key("home.way.returns"), needs: ["prepare_return", "sign_return", "read_returns"] },
  { to: "/providers", icon: "services", label: key("home.way.providers"), needs: ["manage_providers"] },
];

/** Words for those whose work is done on the machine and not on a page. */
const NOTES = [
  { label: key("home.note.audit"), needs: "read_audit" },
  { label: key("home.note.accounts"), needs: "manage_accounts" },
];

/** The ways on from the first page, as this reader's role has them. */
export function Ways() {
  const { t } = useTranslation();
  const { can } = useSession();
  const ways = WAYS.filter(({ needs }) => needs.some(can));
  const notes = NOTES.filter(({ needs }) => can(needs));
  if (ways.length + notes.length === 0) return null;
  return (
    <Section title={t(ways.length > 0 ? "home.ways" : "home.notes")} plain>
      {ways.length > 0 && (
        <div className={classes.ways}>
          {ways.map(({ to, icon, label }) => (
            <ButtonLink key={to} to={to} variant="default" className={classes.big} justify="flex-start" leftSection={<Icon name={icon} size={24} />}>
              {t(label)}
            </ButtonLink>))}
        </div>)}
      {notes.map(({ label }) => <p key={label} className={classes.words}>{t(label)}</p>)}
    </Section>
  );
}
