#pragma once
// A good practice, or a lesson of what did not work, in one edition. It speaks of groups, never of persons.

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/permission.h"
#include "access/work.h"

namespace homeward::council {

struct PracticeTag;
struct PracticeReviewTag;
struct PracticeUseTag;
using PracticeId = Id<PracticeTag>;
using PracticeReviewId = Id<PracticeReviewTag>;
using PracticeUseId = Id<PracticeUseTag>;

/// Where it stands: draft → clearance by its State → review by two other States and an expert → reviewed → published;
/// then superseded by its next edition, or retired.
enum class PracticeStage { draft, clearance, review, reviewed, published, superseded, retired };
std::string_view name_of(PracticeStage stage);
std::optional<PracticeStage> practice_stage_from(std::string_view name);
/// It was published, whatever became of it since.
bool is_out(PracticeStage stage);

/// The template in one language, plain text. A lesson has the same fields under other headings.
struct PracticeText {
    std::string language;
    std::string title;       ///< at most 300 characters; all others at most 6,000
    std::string context;
    std::string problem;
    std::string action;      ///< what was done
    std::string groups;      ///< for whom
    std::string results;
    std::string cost;        ///< what the amount includes
    std::string gender;      ///< the three checks: how girls, women, boys and men; ages; and rights were thought of
    std::string age;
    std::string rights;
    std::string failed;      ///< what failed, what we would not do again
    std::string conditions;  ///< to work elsewhere
    std::string contact;     ///< a body, never a person

    friend bool operator==(const PracticeText&, const PracticeText&) = default;
};

/// Names of the fields as API and database write them, in the order of the template.
using PracticeField = std::pair<const char*, std::string PracticeText::*>;
inline constexpr std::array<PracticeField, 13> kPracticeFields{{
    {"title", &PracticeText::title}, {"context", &PracticeText::context}, {"problem", &PracticeText::problem},
    {"action", &PracticeText::action}, {"groups", &PracticeText::groups}, {"results", &PracticeText::results},
    {"cost", &PracticeText::cost}, {"gender", &PracticeText::gender}, {"age", &PracticeText::age},
    {"rights", &PracticeText::rights}, {"failed", &PracticeText::failed}, {"conditions", &PracticeText::conditions},
    {"contact", &PracticeText::contact},
}};

/// What a writer says.
///
/// kind       practice; did_not_work
/// evidence   our own scale, from nothing to most: none_yet; judgement, of those who did it; monitoring, figures kept
///            while it ran; evaluation, by somebody who looked back, without a comparison; compared_evaluation, against
///            a group or a time without it
/// readers    who may read it once published: all; signed_in
/// pictures   none; consent_missing; consent_recorded: to publishing them, kept by the State
struct PracticeContent {
    std::string kind;
    std::string state;  ///< member it speaks of: uz
    std::vector<std::string> topics;
    int year_from = 0;
    std::optional<int> year_to;  ///< nothing while it goes on
    std::string evidence;
    std::optional<std::int64_t> cost_low, cost_high;  ///< whole units of `currency`
    std::string currency;                             ///< ISO 4217; empty without an amount
    std::string readers = "all";
    std::string pictures = "none";
    std::vector<PracticeText> texts;  ///< by language, English or Russian among them
};

struct Practice : PracticeContent {
    PracticeId id;
    PracticeId series;  ///< id of its first edition
    int edition = 1;
    PracticeStage stage = PracticeStage::draft;
    int round = 0;  ///< of review
    bool example = false;
    int version = 1;  ///< of the text
    access::AccountId author;
    std::optional<access::AccountId> submitted_by;
    Instant created_at;
    Instant listed_at;  ///< when it came to its stage
    std::optional<Date> published_on;
    std::optional<Date> review_due_on;
};

/// errors    not_found `practice.not_found`
Result<Practice> get_practice(store::Connection& db, PracticeId id);
/// The same for a reader who may see it. Every action begins with this.
Result<Practice> see_practice(access::Work& work, PracticeId id);
/// The text in a language, else in English, Russian, any; null while there is none.
const PracticeText* text_in(const PracticeContent& practice, std::string_view language);
/// The title of that text; empty for none.
std::string title_of(const PracticeContent& practice, std::string_view language);

/// Whether this reader writes here: the author, a focal point of its State, the secretariat.
bool writes(const access::Actor& actor, const Practice& practice);
/// Whether this focal point may clear it for its State: not its author, nor who submitted it.
bool clears(const access::Actor& actor, const Practice& practice);
bool is_secretariat(const access::Actor& actor);

}  // namespace homeward::council
