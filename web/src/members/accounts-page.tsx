import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import { api, body, type Schemas } from "../api/council";
import { useAction, useList } from "../api/queries";
import classes from "./members.module.css";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { ConfirmDialog, DataTable, Empty, Page, SearchField, Section, StatusBadge, useFormat, useSearchState, Waiting, type Tone } from "../ui";
import { Opening } from "../ui/opening";
import { AccountForm, GiveAccount } from "./account-form";

type Account = Schemas["AccountLine"];
type OneTime = Schemas["OneTimePassword"];

const TONES: Record<Account["sign_in"], Tone> = { password: "good", one_time: "waiting", closed: "neutral" };

/** The password that opens the choice of a new one. It is on this page once and nowhere else. */
function Told({ told, close }: { told: OneTime; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Section title={t("accounts.password_for", { username: told.username })}>
      <div role="status">
        <Text className={classes.password}>{told.password}</Text>
        <Text>{t("accounts.password_hint", { count: told.days })}</Text>
      </div>
      <Group><Button variant="default" onClick={close}>{t("accounts.noted")}</Button></Group>
    </Section>
  );
}

function Acts({ account, tell }: { account: Account; tell: (told: OneTime) => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const path = { params: { path: { account_id: account.id } } };
  const renew = useAction(() => body(api.POST("/api/accounts/{account_id}/password", path)), { refresh: [["accounts"]], done: tell });
  const shut = useAction(() => body(api.POST("/api/accounts/{account_id}/closing", path)), { refresh: [["accounts"]], said: t("accounts.closed_now") });
  if (account.sign_in === "closed" || account.id === session?.account.id) return null;
  const small = { size: "compact-sm", "aria-label": undefined } as const;
  return (
    <Group gap="xs">
      <ConfirmDialog action={renew as never} button={t("accounts.renew")} title={t("accounts.renew")} confirm={t("accounts.renew")}
                     buttonProps={small}>{t("accounts.renew_hint", { username: account.username })}</ConfirmDialog>
      <ConfirmDialog action={shut as never} button={t("accounts.close")} title={t("accounts.close")} confirm={t("accounts.close")} danger
                     buttonProps={small}>{t("accounts.close_hint", { username: account.username })}</ConfirmDialog>
    </Group>
  );
}

/** Confirmed officials who cannot sign in yet. */
function Wanted({ wanted, tell }: { wanted: Schemas["Appointment"][]; tell: (told: OneTime) => void }) {
  const { t } = useTranslation();
  return (
    <Section title={t("accounts.wanted")}>
      {wanted.length === 0 && <Empty title={t("accounts.none_wanted")} icon="check" />}
      {wanted.map((appointment) => (
        <article key={appointment.id} className={classes.card} aria-label={appointment.name}>
          <Stack gap="xs">
            <div><b>{appointment.name}</b>, {t(`members.role.${appointment.role}`)}, {appointment.body.name}</div>
            <Opening label={t("accounts.make")} spoken={`${t("accounts.make")}: ${appointment.name}`} variant="default">
              {(close) => <AccountForm appointment={appointment} close={close} tell={tell} />}
            </Opening>
            <Opening label={t("accounts.give")} spoken={`${t("accounts.give")}: ${appointment.name}`} variant="subtle" leftSection={null}>
              {(close) => <GiveAccount appointment={appointment} close={close} />}
            </Opening>
          </Stack>
        </article>
      ))}
    </Section>
  );
}

/** Who can sign in to the Council. */
export function AccountsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const [search, setSearch] = useSearchState({ q: "" });
  const [told, setTold] = useState<OneTime | null>(null);
  const accounts = useList(["accounts", search.q, i18n.language], (cursor) =>
    body(api.GET("/api/accounts", { params: { query: { q: search.q, language: i18n.language, cursor } } })));
  if (!accounts.data) return <Waiting for={accounts} />;
  return (
    <Page title={t("accounts.title")} lead={t("accounts.lead")}>
      {told && <Told told={told} close={() => setTold(null)} />}
      <Wanted wanted={accounts.first?.wanted ?? []} tell={setTold} />
      <Section title={t("accounts.all")} plain>
        <Opening label={t("accounts.make")}>{(close) => <AccountForm close={close} tell={setTold} />}</Opening>
        <SearchField label={t("common.search")} value={search.q} onSearch={(q) => setSearch({ q })} />
        <DataTable caption={t("accounts.all")} rows={accounts.items as Account[]} rowKey={({ id }) => id} more={accounts} columns={[
          { key: "username", label: t("accounts.field.username"), cell: ({ username }) => username },
          { key: "name", label: t("accounts.field.name"), cell: ({ name }) => name },
          { key: "role", label: t("accounts.field.role"), cell: ({ role, member }) => t(`session.role.${role}`) + (member ? `, ${stateName(member)}` : "") },
          { key: "since", label: t("accounts.field.since"), cell: ({ created_at }) => format.dayOf(created_at) },
          { key: "sign_in", label: t("accounts.field.sign_in"), cell: ({ sign_in }) => <StatusBadge tone={TONES[sign_in]}>{t(`accounts.sign_in.${sign_in}`)}</StatusBadge> },
          { key: "acts", label: t("accounts.field.acts"), cell: (account) => <Acts account={account} tell={setTold} /> },
        ]} />
      </Section>
    </Page>
  );
}
