import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { ConfirmDialog, Form, TextArea } from "../ui";
import { type DocumentRequest, given, useChainAction } from "./documents-data";

interface RequestProps {
  personId: string;
  request: DocumentRequest;
}

/** Brings what was missing; the request waits for its body again. */
export function BringForm({ personId, request, close }: RequestProps & { close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { words: "" } });
  const bring = useChainAction(personId, ({ words }: { words: string }) => body(api.POST("/api/document-requests/{request_id}/moves", {
    params: { path: { request_id: request.id } }, body: { version: request.version, to: "answered", words: words.trim() } })),
  { said: t("documents.bring.said"), done: close });
  return (
    <Form form={form} action={bring} submit={t("documents.bring.submit")} close={close}>
      <TextArea label={t("documents.bring.words")} description={t("documents.ask.words_hint")} required minRows={1} limit={2000} {...form.getInputProps("words")} />
    </Form>
  );
}

/** Takes a request back. */
export function WithdrawRequest({ personId, request }: RequestProps) {
  const { t } = useTranslation();
  const withdraw = useChainAction(personId, () => body(api.POST("/api/document-requests/{request_id}/moves", {
    params: { path: { request_id: request.id } }, body: { version: request.version, to: "withdrawn", words: given("") } })),
  { said: t("documents.request.withdrawn_said") });
  return (
    <ConfirmDialog action={withdraw} button={t("documents.request.withdraw")} title={t("documents.request.withdraw")} confirm={t("documents.request.withdraw")}
                   buttonProps={{ variant: "subtle", size: "sm" }}>
      {t("documents.request.withdraw_text")}
    </ConfirmDialog>
  );
}
