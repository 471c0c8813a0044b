/** What pages of other areas show of public figures. */
export { useDefinition } from "./claim-figure";
export { claimsQuery } from "./queries";
