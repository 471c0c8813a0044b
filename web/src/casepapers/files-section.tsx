import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Empty, Opening, Section, Waiting } from "../ui";
import { AddFiles } from "./add-files";
import classes from "./casepapers.module.css";
import { useFiles } from "./casepapers-data";
import { FileCard } from "./file-card";

/** Files that were brought, those that stand first; what was deleted keeps its line below. */
export function FilesSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const files = useFiles(caseId);
  const places = files.first?.allows.add_to ?? [];
  const standing = files.items.filter((file) => !file.deleted);
  const deleted = files.items.filter((file) => file.deleted);
  return (
    <Section title={t("casepapers.files.title")}>
      {!files.first && <Waiting for={files} />}
      {files.first && standing.length === 0 && <Empty icon="file" title={t("casepapers.files.empty")} hint={t("casepapers.files.empty_hint")} />}
      {standing.length > 0 && <ul className={classes.list}>{standing.map((file) => <FileCard key={file.id} caseId={caseId} file={file} />)}</ul>}
      {files.hasMore && <div><Button variant="default" loading={files.loadingMore} onClick={files.loadMore}>{t("common.more")}</Button></div>}
      {places.length > 0 && <Opening label={t("casepapers.files.add")} variant="default">{(close) => <AddFiles caseId={caseId} places={places} close={close} />}</Opening>}
      {deleted.length > 0 && (
        <details>
          <summary>{t("casepapers.files.deleted", { count: deleted.length })}</summary>
          <ul className={classes.list}>{deleted.map((file) => <FileCard key={file.id} caseId={caseId} file={file} />)}</ul>
        </details>)}
    </Section>
  );
}
