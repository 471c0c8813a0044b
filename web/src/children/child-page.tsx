import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CaseFrame } from "../casework/parts";
import { Icon, Waiting } from "../ui";
import { CarePart } from "./care-part";
import { useChild } from "./children-data";
import { ContactPart } from "./contact-part";
import { FamilyPart } from "./family-part";
import { InterestsPart } from "./interests-part";
import { ParentsPart } from "./parents-part";
import { ProtectionPart } from "./protection-part";

function WholePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useChild(caseId);
  const child = query.data;
  if (!child) return <Waiting for={query} />;
  return (
    <>
      {child.of_age && <Alert color="apricot" icon={<Icon name="lock" />} title={t("children.of_age")}>{t("children.of_age_hint")}</Alert>}
      <ProtectionPart child={child} />
      <CarePart child={child} />
      <InterestsPart child={child} />
      <FamilyPart child={child} />
      <ParentsPart child={child} />
      <ContactPart child={child} />
    </>
  );
}

/** Who cares for a child, what is best for them, and how they come or stay together with their family. */
export function ChildPage({ caseId }: { caseId: string }) {
  return <CaseFrame caseId={caseId} at="child">{() => <WholePage caseId={caseId} />}</CaseFrame>;
}
