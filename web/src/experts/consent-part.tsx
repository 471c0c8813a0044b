import { Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { today } from "../i18n/dates";
import { ActionButton, ConfirmDialog, DateField, Form, Section, StatusBadge, TextField, useFormat } from "../ui";
import { Opening } from "../ui/opening";
import classes from "./experts.module.css";
import { EXPERTS, type Expert } from "./queries";

type What = Schemas["Consent"]["to_what"];

/** The secretariat records what an expert signed on paper. */
function RecordPaper({ expert, what, close }: { expert: Expert; what: What; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { paper: "", on: today() as string | null } });
  const give = useAction(({ paper, on }: typeof form.values) => body(api.POST("/api/experts/{expert_id}/consent", {
    params: { path: { expert_id: expert.id } }, body: { to_what: what, paper, ...(on && { on }) } })), { refresh: EXPERTS, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={give} submit={t("experts.consent.record")} close={close}>
      <TextField label={t("experts.field.paper")} description={t("experts.paper_hint")} required maxLength={300} {...form.getInputProps("paper")} />
      <DateField label={t("experts.consent.given_on")} required {...form.getInputProps("on")} />
    </Form>
  );
}

function One({ expert, what, held }: { expert: Expert; what: What; held: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = { params: { path: { expert_id: expert.id } } };
  const give = useAction(() => body(api.POST("/api/experts/{expert_id}/consent", { ...path, body: { to_what: what } })), { refresh: EXPERTS, said: t("common.saved") });
  const withdraw = useAction(() => body(api.POST("/api/experts/{expert_id}/withdrawal", { ...path, body: { to_what: what } })),
    { refresh: EXPERTS, said: t("experts.consent.withdrawn_now") });
  const given = expert.consents?.find(({ to_what, withdrawn_at }) => to_what === what && !withdrawn_at);
  const late = what === "publicity" && !expert.listed;
  return (
    <article className={classes.card} aria-label={t(`experts.consent.${what}`)}>
      <Stack gap="xs">
        <Group gap="sm"><b>{t(`experts.consent.${what}`)}</b> <StatusBadge tone={held ? "good" : "neutral"}>{t(held ? "experts.consent.given" : "experts.consent.not_given")}</StatusBadge></Group>
        <Text>{t(`experts.consent.${what}_hint`)}</Text>
        {given && <Text size="sm" c="dimmed">{t("experts.consent.given_on")}: {format.longDate(given.given_on)}{given.paper && `, ${given.paper}`}</Text>}
        <Group>
          {held ? (
            <ConfirmDialog action={withdraw} button={t("experts.consent.withdraw")} title={t("experts.consent.withdraw")} confirm={t("experts.consent.withdraw")}>
              {t(`experts.consent.${what}_withdraw_hint`)}
            </ConfirmDialog>
          ) : !late && (expert.allows.own ? <ActionButton action={give}>{t("experts.consent.give")}</ActionButton>
            : <Opening label={t("experts.consent.record")} variant="default">{(close) => <RecordPaper expert={expert} what={what} close={close} />}</Opening>)}
        </Group>
      </Stack>
    </article>
  );
}

/** To what the expert agreed: to be listed, and apart from that to be public. */
export function ConsentPart({ expert }: { expert: Expert }) {
  const { t } = useTranslation();
  return (
    <Section title={t("experts.consent.title")}>
      <One expert={expert} what="listing" held={expert.listed} />
      <One expert={expert} what="publicity" held={expert.in_public} />
    </Section>
  );
}
