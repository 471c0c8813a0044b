// Who may read a practice, at each of its stages. Page, list and search answer from here.
#include <algorithm>

#include "council/audience.h"
#include "council/practices/practice_review.h"
#include "council/practices/practice_store.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

/// Those who write it: its author, its State's focal points, the secretariat.
Audience writers_of(const Practice& practice) { return {"account:" + practice.author.str(), "focal:" + practice.state, "secretariat"}; }

Audience readers_of(const Practice& practice, const std::vector<PracticeReview>& reviews) {
    if (is_out(practice.stage)) return {practice.readers};
    Audience words = writers_of(practice);
    if (practice.stage != PracticeStage::review && practice.stage != PracticeStage::reviewed) return words;
    for (const auto& review : reviews) {
        if (review.round == practice.round && !review.excused_at) words.push_back("account:" + review.reviewer.str());
    }
    return words;
}

/// A call for reviewers tells focal points and experts that a text waits, not the text.
Audience called_by(const Practice& practice, const std::vector<PracticeReview>& reviews) {
    if (practice.stage != PracticeStage::review) return {};
    const auto places = open_places(practice, reviews);
    Audience words;
    if (places.states > 0) words.push_back("focal_points");
    if (places.experts > 0) words.push_back("experts");
    return words;
}

/// A review is read by its reviewer, by those who write the practice once all are in or it is back with them, and by the
/// other reviewers once they have said their own.
Audience readers_of_review(const Practice& practice, const PracticeReview& review, const std::vector<PracticeReview>& reviews) {
    Audience words{"account:" + review.reviewer.str(), "secretariat"};
    const bool round_open = practice.stage == PracticeStage::review && review.round == practice.round;
    if (round_open || !review.submitted_at) return words;
    for (const auto& word : writers_of(practice)) words.push_back(word);
    for (const auto& other : reviews) {
        if (other.round == review.round && other.submitted_at) words.push_back("account:" + other.reviewer.str());
    }
    return words;
}

std::string body_of(const Practice& practice) {
    std::string body;
    for (const auto& text : practice.texts) {
        for (const auto& [name, field] : kPracticeFields) {
            if (!(text.*field).empty()) body += text.*field + "\n";
        }
    }
    return body;
}

void tell_search(Work& work, const Practice& practice, const Audience& readers) {
    // Of a series, the search finds what counts now.
    if (practice.stage == PracticeStage::superseded || practice.stage == PracticeStage::retired) {
        search::remove(work.db, "practice", practice.id.str());
        return;
    }
    std::string titles;
    for (const auto& text : practice.texts) titles += (titles.empty() ? "" : " / ") + text.title;
    search::put(work.db, {"practice", practice.id.str(), titles, body_of(practice), readers, practice.state,
                          practice.topics.empty() ? "" : practice.topics.front(), practice.published_on.value_or(Date::of(practice.listed_at))});
}

}  // namespace

void tell_readers(Work& work, PracticeId id) {
    const auto practice = get_practice(work.db, id).value();
    const auto reviews = list_reviews(work.db, id);
    const auto readers = readers_of(practice, reviews);
    set_audience(work, "practice", id.str(), readers);
    set_audience(work, "practice_history", id.str(), writers_of(practice));
    set_audience(work, "practice_call", id.str(), called_by(practice, reviews));
    for (const auto& review : reviews) set_audience(work, "practice_review", review.id.str(), readers_of_review(practice, review, reviews));
    tell_search(work, practice, readers);
}

}  // namespace homeward::council
