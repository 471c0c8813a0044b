/** What pages of other areas show of the ledger. */
export { WithdrawnNote } from "./withdrawn";
