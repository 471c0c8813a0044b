import { Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { ActionButton, ButtonLink, ConfirmDialog, Form, Icon, Opening, Section, Steps, TextArea, Timeline, useFormat } from "../ui";
import { Correction, Renewal } from "./upkeep";
import { steps, usePracticeAction, type Practice } from "./queries";
import { missing } from "./template";

const WAY = ["draft", "clearance", "review", "reviewed", "published"] as const;

function Reason({ label, action, close, submit }: { label: string; action: ReturnType<typeof usePracticeAction<{ reason: string }>>; close: () => void; submit: string }) {
  const form = useForm({ initialValues: { reason: "" } });
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <TextArea label={label} required limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

function ToSubmit({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const submit = usePracticeAction(() => steps(practice.id).submit(practice.version), { said: t("practices.step.submitted") });
  const gap = missing(practice.texts);
  if (gap) {
    return <Text>{t("practices.not_complete", { language: t(`common.language_name.${gap.language}`), fields:
      gap.fields.map((field) => field === "title" ? t("practices.field.title") : t(`practices.template.${practice.kind}.${field}`)).join(", ") })}</Text>;
  }
  return <><Text c="dimmed">{t("practices.work.submit_hint")}</Text><ActionButton action={submit}>{t("practices.work.submit")}</ActionButton></>;
}

/** What this reader may do with the text now. */
function Doing({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const does = steps(practice.id);
  const clear = usePracticeAction(() => does.clear(), { said: t("practices.step.cleared") });
  const giveBack = usePracticeAction(does.giveBack, { said: t("practices.step.returned") });
  const publish = usePracticeAction(() => does.publish(), { said: t("practices.step.published") });
  const retire = usePracticeAction(does.retire, { said: t("practices.step.retired") });
  const begin = usePracticeAction(() => does.beginEdition(), { done: ({ id }) => navigate({ to: "/practices/$practiceId/edit", params: { practiceId: id } } as never) });
  const { allows, stage } = practice;
  return (
    <>
      {allows.submit && <ToSubmit practice={practice} />}
      {stage === "clearance" && !allows.clear && <Text c="dimmed">{t("practices.work.waits_second")}</Text>}
      {stage === "reviewed" && allows.give_back && !allows.publish && <Text>{t("practices.work.not_recommended")}</Text>}
      {allows.clear && <Text>{t("practices.work.clear_hint")}</Text>}
      <Group align="flex-start">
        {allows.edit && <ButtonLink to="/practices/$practiceId/edit" params={{ practiceId: practice.id }} variant="default" leftSection={<Icon name="edit" size={18} />}>{t("practices.edit")}</ButtonLink>}
        {allows.clear && <ActionButton action={clear}>{t("practices.work.clear")}</ActionButton>}
        {allows.publish && <ConfirmDialog action={publish} button={t("practices.work.publish")} title={t("practices.work.publish")} confirm={t("practices.work.publish")} buttonProps={{ variant: "filled" }}>{t("practices.work.publish_hint")}</ConfirmDialog>}
        {allows.begin_edition && <ActionButton variant="default" action={begin}>{t("practices.work.new_edition")}</ActionButton>}
      </Group>
      {allows.give_back && <Opening label={t("practices.work.give_back")} variant="default">{(close) => <Reason label={t("practices.work.reason")} action={giveBack} close={close} submit={t("practices.work.give_back")} />}</Opening>}
      {allows.correct && <Opening label={t("practices.work.correct")} variant="default">{(close) => <Correction practice={practice} close={close} />}</Opening>}
      {allows.renew && <Opening label={t("practices.work.renew")} variant="default">{(close) => <Renewal practice={practice} close={close} />}</Opening>}
      {allows.retire && <Opening label={t("practices.work.retire")} variant="default">{(close) => <Reason label={t("practices.work.retire_reason")} action={retire} close={close} submit={t("practices.work.retire")} />}</Opening>}
    </>
  );
}

/** Where it stands on its way, what is to be done, and its story. Readers of a published text see none of it. */
export function Work({ practice }: { practice: Practice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const { allows, stage } = practice;
  if (!Object.values(allows).some(Boolean) && WAY.indexOf(stage as (typeof WAY)[number]) === 4) return null;
  if (stage === "superseded" || stage === "retired") return null;
  return (
    <Section title={t("practices.work.title")}>
      <Steps label={t("practices.work.steps")} current={stage === "published" ? null : stage} steps={WAY.map((key) => ({ key, label: t(`practices.stage.${key}`) }))} />
      <Doing practice={practice} />
      {allows.read_history && (
        <details>
          <summary>{t("practices.story")}</summary>
          <Timeline entries={practice.steps.map(({ step, note, by, by_member, at }) => ({
            key: at + step, when: format.instant(at), icon: step === "returned" ? "leave" : "check",
            title: `${t(`practices.step.${step}`)}: ${by_member ? t("practices.by", { name: by, state: stateName(by_member) }) : by}`, content: note || undefined }))} />
        </details>)}
    </Section>
  );
}
