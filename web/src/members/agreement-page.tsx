import { Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { filled } from "./body-forms";
import classes from "./members.module.css";
import { BODIES, type Agreement } from "./queries";
import { ExpiryBadge, useSpan } from "./words";
import { useSession } from "../session/session";
import { Papers } from "../papers/papers";
import { ButtonLink, DateField, DueBadge, Empty, Facts, Form, Link, Page, RadioField, Section, StatusBadge, TextArea, TextField, useFormat, Waiting } from "../ui";
import { Opening } from "../ui/opening";

type Deliverable = Schemas["Deliverable"];

function AddDeliverable({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { title: "", due_on: null as string | null } });
  const add = useAction((values: typeof form.values) => body(api.POST("/api/agreements/{agreement_id}/deliverables", {
    params: { path: { agreement_id: id } }, body: { ...filled(values), title: values.title } })), { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={add} submit={t("agreements.add_deliverable")} close={close}>
      <TextField label={t("agreements.field.deliverable")} required maxLength={400} {...form.getInputProps("title")} />
      <DateField label={t("agreements.field.due_on")} {...form.getInputProps("due_on")} />
    </Form>
  );
}

function Report({ agreement, deliverable, close }: { agreement: Agreement; deliverable: Deliverable; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { state: deliverable.state, evidence: deliverable.evidence } });
  const report = useAction((values: typeof form.values) => body(api.PUT("/api/agreements/{agreement_id}/deliverables/{deliverable_id}", {
    params: { path: { agreement_id: agreement.id, deliverable_id: deliverable.id } }, body: { version: deliverable.version, ...values } })),
  { refresh: BODIES, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={report} submit={t("common.save")} close={close}>
      <RadioField label={t("agreements.field.standing")} required {...form.getInputProps("state")}
                  choices={(["open", "done", "dropped"] as const).map((state) => ({ value: state, label: t(`agreements.deliverable.${state}`) }))} />
      <TextArea label={t("agreements.field.evidence")} description={t("agreements.evidence_hint")} limit={2000} {...form.getInputProps("evidence")} />
    </Form>
  );
}

function DeliverableCard({ agreement, deliverable }: { agreement: Agreement; deliverable: Deliverable }) {
  const { t } = useTranslation();
  const { title, due_on, state, evidence } = deliverable;
  const tone = state === "done" ? "good" : state === "dropped" ? "neutral" : "waiting";
  return (
    <article className={classes.card} aria-label={title}>
      <Stack gap="xs">
        <Group gap="sm">
          <b>{title}</b> <StatusBadge tone={tone}>{t(`agreements.deliverable.${state}`)}</StatusBadge>
          {state === "open" && due_on && <DueBadge on={due_on} />}
        </Group>
        {evidence && <Text className={classes.note}>{evidence}</Text>}
        {agreement.allows.report && (
          <Opening label={t("agreements.report")} spoken={`${t("agreements.report")}: ${title}`} variant="default" size="compact-md">
            {(close) => <Report agreement={agreement} deliverable={deliverable} close={close} />}
          </Opening>)}
      </Stack>
    </article>
  );
}

function About({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = useSpan();
  const { kind, signed_on, force_from, force_to, parties, note, source, source_url, marking } = agreement;
  return (
    <Facts of={[
      { label: t("agreements.field.kind"), value: t(`agreements.kind.${kind}`) },
      { label: t("agreements.field.parties"), value: parties.map(({ code, name }) => <div key={code}><Link to="/members/$code" params={{ code }}>{name}</Link></div>) },
      { label: t("agreements.field.signed_on"), value: format.partialDate(signed_on) },
      { label: t("agreements.field.in_force"), value: <>{span(force_from, force_to)} <ExpiryBadge agreement={agreement} /></> },
      { label: t("agreements.field.marking"), value: t(`agreements.marking.${marking}`) },
      { label: t("agreements.field.note"), value: note ? <span className={classes.note}>{note}</span> : null },
      { label: t("agreements.field.source"), value: source_url ? <a href={source_url} rel="noreferrer">{source}</a> : source },
    ]} />
  );
}

/** One agreement: who agreed what, until when, and what came of it. */
export function AgreementPage({ agreementId }: { agreementId: string }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const member = useSession().can("read_council");
  const query = useQuery({
    queryKey: ["agreements", agreementId, language, member],
    queryFn: () => {
      const params = { path: { agreement_id: agreementId }, query: { language } };
      return member ? body(api.GET("/api/agreements/{agreement_id}", { params })) : body(api.GET("/api/public/agreements/{agreement_id}", { params }));
    },
  });
  if (!query.data) return <Waiting for={query} />;
  const agreement = query.data;
  const edits = agreement.allows.edit;
  return (
    <Page title={agreement.title} breadcrumbs={[{ to: "/agreements", label: t("agreements.nav") }]} actions={edits &&
      <ButtonLink to="/agreements/$agreementId/edit" params={{ agreementId }} variant="default">{t("common.edit")}</ButtonLink>}>
      <Section title={t("agreements.about")}><About agreement={agreement} /></Section>
      <Section title={t("agreements.deliverables")}>
        {agreement.deliverables.map((deliverable) => <DeliverableCard key={deliverable.id} agreement={agreement} deliverable={deliverable} />)}
        {agreement.deliverables.length === 0 && <Empty title={t("agreements.no_deliverables")} icon="task" />}
        {edits && <Opening label={t("agreements.add_deliverable")} variant="default">{(close) => <AddDeliverable id={agreementId} close={close} />}</Opening>}
      </Section>
      <Papers of="agreement" id={agreementId} mayAdd={edits} />
    </Page>
  );
}
