/** What pages of other areas show of members. */
export { BodySelect } from "./body-select";
