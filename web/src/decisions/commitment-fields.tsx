import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { SelectField } from "../ui";
import type { Decision } from "./queries";

interface CommitmentFieldsProps {
  /** What the decision serves so far. */
  before: Decision["commitment"];
  /** Id of the clause; "" for none. */
  value: string;
  onChange: (id: string) => void;
  error?: React.ReactNode;
}

/** The clause of a commitment that a decision serves: first its document, then the clause. */
export function CommitmentFields({ before, value, onChange, error }: CommitmentFieldsProps) {
  const { t } = useTranslation();
  const two = useTwo();
  const [documentId, setDocumentId] = useState(before?.document_id ?? "");
  const documents = useQuery({ queryKey: ["commitments", "documents"], queryFn: () => body(api.GET("/api/commitment-documents")) }).data?.items ?? [];
  const clauses = useQuery({
    queryKey: ["commitments", "document", documentId], enabled: documentId !== "",
    queryFn: () => body(api.GET("/api/commitment-documents/{document_id}", { params: { path: { document_id: documentId } } })),
  }).data?.commitments ?? [];
  const choose = (id: string) => {
    setDocumentId(id);
    onChange("");
  };
  return (
    <>
      <SelectField label={t("decisions.field.commitment_document")} unchosen={t("decisions.field.no_commitment")} value={documentId || null}
                   onChange={(id) => choose(id ?? "")} choices={documents.map(({ id, title_en, title_ru }) => ({ value: id, label: two(title_en, title_ru) }))} />
      {documentId && (
        <SelectField label={t("decisions.field.commitment")} value={value || null} onChange={(id) => onChange(id ?? "")} error={error} data-path="commitment_id"
                     choices={clauses.map(({ id, clause, text_en, text_ru }) => ({ value: id, label: `${clause} ${two(text_en, text_ru).slice(0, 80)}` }))} />)}
    </>
  );
}
