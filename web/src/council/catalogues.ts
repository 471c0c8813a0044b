/** The words of the Council: one file an area and language. `import.meta.glob` wants its pattern written out. */
export const catalogues = import.meta.glob("../i18n/*/{common,reports,notices,mailbox,papers,practices,session,indicators,public,desk,members,experts,accounts,agreements,meetings,decisions,councilactions,claims,search,returns,trainings,law,commitments}.json", { import: "default" });
