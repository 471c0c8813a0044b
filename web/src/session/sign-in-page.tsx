import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../api/queries";
import type { Schemas } from "../api/node";
import { Form, PasswordField, TextField } from "../ui/form";
import { Page } from "../ui/page";
import { instanceQuery, useSigning } from "./session";
import classes from "./sign-in.module.css";

type DemoAccount = NonNullable<Schemas["InstanceInfo"]["demo_accounts"]>[number];

/** Only addresses of this app: the way back never leads to another site. */
export function wayBack(search: Record<string, unknown>): string {
  const { back } = search;
  return typeof back === "string" && /^\/(?![/\\])/.test(back) ? back : "/";
}

function DemoAccounts({ accounts, choose }: { accounts: DemoAccount[]; choose: (account: DemoAccount) => void }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" aria-labelledby="demo-accounts" className={classes.demo}>
      <Title order={2} id="demo-accounts">{t("session.demo_title")}</Title>
      <Text c="dimmed" size="sm" mb="sm">{t("session.demo_hint")}</Text>
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <Button variant="default" fullWidth justify="space-between" className={classes.choice} onClick={() => choose(account)}
                    rightSection={<Text size="sm" c="dimmed" component="span">{account.username}</Text>}>
              {t(`session.role.${account.role}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Paper>
  );
}

/** Signing in, then back to where the reader wanted to be. */
export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useLocation().search as Record<string, unknown>;
  const instance = useQuery(instanceQuery).data;
  const { signIn } = useSigning();
  const form = useForm({ initialValues: { username: "", password: "", new_password: "" } });
  const [choosing, setChoosing] = useState(false);
  const enter = useAction(signIn, { done: () => navigate({ href: wayBack(search), replace: true }) });
  // A password that somebody else knows opens only the choice of a new one; the field stays until that worked.
  const needed = enter.problem?.key === "session.new_password";
  useEffect(() => {
    if (needed) setChoosing(true);
  }, [needed]);

  return (
    <Page title={t("session.title")} lead={instance && t(`session.intro_${instance.kind}`)}>
      {search.ended === "true" && <Text role="status">{t("session.ended")}</Text>}
      <Group align="flex-start" gap="xl" className={classes.columns}>
        <Paper className={classes.form}>
          <Form asks={false} form={form} action={enter} submit={t("session.submit")}>
            <TextField label={t("session.username")} required autoComplete="username" autoCapitalize="none" spellCheck={false}
                       {...form.getInputProps("username")} />
            <PasswordField label={t("session.password")} required autoComplete="current-password" {...form.getInputProps("password")} />
            {!choosing && (
              <Group><Button variant="subtle" size="compact-md" onClick={() => setChoosing(true)}>{t("session.change_password")}</Button></Group>)}
            {choosing && (
              <PasswordField label={t("session.new_password")} description={t("session.new_password_hint")} required autoComplete="new-password"
                             {...form.getInputProps("new_password")} />)}
          </Form>
        </Paper>
        {instance?.demo_accounts && (
          <Stack className={classes.side}>
            <DemoAccounts accounts={instance.demo_accounts} choose={({ username, password }) => form.setValues({ username, password })} />
          </Stack>
        )}
      </Group>
    </Page>
  );
}
