/** What pages of other areas show of members. */
export { filled } from "./body-forms";
export { BodySelect } from "./body-select";
export { ChecksField } from "./checks-field";
export { MembersDesk } from "./desk-part";
export { useLanguageChoices, useLanguageNames, useSpan } from "./words";
