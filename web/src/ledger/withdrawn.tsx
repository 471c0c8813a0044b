import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useStateName } from "../i18n/states";
import { useFormat } from "../ui";

type Withdrawn = Schemas["ReleaseList"]["withdrawn"][number];

/** That a State took a return back, when and why. */
export function WithdrawnNote({ of }: { of: Withdrawn }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  return (
    <Alert color="yellow" title={t("ledger.withdrawn_return", { state: stateName(of.state), year: of.year, date: format.dayOf(of.withdrawn_at) })}>
      {of.reason}
    </Alert>
  );
}
