import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../session/session";
import { ButtonLink, Link, Page, Waiting, useFormat } from "../ui";
import { useCase, type Case } from "./case-data";
import classes from "./casework.module.css";

/** The pages of one case file, in the order in which their links stand; each at /cases/…/<name>, the work itself at /cases/…. */
const PAGES: readonly { name: string; to: string; shown?: (file: Case) => boolean; needs?: string }[] = [
  { name: "work", to: "/cases/$caseId" },
  { name: "child", to: "/cases/$caseId/child", shown: (file) => file.child_page },
  { name: "documents", to: "/cases/$caseId/documents" },
  { name: "sharing", to: "/cases/$caseId/sharing" },
  { name: "referrals", to: "/cases/$caseId/referrals", needs: "refer" },
  { name: "grants", to: "/cases/$caseId/grants", needs: "manage_grants" },
  { name: "notes", to: "/cases/$caseId/notes" },
  { name: "papers", to: "/cases/$caseId/papers" },
  { name: "course", to: "/cases/$caseId/course" },
];

function PersonLine({ file: { person, worker } }: { file: Case }) {
  const { t } = useTranslation();
  const format = useFormat();
  const age = person.age === undefined ? null : t("casework.age", { count: person.age });
  const born = person.born_on ? t("casework.born", { date: format.partialDate(person.born_on) }) : null;
  const cared = worker ? t("casework.worker", { name: worker.name }) : t("casework.no_worker");
  return <>{[person.code, person.sex === "unknown" ? null : t(`common.sex.${person.sex}`), age, born, cared].filter(Boolean).join(" · ")}</>;
}

/** What all pages of a case file share: whose it is, and the ways between them. `at` names the page that is open. */
export function CaseFrame({ caseId, at, children }: { caseId: string; at: string; children: (file: Case) => ReactNode }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const query = useCase(caseId);
  const file = query.data;
  if (!file) return <Waiting for={query} />;
  const pages = PAGES.filter(({ shown, needs }) => (!shown || shown(file)) && (!needs || can(needs)));
  return (
    <Page title={file.person.name} lead={<PersonLine file={file} />} breadcrumbs={[{ to: "/", label: t("common.home") }]}
          actions={<ButtonLink variant="default" to="/people/$personId" params={{ personId: file.person.id }}>{t("casework.to_person")}</ButtonLink>}>
      {pages.length > 1 && (
        <nav aria-label={t("casework.pages.label")}>
          <ul className={classes.pages}>
            {pages.map(({ name, to }) => (
              <li key={name}>
                <Link to={to} params={{ caseId }} exact aria-current={name === at ? "page" : undefined}>{t(`casework.pages.${name}`)}</Link>
              </li>))}
          </ul>
        </nav>
      )}
      {children(file)}
    </Page>
  );
}
