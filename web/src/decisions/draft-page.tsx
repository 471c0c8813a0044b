import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { Page, Section } from "../ui";
import type { DraftInput } from "./draft";
import { DraftForm } from "./draft-form";
import { CHANGED, type DecisionPageData } from "./queries";

/** A new draft. */
export function DraftPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useAction(({ input }: { input: DraftInput }) => body(api.POST("/api/decisions/drafts", { body: input })), {
    refresh: CHANGED, said: t("common.saved"),
    done: ({ decision }: DecisionPageData) => navigate({ to: "/decisions/$decisionId", params: { decisionId: decision.id } } as never),
  });
  return (
    <Page title={t("decisions.draft_new")} lead={t("decisions.draft_lead")} breadcrumbs={[{ to: "/decisions", label: t("decisions.nav") }]}>
      <Section title={t("decisions.about")}><DraftForm action={draft} back={{ to: "/decisions" }} /></Section>
    </Page>
  );
}
