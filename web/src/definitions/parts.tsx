/** What pages of both programs show of the definitions behind a number. */
export { DefinitionsView } from "./definitions-view";
export { IndicatorFacts } from "./indicator-facts";
