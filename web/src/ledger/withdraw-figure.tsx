import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { Form, Opening, TextArea } from "../ui";

/** Takes a public figure back, with the reason that everybody reads. */
export function WithdrawFigure({ id }: { id: string }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const withdraw = useAction(({ reason }: { reason: string }) =>
    body(api.POST("/api/ledger/figures/{entry_id}/withdrawal", { params: { path: { entry_id: id } }, body: { reason } })),
  { refresh: [["ledger"]], said: t("ledger.figure.withdrawn") });
  return (
    <Opening label={t("ledger.figure.withdraw")} variant="default" leftSection={null}>{() => (
      <Form form={form} action={withdraw} submit={t("ledger.figure.withdraw")}>
        <TextArea label={t("ledger.figure.reason")} required limit={1000} {...form.getInputProps("reason")} />
      </Form>
    )}</Opening>
  );
}
