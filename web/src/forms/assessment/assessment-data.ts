import { useQuery } from "@tanstack/react-query";
import { api, body, type Schemas } from "../../api/node";
import { useAction, type Done } from "../../api/queries";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languagesOf } from "../fill/paths";
import { SPOKEN_LANGUAGES } from "../../i18n/languages";
import type { Definition } from "../engine/definition";
import type { Tone } from "../../ui";

export type Assessment = Schemas["Assessment"];
export type AssessmentItem = Schemas["AssessmentItem"];
export type State = Schemas["AssessmentState"];

export const TONES: Record<State, Tone> = { draft: "neutral", submitted: "waiting", returned: "warning", approved: "good" };

export function useAssessment(id: string) {
  return useQuery({
    queryKey: ["assessments", id],
    queryFn: () => body(api.GET("/api/assessments/{assessment_id}", { params: { path: { assessment_id: id } } })),
    // What a colleague saved since must be seen before somebody goes on answering.
    gcTime: 0, staleTime: Infinity,
  });
}

/** Something done with an assessment: it and its file are read anew, and the reader's tasks. */
export function useAssessmentAction<Values = void, Value = unknown>(
  caseId: string, act: (values: Values) => Promise<Value>, { said, done }: { said?: string; done?: Done<Value> } = {},
) {
  return useAction<Values, Value>(act, { refresh: [["assessments"], ["cases", caseId], ["tasks"], ["register"]], said, done });
}

const CHOSEN = "homeward.form_language";

/** The language of a form's questions: what this tab chose before, else the reader's own. */
export function useFormLanguage(definition: Definition): [string, (language: string) => void] {
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(CHOSEN));
  const languages = languagesOf(definition, SPOKEN_LANGUAGES);
  const language = chosen && languages.includes(chosen) ? chosen : languages.includes(i18n.language) ? i18n.language : languages.includes("ru") ? "ru" : languages[0] ?? "en";
  const choose = (next: string) => {
    sessionStorage.setItem(CHOSEN, next);
    setChosen(next);
  };
  return [language, choose];
}
