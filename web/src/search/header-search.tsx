import { TextInput } from "@mantine/core";
import { Link as RouterLink, useNavigate, useRouterState } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui";
import classes from "./search.module.css";

/** In the header: one box over everything. On a phone, the way to its page; on that page, nothing: the box is there. */
export function HeaderSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const [text, setText] = useState("");
  if (here === "/search") return null;

  const go = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    setText("");
    void navigate({ to: "/search", search: { q: text.trim() } as never });
  };
  return (
    <>
      <form role="search" className={classes.box} onSubmit={go}>
        <TextInput type="search" size="sm" aria-label={t("search.box")} placeholder={t("search.box")} maxLength={200} autoComplete="off"
                   leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </form>
      <RouterLink to="/search" className={classes.short} aria-label={t("search.title")}><Icon name="search" size={24} /></RouterLink>
    </>
  );
}
