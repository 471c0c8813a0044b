import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { Page, Section, Waiting } from "../ui";
import type { DraftInput } from "./draft";
import { DraftForm } from "./draft-form";
import { CHANGED, decisionQuery, type Decision } from "./queries";

function Edit({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = { to: "/decisions/$decisionId", params: { decisionId: decision.id } };
  const save = useAction(({ input, version }: { input: DraftInput; version: number }) => body(api.PUT("/api/decisions/{decision_id}", {
    params: { path: { decision_id: decision.id } }, body: { ...input, version },
  })), { refresh: CHANGED, said: t("common.saved"), done: () => navigate(place as never) });
  return (
    <Page title={t(decision.state === "objected" ? "decisions.revise" : "decisions.edit")}
          breadcrumbs={[{ to: "/decisions", label: t("decisions.nav") }, { ...place, label: decision.title }]}>
      <Section title={t("decisions.about")}><DraftForm decision={decision} action={save} back={place} /></Section>
    </Page>
  );
}

/** A draft to be changed, or a text to be revised after an objection. */
export function EditPage({ decisionId }: { decisionId: string }) {
  const query = useQuery(decisionQuery(decisionId));
  return query.data ? <Edit decision={query.data.decision} /> : <Waiting for={query} />;
}
