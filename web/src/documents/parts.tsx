/** What other areas place on their pages: the queue of a registry, as the first page of its clerk. */
export { RegistryQueue } from "./registry-queue";
