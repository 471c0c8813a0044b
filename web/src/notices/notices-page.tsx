import { Button, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useList } from "../api/queries";
import { useTopicChoices } from "../i18n/topics";
import { ButtonLink, DataTable, Empty, Icon, Link, Page, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./notices.module.css";
import { URGENCIES, type NoticeLine } from "./queries";
import { NoticeState, TlpLabel, UrgencyBadge, useSideName } from "./words";

const BOXES = ["waiting", "in", "out", "silent"] as const;
type Box = (typeof BOXES)[number];

function Title({ notice }: { notice: NoticeLine }) {
  return (
    <div className={classes.entry}>
      <Link to="/notices/$noticeId" params={{ noticeId: notice.id }}>{notice.title}</Link>
      <div className={classes.badges}>
        <TlpLabel marking={notice.marking} />
        <UrgencyBadge urgency={notice.urgency} />
        <NoticeState notice={notice} />
      </div>
    </div>
  );
}

/** Notices that this reader may read. */
export function NoticesPage() {
  const { t, i18n: { language } } = useTranslation();
  const topics = useTopicChoices();
  const format = useFormat();
  const sideName = useSideName();
  const [search, setSearch] = useSearchState({ box: "", topic: "", urgency: "" });
  const list = useList(["notices", "list", search, language], (cursor) => body(api.GET("/api/notices", { params: { query: {
    ...search, box: search.box as Box, language, cursor } } })));
  const select = (name: keyof typeof search, choices: { value: string; label: string }[]) => (
    <SelectField label={t(`notices.filter.${name}`)} unchosen={t("common.all")} choices={choices} value={search[name] || null}
                 onChange={(value) => setSearch({ [name]: value ?? "" })} />
  );
  return (
    <Page title={t("notices.title")} lead={t("notices.lead")} actions={<>
      {list.first?.may_write && <ButtonLink to="/notices/new" leftSection={<Icon name="plus" />}>{t("notices.write")}</ButtonLink>}
      <Button component="a" href="/api/notices/export" download variant="default" leftSection={<Icon name="download" />}>{t("notices.export")}</Button>
    </>}>
      <Section title={t("notices.list")} plain>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          {select("box", BOXES.map((box) => ({ value: box, label: t(`notices.box.${box}`) })))}
          {select("topic", topics)}
          {select("urgency", URGENCIES.map((urgency) => ({ value: urgency, label: t(`notices.urgency.${urgency}`) })))}
        </SimpleGrid>
        {!list.data ? <Waiting for={list} /> : (
          <DataTable caption={t("notices.list")} rows={list.items} rowKey={({ id }) => id} more={list}
                     empty={<Empty title={t("notices.empty")} hint={t("notices.empty_hint")} icon="check" />} columns={[
            { key: "title", label: t("notices.field.title"), cell: (notice) => <Title notice={notice} /> },
            { key: "sender", label: t("notices.field.sender"), cell: ({ sender }) => sideName(sender) },
            { key: "topic", label: t("notices.field.topic"), cell: ({ topic }) => t(`common.topic.${topic}`) },
            { key: "sent_at", label: t("notices.field.sent_at"), cell: ({ sent_at }) => format.instant(sent_at) },
            { key: "acknowledged", label: t("notices.field.answers"), cell: ({ acknowledged, addressed }) =>
              acknowledged === undefined ? "–" : t("notices.of", { done: acknowledged, all: addressed }) },
          ]} />)}
      </Section>
    </Page>
  );
}
