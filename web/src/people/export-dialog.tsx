import { Button, Modal, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, Icon, RadioField, SelectField } from "../ui";
import { useChoices } from "./choices";

interface Wish {
  format: string | null;
  reason: string | null;
}

/** Hands a file to the browser to keep. */
function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name the server gave the file. */
function nameOf(response: Response, format: string): string {
  const found = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
  return found?.[1] ?? `register.${format}`;
}

/** Takes what the list shows out as a file. Asks what for, since the log keeps it. */
export function ExportDialog({ filter, total }: { filter: Schemas["RegisterFilter"]; total: number }) {
  const { t, i18n } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const choices = useChoices().data;
  const form = useForm<Wish>({ initialValues: { format: "xlsx", reason: null } });
  const take = useAction(async ({ format, reason }: Wish) => {
    const kind = format === "csv" ? "csv" : "xlsx";
    const { data, response } = await api.POST("/api/register/export", { body: { ...filter, format: kind, reason: reason ?? "", language: (i18n.resolvedLanguage ?? "en") as Schemas["Language"] }, parseAs: "blob" });
    save(data as unknown as Blob, nameOf(response, kind));
  }, { said: t("people.export.done"), done: close });
  return (
    <>
      <Button variant="default" leftSection={<Icon name="download" />} onClick={() => { take.reset(); open(); }}>{t("people.export.button")}</Button>
      <Modal opened={opened} onClose={close} title={t("people.export.title")} closeButtonProps={{ "aria-label": t("common.close") }}>
        <Form form={form} action={take} submit={t("people.export.do")}>
          <Stack gap="xs">
            <Text>{t("people.export.filtered", { people: t("people.people", { count: total }) })}</Text>
            <Text c="dimmed">{t("people.export.lead")}</Text>
          </Stack>
          <RadioField label={t("people.export.format")} {...form.getInputProps("format")}
                      choices={[{ value: "xlsx", label: t("people.export.xlsx") }, { value: "csv", label: t("people.export.csv") }]} />
          <SelectField label={t("people.export.reason")} required {...form.getInputProps("reason")}
                       choices={(choices?.export_reasons ?? []).map((reason) => ({ value: reason, label: t(`people.export_reason.${reason}`) }))} />
        </Form>
      </Modal>
    </>
  );
}
