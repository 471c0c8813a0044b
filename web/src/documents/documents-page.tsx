import { useTranslation } from "react-i18next";
import { CaseFrame } from "../casework/parts";
import { Link, Section, Waiting } from "../ui";
import { ChainList } from "./chain-list";
import classes from "./documents.module.css";
import { useChain } from "./documents-data";
import { KinshipPart } from "./kinship-part";
import { NationalityPart } from "./nationality-part";
import { NextThing } from "./next-thing";
import { PapersList } from "./papers-list";
import { RequestsPart } from "./requests-part";

function Documents({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const query = useChain(personId);
  const chain = query.data;
  if (!chain) return <Waiting for={query} />;
  return (
    <>
      <NextThing chain={chain} />
      <Section title={t("documents.chain.title")}>
        <p className={classes.quiet}>{t("documents.chain.lead")}</p>
        <ChainList chain={chain} />
      </Section>
      <RequestsPart chain={chain} />
      <NationalityPart chain={chain} />
      <KinshipPart chain={chain} />
      <Section title={t("documents.papers.title")}
               actions={<Link to="/people/$personId" params={{ personId }}>{t("documents.papers.change")}</Link>}>
        <PapersList papers={chain.papers} />
      </Section>
    </>
  );
}

/** A person's papers: what to do next, the whole chain, what was asked of whom. */
export function DocumentsPage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="documents">{(file) => <Documents personId={file.person.id} />}</CaseFrame>;
}
