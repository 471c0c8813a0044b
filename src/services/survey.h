#pragma once
// Outcome surveys: how a returnee fares after 0, 3, 6, 12 and 24 months. A score starts a conversation about
// support; it never ranks people.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "services/ids.h"

namespace homeward::services {

constexpr int kSurveyMonths[] = {0, 3, 6, 12, 24};
constexpr int kFirstRoundWithinDays = 14;  ///< of the opening of a file

using Texts = std::map<std::string, std::string>;  ///< by language

struct SurveyOption {
    std::string id;
    std::optional<double> score;  ///< 0 to 1; nothing for "prefers not to say"
    Texts text;
};
struct SurveyQuestion {
    std::string id;
    std::string dimension;  ///< economic, social, psychosocial
    double weight = 1;
    Texts text;
    std::vector<SurveyOption> options;
};

/// Questions and weights: configuration. The dimensions' weights make the total.
struct SurveyDefinition {
    std::string id;
    int version = 1;
    Texts note;  ///< where it comes from, and whose weights these are
    std::map<std::string, double> dimensions;
    std::vector<SurveyQuestion> questions;

    std::string name() const { return id + "@" + std::to_string(version); }
};

/// The questions of an installation: its own file, or the ones that Homeward ships when there is none.
/// Throws std::runtime_error that names what is wrong with the file.
SurveyDefinition load_survey(const std::filesystem::path& own_file);

struct Scores {
    std::optional<double> economic, social, psychosocial, total;  ///< 0 to 1
};

/// Weighted means of what was answered; a dimension without an answer has no score and does not count in the total.
///
/// answers   option by question; every question must have one
/// errors    invalid `survey.unanswered`, `survey.unknown_question`, `survey.unknown_option`
Result<Scores> score(const SurveyDefinition& survey, const std::map<std::string, std::string>& answers);

/// One of the five rounds of a file, counted from its opening.
struct Round {
    int month = 0;
    Date due_on;
    Date closes_on;      ///< the day before the next round begins
    std::string state;   ///< upcoming, open, answered, missed
    std::optional<Date> answered_on;
    std::optional<SurveyId> answers;  ///< whoever answers it again says which they saw
    Scores scores;
};
std::vector<Round> rounds_of(store::Connection& db, const casework::CaseFile& file, Date today);

/// Whether a file's rounds go on: a closed file's do, since how people fare later matters most, but not beyond a death.
bool rounds_go_on(store::Connection& db, casework::CaseId file);

/// Records the answers of one round; answered again within its time, the newer take the place of the older, which stay in the
/// history of the record.
///
/// seen      the answers that stood when the page was opened; nothing where there were none
/// errors    not_found `survey.no_such_round`; forbidden; conflict `survey.not_open`, `survey.ended`, `edit.changed_meanwhile` when others
///           stand by now; and those of score
Result<SurveyId> record_survey(access::Work& work, const SurveyDefinition& survey, casework::CaseId file, int month,
                               const std::map<std::string, std::string>& answers, std::optional<SurveyId> seen = {});

/// When the round of a month may be answered: from a month before it is due, to the day before the next round begins.
/// It is due `month` months after `opened_on`; the first one two weeks after.
struct RoundTime {
    Date opens_on, due_on, closes_on;
};
RoundTime time_of_round(Date opened_on, int month);

}  // namespace homeward::services
