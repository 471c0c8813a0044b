import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { ButtonLink, Form, Page, Waiting } from "../ui";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { draftOf, inputOf, type Draft } from "./draft";
import { PracticeFields } from "./practice-fields";
import { practiceQuery, usePracticeAction, type Practice } from "./queries";
import { useUnsaved } from "../ui/unsaved";

/** Writes on a draft. What is typed here is never lost to a colleague who saved first. */
function Editor({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [begun] = useState(() => ({ draft: draftOf(practice), version: practice.version }));
  const form = useForm<Draft>({ initialValues: begun.draft });
  const leave = () => {
    letGo();
    return navigate({ to: "/practices/$practiceId", params: { practiceId: practice.id } } as never);
  };
  const put = (draft: Draft, version: number) => body(api.PUT("/api/practices/{practice_id}", {
    params: { path: { practice_id: practice.id } }, body: inputOf(draft, version) }));
  const save = usePracticeAction((draft: Draft) => put(draft, begun.version), { said: t("common.saved"), done: leave });
  const saveMerged = usePracticeAction(({ draft, version }: { draft: Draft; version: number }) => put(draft, version), { said: t("common.saved"), done: leave });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  // The form asks for itself, but gives way to the comparison.
  const letGo = useUnsaved(meanwhile);
  if (meanwhile) {
    return <ChangedMeanwhile practiceId={practice.id} base={begun.draft} mine={form.getValues()} save={saveMerged} close={leave} />;
  }
  return (
    <Form form={form} action={save} submit={t("practices.save_draft")}
          beside={<ButtonLink to="/practices/$practiceId" params={{ practiceId: practice.id }} variant="default">{t("common.cancel")}</ButtonLink>}>
      <PracticeFields form={form} edition={practice.edition} />
    </Form>
  );
}

export function EditPage({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation();
  const query = useQuery(practiceQuery(practiceId));
  if (!query.data) return <Waiting for={query} />;
  return (
    <Page title={t("practices.edit")} breadcrumbs={[{ to: "/practices", label: t("practices.nav") },
      { to: "/practices/$practiceId", params: { practiceId }, label: t(`practices.kind.${query.data.kind}`) }]}>
      <Editor practice={query.data} />
    </Page>
  );
}
