import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Course = Schemas["Course"];
export type Training = Schemas["TrainingLine"];
export type TrainingPageData = Schemas["TrainingPage"];
export type Application = Schemas["TrainingApplication"];

export const coursesQuery = queryOptions({ queryKey: ["courses"], queryFn: () => body(api.GET("/api/courses")) });
export const figuresQuery = queryOptions({ queryKey: ["training-figures"], queryFn: () => body(api.GET("/api/training-figures")) });
export const trainingQuery = (id: string, language: string) => queryOptions({
  queryKey: ["trainings", id, language],
  queryFn: () => body(api.GET("/api/trainings/{training_id}", { params: { path: { training_id: id }, query: { language } } })),
});
/** What changes with anything that is done about trainings. */
export const AFFECTED = [["trainings"], ["training-figures"]];
