import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Facts, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import { AnswerForm, type Answer } from "./answer-form";
import classes from "./documents.module.css";
import { useDocumentWords } from "./documents-data";
import { RequestStory } from "./request-story";
import { REQUEST_TONES } from "./requests-part";

const OPEN = ["asked", "taken", "more_needed"];
const FACTS = ["name", "born_on", "birth_place", "mother", "father"] as const;

/** One request, as a clerk sees it: the document, what of the person it needs, its story, and the answer. */
export function RegistryRequestPage({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDocumentWords();
  const path = { params: { path: { request_id: requestId } } };
  const query = useQuery({ queryKey: ["registry", "request", requestId], queryFn: () => body(api.GET("/api/registry/requests/{request_id}", path)) });
  const answer = useAction((given: Answer) => body(api.POST("/api/registry/requests/{request_id}/answer", { ...path, body: given })),
    { refresh: [["registry"]], said: t("documents.answer.said") });
  const request = query.data;
  if (!request) return <Waiting for={query} />;
  const facts = FACTS.flatMap((fact) => {
    const value = request.shown[fact];
    return value ? [{ label: t(`documents.shown.${fact}`), value: fact === "born_on" ? format.partialDate(value) : value }] : [];
  });
  return (
    <Page title={words.document(request.document)} breadcrumbs={[{ to: "/registry", label: t("documents.registry.page") }]}
          lead={t(OPEN.includes(request.state) ? "documents.request.waiting" : "documents.request.took", { count: request.days })}>
      <div className={classes.line}><StatusBadge tone={REQUEST_TONES[request.state]}>{t(`documents.request.state.${request.state}`)}</StatusBadge></div>
      <Section title={t("documents.registry.for_whom")}>
        <Facts of={facts} />
        {request.asked_by && <p className={classes.quiet}>{t("documents.registry.asked_by", { name: request.asked_by.name })}</p>}
      </Section>
      {OPEN.includes(request.state) && (
        <Section title={t("documents.answer.title")}>
          {request.state === "more_needed" && <p className={classes.quiet}>{t("documents.registry.waits_for_worker")}</p>}
          <AnswerForm key={request.version} request={request} action={answer} />
        </Section>)}
      <Section title={t("documents.registry.story")}><RequestStory moves={request.moves} /></Section>
    </Page>
  );
}
