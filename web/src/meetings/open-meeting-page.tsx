import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { ButtonLink, DateField, Form, Page, Section, SelectField, TextField } from "../ui";
import { MEETING_KINDS, type Meeting } from "./queries";
import { useMemberChoices } from "./words";

interface Draft {
  kind: Schemas["MeetingKind"];
  title: string;
  host: string | null;
  place: string;
  starts_on: string | null;
  ends_on: string | null;
}

/** A session of one day ends when it begins. */
const inputOf = ({ host, starts_on, ends_on, ...rest }: Draft): Schemas["MeetingInput"] =>
  ({ ...rest, host: host ?? "", starts_on: starts_on ?? "", ends_on: ends_on ?? starts_on ?? "" });

/** Opens a session: what kind, where, when. */
export function OpenMeetingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const members = useMemberChoices();
  const form = useForm<Draft>({ initialValues: { kind: "plenary", title: "", host: null, place: "", starts_on: null, ends_on: null } });
  const open = useAction((draft: Draft) => body(api.POST("/api/meetings", { body: inputOf(draft) })), {
    refresh: [["meetings"]], said: t("common.saved"),
    done: ({ id }: Meeting) => void navigate({ to: "/meetings/$sessionId", params: { sessionId: id } } as never),
  });
  return (
    <Page title={t("meetings.open")} breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}>
      <Section title={t("meetings.about")}>
        <Form form={form} action={open} submit={t("meetings.open")} beside={<ButtonLink to="/meetings" variant="default">{t("common.cancel")}</ButtonLink>}>
          <TextField label={t("meetings.field.title")} description={t("meetings.field.title_hint")} required maxLength={300} {...form.getInputProps("title")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <SelectField label={t("meetings.field.kind")} placeholder={null} required {...form.getInputProps("kind")}
                         choices={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`meetings.kind.${kind}`) }))} />
            <SelectField label={t("meetings.field.host")} placeholder={t("meetings.no_host")} choices={members} {...form.getInputProps("host")} />
            <DateField label={t("meetings.field.starts_on")} required {...form.getInputProps("starts_on")} />
            <DateField label={t("meetings.field.ends_on")} description={t("meetings.field.ends_on_hint")} {...form.getInputProps("ends_on")} />
            <TextField label={t("meetings.field.place")} maxLength={200} {...form.getInputProps("place")} />
          </SimpleGrid>
        </Form>
      </Section>
    </Page>
  );
}
