/** What the first page places for staff of a provider. */
export { ReceivedList } from "./received-list";
