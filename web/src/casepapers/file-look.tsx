import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readProblem } from "../api/problem";
import { Waiting } from "../ui";
import classes from "./casepapers.module.css";
import type { Attachment } from "./casepapers-data";

/** A picture that says so when it cannot be shown. */
function Picture({ src, alt }: { src: string; alt: string }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  if (failed) return <Text role="alert">{t("casepapers.look.failed")}</Text>;
  return <img className={classes.picture} src={src} alt={alt} onError={() => setFailed(true)} />;
}

/** Pages of a PDF as pictures that the server made: the browser never opens the file itself. */
function Pages({ file, title }: { file: Attachment; title: string }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const pages = file.pages ?? 1;
  return (
    <>
      <Picture key={page} src={`/api/attachments/${file.id}/pages/${page}`} alt={t("casepapers.look.page_of", { title, page, pages })} />
      {pages > 1 && (
        <div className={classes.buttons}>
          <Button variant="default" size="sm" disabled={page === 1} onClick={() => setPage(page - 1)}>{t("casepapers.look.before")}</Button>
          <Text size="sm" role="status">{t("casepapers.look.page", { page, pages })}</Text>
          <Button variant="default" size="sm" disabled={page === pages} onClick={() => setPage(page + 1)}>{t("casepapers.look.after")}</Button>
        </div>)}
    </>
  );
}

function Words({ file }: { file: Attachment }) {
  const words = useQuery({
    queryKey: ["files", file.id, "words"],
    gcTime: 0,
    queryFn: async () => {
      const reply = await fetch(`/api/attachments/${file.id}/content`);
      if (!reply.ok) throw await readProblem(reply);
      return reply.text();
    },
  });
  if (words.data === undefined) return <Waiting for={words} />;
  return <p className={classes.text} dir="auto">{words.data}</p>;
}

/** A look at a file in its place. Each leaves a line in the log. */
export function FileLook({ file, title }: { file: Attachment; title: string }) {
  if (file.file_kind === "pdf") return <Pages file={file} title={title} />;
  if (file.file_kind === "text") return <Words file={file} />;
  return <Picture src={`/api/attachments/${file.id}/content`} alt={title} />;
}
