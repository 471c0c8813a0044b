/** The words of the node: one file an area and language. `import.meta.glob` wants its pattern written out. */
export const catalogues = import.meta.glob("../i18n/*/{common,course,diary,bottlenecks,session,home,people,casework,casepapers,children,forms,notes,documents,disclosures,consents,history,services,referrals,reportbuilder,indicators,statistics,actions}.json", { import: "default" });
