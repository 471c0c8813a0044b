import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import type { SpokenLanguage } from "../i18n/languages";
import { useSession } from "../session/session";
import { ButtonLink, Form, Page } from "../ui";
import { inputOf, newDraft, type Draft } from "./draft";
import { PracticeFields } from "./practice-fields";
import { usePracticeAction } from "./queries";

/** Begins a practice, or a lesson of what did not work. */
export function WritePage({ kind }: { kind: string }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { session } = useSession();
  const which = kind === "did_not_work" ? "did_not_work" : "practice";
  const form = useForm<Draft>({ initialValues: newDraft(which, session?.account.member || null, i18n.language as SpokenLanguage) });
  const save = usePracticeAction((draft: Draft) => body(api.POST("/api/practices", { body: inputOf(draft) })), {
    said: t("common.saved"),
    done: ({ id }) => navigate({ to: "/practices/$practiceId", params: { practiceId: id } } as never),
  });
  return (
    <Page title={t(`practices.new.${which}`)} breadcrumbs={[{ to: "/practices", label: t("practices.nav") }]}>
      <Form form={form} action={save} submit={t("practices.save_draft")} beside={<ButtonLink to="/practices" variant="default">{t("common.cancel")}</ButtonLink>}>
        <PracticeFields form={form} />
      </Form>
    </Page>
  );
}
