import { Button, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { ButtonLink, CheckField, Empty, Icon, Page, Section, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./mailbox.module.css";

type Letter = Schemas["MailboxLetter"];
/** Characters of an address that are shown. */
const LONGEST = 60;

/** The text with its links, which lead on within this program: a path behind the address that the installation has. */
function Linked({ text }: { text: string }) {
  return <>{text.split(/(https?:\/\/\S+)/).map((part, i) => {
    if (!/^https?:/.test(part)) return part;
    const { pathname, search } = new URL(part);
    return <a key={i} className={classes.link} href={pathname + search}>{part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part}</a>;
  })}</>;
}

function LetterCard({ letter, all }: { letter: Letter; all: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = `letter-${letter.id}`;
  // What stands below every letter comes behind the mark that mail programs know a signature by.
  const [text = "", below = ""] = letter.text.split("\n-- \n");
  return (
    <article className={classes.letter} aria-labelledby={heading} lang={letter.language}>
      <h3 id={heading}>{letter.subject}</h3>
      <Text size="sm" c="dimmed">{format.instant(letter.queued_at)} · {all ? `${letter.to} · ` : ""}{letter.address || t("mailbox.no_address")}</Text>
      <p className={classes.text}><Linked text={text} /></p>
      <Text size="sm" c="dimmed" className={classes.text}><Linked text={below} /></Text>
    </article>
  );
}

/** In a demo: letters that would have been sent. Everybody sees their own, the secretariat everybody's. */
export function MailboxPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [search, setSearch] = useSearchState({ all: "" });
  const all = can("edit_council") && search.all === "true";
  const list = useList(["mailbox", all], (cursor) => body(api.GET("/api/mailbox", { params: { query: { all, cursor, limit: 10 } } })));
  return (
    <Page title={t("mailbox.title")} lead={t("mailbox.lead")} actions={
      <ButtonLink to="/mail-preferences" variant="default" leftSection={<Icon name="settings" />}>{t("mailbox.choose")}</ButtonLink>}>
      <Section title={t("mailbox.letters")}>
        {can("edit_council") && <CheckField label={t("mailbox.all")} checked={all} onChange={(event) => setSearch({ all: event.currentTarget.checked ? "true" : "" })} />}
        {!list.data ? <Waiting for={list} /> : list.items.length === 0
          ? <Empty title={t("mailbox.empty")} icon="inbox" />
          : list.items.map((letter) => <LetterCard key={letter.id} letter={letter} all={all} />)}
        {list.hasMore && <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>{t("common.more")}</Button>}
      </Section>
    </Page>
  );
}
