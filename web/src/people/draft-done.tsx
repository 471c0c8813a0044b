import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { ButtonLink, Facts, Section, useFormat } from "../ui";
import type { Draft } from "./draft-page";
import { RefusedDownload } from "./draft-rows";

/** The end of an import: what was done, and where to go on. */
export function DraftDone({ draft, result }: { draft: Draft; result: Schemas["ImportResult"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const register = draft.stage_id ? { search: { operation: `stage:${draft.stage_id}` } } : {};
  return (
    <Section title={t("people.arrivals.step_import")}>
      <Facts of={[
        { label: t("people.arrivals.made"), value: format.number(result.persons) },
        { label: t("people.arrivals.joined"), value: format.number(result.joined) },
        { label: t("people.arrivals.made_families"), value: format.number(result.families) },
        { label: t("people.arrivals.refused"), value: format.number(result.refused) },
        { label: t("people.arrivals.undecided"), value: format.number(result.undecided) },
      ]} />
      {result.refused > 0 && <RefusedDownload draftId={draft.id} />}
      <Group>
        <ButtonLink to="/people" {...register}>{t("people.arrivals.to_register")}</ButtonLink>
        {result.undecided > 0 && <ButtonLink to="/duplicates" variant="default">{t("people.arrivals.to_duplicates")}</ButtonLink>}
        <ButtonLink to="/arrivals" variant="default">{t("people.arrivals.another")}</ButtonLink>
      </Group>
    </Section>
  );
}
