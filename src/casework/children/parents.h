#pragma once
// An absent or imprisoned parent: what they said when asked, and how the child stays in touch.

#include <optional>
#include <vector>

#include "casework/children/child.h"

namespace homeward::casework::children {

struct ParentAnswerTag;
struct ContactPlanTag;
struct ContactTag;
using ParentAnswerId = Id<ParentAnswerTag>;
using ContactPlanId = Id<ContactPlanTag>;
using ContactId = Id<ContactTag>;

/// parent       mother, father, guardian
/// whereabouts  imprisoned, abroad, elsewhere, not_known
/// about        return, care, documents, health, school, travel
/// asked_how    visit, letter, call, authority, consulate
/// answer       given, refused, not_reached
/// words        said, authority (that passed it on), document
struct NewParentAnswer {
    std::string parent, whereabouts, about, asked_how, answer;
    Date asked_on;
    Words words;
};
struct ParentAnswer : NewParentAnswer {
    ParentAnswerId id;
    access::AccountId by;
};
/// errors    those of require_child_to_write; invalid `child.code`, `child.in_future`; `child.word_missing` `authority` when it was
///           passed on by an authority or a consulate
/// source    Convention on the Rights of the Child, articles 9 and 18; General Comment 14 (2013), paragraph 58 to 70
Result<ParentAnswerId> record_parent_answer(access::Work& work, CaseId id, const NewParentAnswer& answer);
/// The newest first.
Result<std::vector<ParentAnswer>> parent_answers_of(access::Work& work, const CaseFile& file);

/// whom        mother, father, sibling, grandparent, other_relative
/// way         letters, calls, visits
/// every_days  1 to 366
/// safety      safe, not_asked, not_safe: for the child. Only what is safe falls due
/// words       name, arranged_by, why
struct NewContactPlan {
    std::string whom, way;
    int every_days = 30;
    std::string safety = "not_asked";
    std::optional<Date> next_on;
    Words words;
};
/// One time that was planned, or not.
struct Contact {
    ContactId id;
    Date held_on;
    bool took_place = true;
    Words words;  ///< said: by the child, afterwards
    access::AccountId by;
};
struct ContactPlan : NewContactPlan {
    ContactPlanId id;
    std::optional<Date> ended_on;
    int version = 1;
    std::vector<Contact> contacts;  ///< the latest first
};

/// errors    those of require_child_to_write; invalid `child.code`, `contact.every`, `child.word_missing` `why` where it is not safe;
///           `contact.next_missing` where it is safe and no day is given
Result<ContactPlanId> plan_contact(access::Work& work, CaseId id, const NewContactPlan& plan);
/// errors    those; not_found `contact.not_found`; conflict `contact.ended`, `edit.changed_meanwhile`
Done change_contact(access::Work& work, ContactPlanId id, int version, const NewContactPlan& plan);
/// Notes a contact, or that it fell out; the next is due `every_days` later.
/// errors    those; conflict `contact.not_safe`
Done note_contact(access::Work& work, ContactPlanId id, Date held_on, bool took_place, const Words& words);
/// Ends a plan.
Done end_contact(access::Work& work, ContactPlanId id, int version);
/// Those that stand first.
Result<std::vector<ContactPlan>> contact_plans_of(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework::children
