export { page, type Area, type NavEntry } from "./area";
export { ActionButton, ConfirmDialog } from "./actions";
export { DataTable, type Column } from "./data-table";
export { DueBadge } from "./due-badge";
export { Figure } from "./figure";
export {
  CheckField, DateField, FileDrop, Form, NumberField, PartialDateField, PasswordField, RadioField, SelectField, TextArea, TextField, type Choice,
} from "./form";
export { Icon, type IconName } from "./icon";
export { ButtonLink, Link, useSearchState } from "./link";
export { Meanwhile } from "./meanwhile";
export { notify } from "./notify";
export { focusOn, Opened } from "./opened";
export { Opening } from "./opening";
export { Facts, Page, Section } from "./page";
export { SearchField } from "./search-field";
export { StatusBadge, type Tone } from "./status-badge";
export { Steps, Timeline, type TimelineEntry } from "./timeline";
export { Empty, ProblemNotice, Waiting } from "./waiting";
export { Chart, type ChartColors } from "./chart";
export { Bars, LineOverTime, type Series } from "./charts";
export { CentralAsiaMap } from "./central-asia-map";
export { useFormat, type Format } from "../i18n/format";
