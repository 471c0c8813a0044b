import { Alert, Button, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ConfirmDialog, Form, Icon, TextArea, useFormat } from "../ui";

type Return = Schemas["AnnualReturn"];
const LONGEST = 500;

function AskForm({ annual, close }: { annual: Return; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const ask = useAction(
    (values: typeof form.values) => body(api.POST("/api/returns/{return_id}/withdrawal", { params: { path: { return_id: annual.id } }, body: values })),
    { refresh: [["returns"]], said: t("statistics.withdraw.asked") });
  return (
    <Form form={form} action={ask} submit={t("statistics.withdraw.ask")} close={close}>
      <Text>{t("statistics.withdraw.text")}</Text>
      <TextArea label={t("statistics.withdraw.reason")} description={t("statistics.withdraw.reason_hint")} required limit={LONGEST} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** Taking a released return back: one asks and says why, another confirms. */
export function WithdrawalActions({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const confirm = useAction(
    () => body(api.POST("/api/returns/{return_id}/withdrawal/confirmation", { params: { path: { return_id: annual.id } } })),
    { refresh: [["returns"]], said: t("statistics.withdraw.done") });
  return (
    <>
      {annual.allows.withdraw && (asking
        ? <AskForm annual={annual} close={() => { setAsking(false); }} />
        : <Group><Button variant="default" onClick={() => { setAsking(true); }}>{t("statistics.withdraw.button")}</Button></Group>)}
      {annual.allows.confirm_withdrawal && (
        <Group>
          <ConfirmDialog action={confirm} danger button={t("statistics.withdraw.confirm_button")} title={t("statistics.withdraw.confirm_title", { year: annual.year })}
                         confirm={t("statistics.withdraw.confirm")}>
            <Text mb="sm">{t("statistics.withdraw.text")}</Text>
            <Text>{t("statistics.withdraw.reason_is", { reason: annual.withdrawal?.reason })}</Text>
          </ConfirmDialog>
        </Group>)}
    </>
  );
}

/** That it was taken back or is about to be, when, by whom and why. */
export function WithdrawalNotice({ withdrawal }: { withdrawal: Return["withdrawal"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!withdrawal) return null;
  const { reason, asked, confirmed } = withdrawal;
  const title = confirmed ? t("statistics.withdraw.withdrawn", { at: format.instant(confirmed.signed_at) }) : t("statistics.withdraw.waits", { name: asked.name });
  return (
    <Alert icon={<Icon name="info" />} title={title}>
      <Text>{t("statistics.withdraw.reason_is", { reason })}</Text>
      <Text>{confirmed ? t("statistics.withdraw.stays") : t("statistics.withdraw.waits_text")}</Text>
    </Alert>
  );
}
