import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { ActionButton, Page, Section, useSearchState, Waiting } from "../ui";
import { useKindName } from "./kind-name";

/** Where a letter's link leads. It works without signing in, and does nothing before its button is pressed. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const kindName = useKindName();
  const [{ token }] = useSearchState({ token: "" });
  const kind = useQuery({ queryKey: ["unsubscribe", token], queryFn: () => body(api.GET("/api/unsubscribe", { params: { query: { token } } })) });
  const stop = useAction(() => body(api.POST("/api/unsubscribe", { body: { token, wanted: false } })), { refresh: [["unsubscribe"]] });
  const resume = useAction(() => body(api.POST("/api/unsubscribe", { body: { token, wanted: true } })), { refresh: [["unsubscribe"]] });
  if (!kind.data) return <Waiting for={kind} />;
  return (
    <Page title={t("mailbox.unsubscribe")}>
      <Section title={kindName(kind.data)}>
        <Text role="status">{t(kind.data.wanted ? "mailbox.still_sent" : "mailbox.stopped")}</Text>
        {kind.data.wanted ? <ActionButton action={stop}>{t("mailbox.stop")}</ActionButton>
          : <ActionButton action={resume} variant="default">{t("mailbox.resume")}</ActionButton>}
      </Section>
    </Page>
  );
}
