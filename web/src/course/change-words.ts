/** Where the words of a field's codes stand. A field that is not here was written in words, or is a day, a number, a name. */
export const CODED: Readonly<Record<string, string>> = {
  "assessment.state": "forms.state",
  "attachment.kind": "casepapers.kind",
  "care_arrangement.carer": "children.care.carer",
  "care_arrangement.ended_for": "children.care.end",
  "care_arrangement.kind": "children.care.kind",
  "care_review.outcome": "children.care.outcome",
  "case_note.attendance": "notes.note",
  "case_note.next_step": "notes.note",
  "conference.participants": "course.outside",
  "conference.state": "course.conference.state",
  "consent.answer": "consents.decision",
  "consent.basis": "consents.basis",
  "consent.purpose": "consents.purpose",
  "consent.source": "consents.source",
  "consent.withheld": "consents.what",
  "contact_plan.safety": "children.contact.safety",
  "contact_plan.way": "children.contact.way",
  "contact_plan.whom": "children.contact.whom",
  "document.kind": "documents.document",
  "document.state": "documents.papers.state",
  "document_request.asked_of": "documents.body",
  "document_request.document": "documents.document",
  "document_request.state": "documents.request.state",
  "grant.business": "services.grants.business",
  "grant.decision": "services.grants",
  "grant.kind": "services.grants.kind",
  "incident.kind": "notes.incident.sort",
  "incident.outcome": "notes.incident.outcome",
  "incident.place": "notes.incident.at",
  "interest_report.kind": "children.interests.kind",
  "interest_report.state": "children.interests.state",
  "kinship_evidence.conclusion": "documents.kinship.conclusion",
  "kinship_evidence.method": "documents.kinship.method",
  "kinship_evidence.relation": "documents.kinship.relation",
  "nationality.basis": "documents.nationality.basis",
  "nationality.status": "documents.nationality.status",
  "panel_seat.opinion": "children.panel.choice",
  "parent_answer.about": "children.parents.about",
  "parent_answer.answer": "children.parents.answer",
  "parent_answer.asked_how": "children.parents.how",
  "parent_answer.parent": "children.parents.parent",
  "parent_answer.whereabouts": "children.parents.whereabouts",
  "person.entry_route": "people.route",
  "person.relationship": "people.relationship",
  "person.sex": "common.sex",
  "protection_measure.measure": "children.protection.sort",
  "recall.answer": "consents.recall.answer",
  "referral.state": "referrals.state",
  "separation.circumstance": "children.family.circumstance",
  "service_order.outcome": "casework.order.outcome",
  "service_order.refused_reason": "casework.order.reason",
  "service_order.state": "casework.order.state",
  "tracing_request.sought": "children.tracing.sought",
  "tracing_request.state": "children.tracing.state",
};

/** A line of a plan's goals that names a service: two spaces, a dash, its code. */
const SERVICE = /^( {2}– )([a-z_]+)/gm;

/**
 * A value of the history in words.
 *
 * word   the word of a key, or nothing where there is none
 */
export function inWords(thing: string, field: string, value: string, word: (key: string) => string | undefined): string {
  if (thing === "case_plan" && field === "goals") return value.replace(SERVICE, (_line, dash: string, code: string) => dash + (word(`services.catalogue.${code}`) ?? code));
  const branch = CODED[`${thing}.${field}`];
  // Among those who take part in a conference, names stand beside codes.
  if (branch) return value.split(",").map((each) => each.trim()).map((code) => word(`${branch}.${code}`) ?? word(`history.value.any.${code}`) ?? code).join(", ");
  return word(`history.value.${thing}.${field}.${value}`) ?? word(`history.value.any.${value}`) ?? value;
}
