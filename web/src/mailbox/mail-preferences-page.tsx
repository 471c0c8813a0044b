import { Checkbox, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useSession } from "../session/session";
import { isLanguage, LANGUAGES } from "../i18n/languages";
import { Form, Page, Section, SelectField, TextField, Waiting } from "../ui";
import { useKindName } from "./kind-name";
import classes from "./mailbox.module.css";
import { Outgoing } from "./outgoing";

type Preferences = Schemas["MailPreferences"];
type Draft = { address: string; language: string | null; wanted: string[] };

/** The language in which letters are written for an account; those that have no letters yet get the English ones. */
const writtenIn = (account: string | undefined) => (isLanguage(account) ? account : "en");

function PreferencesForm({ now, account }: { now: Preferences; account: string | undefined }) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const form = useForm<Draft>({ initialValues: {
    address: now.address, language: writtenIn(account), wanted: now.kinds.filter(({ wanted }) => wanted).map(({ kind }) => kind) } });
  const save = useAction(async ({ language, ...values }: Draft) => {
    if (isLanguage(language) && language !== writtenIn(account)) await body(api.PUT("/api/session/language", { body: { language } }));
    await body(api.POST("/api/mail/preferences", { body: values }));
  }, { refresh: [["mail"], ["session"]], said: t("common.saved") });
  return (
    <Form form={form} action={save} submit={t("common.save")}>
      <TextField type="email" label={t("mailbox.address")} description={t("mailbox.address_hint")} maxLength={254} autoComplete="email" {...form.getInputProps("address")} />
      <SelectField label={t("mailbox.language")} description={t("mailbox.language_hint")} unchosen={null}
                   choices={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))} {...form.getInputProps("language")} />
      <Checkbox.Group label={t("mailbox.kinds")} description={t("mailbox.kinds_hint")} {...form.getInputProps("wanted")}>
        <Group className={classes.kinds}>
          {now.kinds.map((kind) => <Checkbox key={kind.kind} value={kind.kind} label={kindName(kind)} />)}
        </Group>
      </Checkbox.Group>
    </Form>
  );
}

/** Which letters this reader gets, and where. Their language is the account's. */
export function MailPreferencesPage() {
  const { t } = useTranslation();
  const { session, can } = useSession();
  const preferences = useQuery({ queryKey: ["mail", "preferences"], queryFn: () => body(api.GET("/api/mail/preferences")) });
  if (!preferences.data || !session) return <Waiting for={preferences} />;
  return (
    <Page title={t("mailbox.preferences")} lead={t("mailbox.preferences_lead")}>
      {preferences.data.delivery !== "server" && <Text>{t(`mailbox.delivery.${preferences.data.delivery}`)}</Text>}
      <Section title={t("mailbox.letters")}><PreferencesForm now={preferences.data} account={session.account.language} /></Section>
      {can("read_exchange") && preferences.data.delivery !== "mailbox" && <Outgoing />}
    </Page>
  );
}
