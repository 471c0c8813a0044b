import { Button, Modal, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Form, SelectField, Waiting } from "../ui";

type Person = Schemas["Person"];

function AssignForm({ person, done }: { person: Person; done: () => void }) {
  const { t } = useTranslation();
  const path = { path: { person_id: person.id } };
  const workers = useQuery({
    queryKey: ["people", person.id, "workers"],
    queryFn: () => body(api.GET("/api/persons/{person_id}/workers", { params: path })),
  });
  // The caseload is asked for beside: without it a worker is chosen all the same.
  const loads = useQuery({ queryKey: ["caseload", ""], queryFn: () => body(api.GET("/api/caseload")) });
  const words = (id: string, name: string) => {
    const load = loads.data?.items.find((each) => each.id === id);
    if (!load) return name;
    return `${name}: ${t("people.assign.open", { count: load.open_cases })}${load.over ? ` (${t("people.assign.over", { mark: loads.data?.mark })})` : ""}`;
  };
  const form = useForm({ initialValues: { account_id: person.assigned_to?.id ?? (null as string | null) } });
  const assign = useAction(
    (values: { account_id: string | null }) =>
      body(api.POST("/api/persons/{person_id}/assignment", { params: path, body: { account_id: values.account_id ?? "" } })),
    { refresh: [["people", person.id], ["register", "search"]], said: t("people.assign.done"), done });
  if (!workers.data) return <Waiting for={workers} />;
  return (
    <Form form={form} action={assign} submit={t("people.assign.do")}>
      <Text c="dimmed">{t("people.assign.hint")}</Text>
      <SelectField label={t("people.assign.who")} required {...form.getInputProps("account_id")}
                   choices={workers.data.items.map(({ id, name }) => ({ value: id, label: words(id, name) }))} />
    </Form>
  );
}

/** Makes somebody the person's social worker. */
export function AssignDialog({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>{t("people.person.assign")}</Button>
      <Modal opened={opened} onClose={close} title={t("people.assign.title")} closeButtonProps={{ "aria-label": t("common.close") }}>
        <AssignForm person={person} done={close} />
      </Modal>
    </>
  );
}
