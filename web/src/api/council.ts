import { makeClient } from "./client";
import type { components, paths } from "./generated/council";

/** The contract ../api/council.yaml, typed. */
export const api = makeClient<paths>();
/** The contract's named shapes: `Schemas["Session"]`. */
export type Schemas = components["schemas"];
export { body, rawFile } from "./client";
