#pragma once
// The SQL of practices, and who may read them.

#include <vector>

#include "council/practices/practice.h"
#include "council/practices/practice_rules.h"

namespace homeward::council {

/// Keeps a new edition at version 1.
void insert_practice(access::Work& work, const Practice& practice);
/// Keeps what changed under the next version, with each changed field. Nothing to change keeps nothing.
/// errors    conflict `edit.changed_meanwhile` unless `seen` is the version that stands
Done save_practice_content(access::Work& work, const Practice& before, int seen, const PracticeContent& after);

/// Brings it to a stage: a step of its story, its place in lists, its readers and the search.
void take_step(access::Work& work, const Practice& practice, PracticeStage stage, std::string_view step, const std::string& note = "");
/// A step that leaves it at its stage.
void note_step(access::Work& work, const Practice& practice, std::string_view step, const std::string& note = "");

/// Says who may read it now, on the page and in the search. Called after each change of stage, text or reviewers.
void tell_readers(access::Work& work, PracticeId id);

/// Whether an edition of the series is on its way to its readers.
bool is_edition_at_work(store::Connection& db, PracticeId series);

struct PracticeStep {
    std::string step, note, by, by_member;  ///< by: the account's name
    Instant at;
};
std::vector<PracticeStep> list_steps(store::Connection& db, PracticeId id);

struct PracticeVersion {
    int version = 1;
    std::string by, by_member;
    Instant at;
    std::vector<PracticeChange> changes;
};
/// Newest first.
std::vector<PracticeVersion> list_versions(store::Connection& db, PracticeId id);

}  // namespace homeward::council
