import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useSession } from "../session/session";
import { ButtonLink, Empty, Icon, Link, Section, useFormat } from "../ui";

export function NextSession({ session }: { session: NonNullable<Schemas["Desk"]["next_session"]> | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  return (
    <Section title={t("desk.next_session")} actions={can("edit_council") &&
      <ButtonLink to="/meetings/new" variant="default" size="sm" leftSection={<Icon name="plus" size={18} />}>{t("meetings.open")}</ButtonLink>}>
      {session ? (
        <div>
          <Link to="/meetings/$sessionId" params={{ sessionId: session.id }}>{session.title}</Link>
          <Text>{[session.place, format.longDate(session.starts_on)].filter(Boolean).join(", ")}</Text>
        </div>
      ) : <Empty title={t("desk.no_session")} icon="calendar" />}
    </Section>
  );
}
