#include <algorithm>

#include "council/audience.h"
#include "council/mailing.h"
#include "council/person_data.h"
#include "council/practices/practice_review.h"
#include "council/practices/write_practice.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr int kLongestReviewMonths = 60;

Result<Practice> at_stage(Work& work, PracticeId id, PracticeStage stage) {
    Practice practice = TRY(see_practice(work, id));
    TRY(access::require(work.actor, Permission::edit_council));
    if (practice.stage != stage) return conflict("practice.stage");
    return practice;
}

/// What was done to a published text, and why, is read by everybody who reads the text.
Done check_public_note(const std::string& note, std::size_t most, const char* field) {
    TRY(check_text(note, most, field));
    return check_no_person_data(note, field);
}

bool has_pictures(store::Connection& db, PracticeId id) {
    return db.query("SELECT 1 FROM papers p JOIN files f ON f.id = p.file_id WHERE p.thing_kind = 'practice' AND p.thing_id = $1"
                    " AND p.withdrawn_at IS NULL AND f.kind IN ('png', 'jpeg') LIMIT 1", id).next();
}

Done supersede(Work& work, const Practice& next) {
    const auto before = work.db.query("SELECT id FROM practices WHERE series_id = $1 AND stage = 'published'", next.series).value<PracticeId>();
    if (before) take_step(work, TRY(get_practice(work.db, *before)), PracticeStage::superseded, "superseded");
    return {};
}

}  // namespace

Done publish_practice(Work& work, PracticeId id) {
    const Practice practice = TRY(at_stage(work, id, PracticeStage::reviewed));
    if (!is_recommended(practice, list_reviews(work.db, id))) return conflict("practice.not_recommended");
    const bool consented = practice.pictures == "consent_recorded" || (practice.pictures == "none" && !has_pictures(work.db, id));
    if (!consented) return conflict("practice.pictures_consent");
    TRY(supersede(work, practice));
    work.db.run("UPDATE practices SET published_on = $2, review_due_on = $3 WHERE id = $1", id, work.today(), work.today().plus_months(kReviewMonths));
    take_step(work, practice, PracticeStage::published, "published");
    tell(work, {"signed_in"}, {"practice_published", "practice", id.str(), title_of(practice, "en"), "/practices/" + id.str()});
    return {};
}

Result<PracticeId> begin_edition(Work& work, PracticeId id) {
    const Practice before = TRY(see_practice(work, id));
    if (!writes(work.actor, before)) return forbidden("practice.not_yours");
    if (before.stage != PracticeStage::published) return conflict("practice.stage");
    if (is_edition_at_work(work.db, before.series)) return conflict("practice.edition_at_work");
    Practice next;
    static_cast<PracticeContent&>(next) = before;
    next.id = PracticeId::make(work.now);
    next.series = before.series;
    next.edition = before.edition + 1;
    next.example = before.example;
    next.author = work.actor.id;
    insert_practice(work, next);
    tell_readers(work, next.id);
    return next.id;
}

Done correct_practice(Work& work, const exchange::Membership& members, PracticeId id, int seen, const std::string& language,
                      const std::string& field, const std::string& text, const std::string& note) {
    const Practice practice = TRY(at_stage(work, id, PracticeStage::published));
    TRY(check_public_note(note, 1000, "note"));
    PracticeContent after = practice;
    const auto in = std::ranges::find(after.texts, language, &PracticeText::language);
    const auto part = std::ranges::find(kPracticeFields, std::string_view(field), [](const PracticeField& each) { return std::string_view(each.first); });
    if (in == after.texts.end() || part == kPracticeFields.end()) return invalid("practice.field", "field");
    if (!is_small_correction((*in).*(part->second), text)) return invalid("practice.correction_large", "text");
    (*in).*(part->second) = text;
    TRY(check_text(text, 6000, "text"));
    TRY(check_no_person_data(text, "text"));
    TRY(check_practice(after, members, work.today()));
    TRY(save_practice_content(work, practice, seen, after));
    note_step(work, practice, "corrected", note);
    return {};
}

Done renew_practice(Work& work, PracticeId id, Date review_due_on, const std::string& note) {
    const Practice practice = TRY(at_stage(work, id, PracticeStage::published));
    if (review_due_on <= work.today() || work.today().plus_months(kLongestReviewMonths) < review_due_on) return invalid("practice.review_date", "review_due_on");
    TRY(check_public_note(note, 2000, "note"));
    work.db.run("UPDATE practices SET review_due_on = $2 WHERE id = $1", id, review_due_on);
    note_step(work, practice, "renewed", note);
    return {};
}

Done retire_practice(Work& work, PracticeId id, const std::string& reason) {
    const Practice practice = TRY(at_stage(work, id, PracticeStage::published));
    TRY(check_public_note(reason, 2000, "reason"));
    take_step(work, practice, PracticeStage::retired, "retired", reason);
    return {};
}

void mark_example(Work& work, PracticeId id) {
    if (work.actor.role != access::Role::system) throw std::logic_error("an example is marked by a program");
    work.db.run("UPDATE practices SET example = 1 WHERE id = $1", id);
}

}  // namespace homeward::council
