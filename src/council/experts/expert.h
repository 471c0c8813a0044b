#pragma once
// The roster of experts: fields, languages, when they are free. Listed by consent alone.

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"

namespace homeward::council {

struct ExpertTag;
using ExpertId = Id<ExpertTag>;

/// fields     topic codes
/// languages  BCP 47
/// country    member State: uz; empty for another
/// available_from, available_to   empty: from now, without a known end
struct Expert {
    ExpertId id;
    std::optional<access::AccountId> account_id;
    std::string name;
    std::string organisation;
    std::string country;
    std::vector<std::string> fields;
    std::vector<std::string> languages;
    std::string summary;
    bool remote = true;
    bool on_site = false;
    std::optional<Date> available_from;
    std::optional<Date> available_to;
    int version = 1;
};

/// A statement on conflicts of interest holds for a year.
struct Statement {
    Date stated_on;
    bool has_conflict = false;
    std::string text;
    std::string paper;
    Date valid_to() const { return stated_on.plus_months(12).plus_days(-1); }
};

/// to_what   listing: whoever is signed in; publicity: everybody
/// paper     where the signed paper lies; empty when given with the expert's own account
struct Consent {
    std::string to_what;
    Date given_on;
    std::string paper;
    std::optional<Instant> withdrawn_at;
};

struct Vetting {
    std::string note;
    Instant noted_at;
};

/// Puts an expert on the roster, hidden until they agree: the secretariat any, an expert's account itself.
/// errors    forbidden; conflict `expert.exists` for an account that has a profile; not_found for no account;
///           invalid `expert.account` for one of another role, `expert.fields`, `expert.languages`, `expert.dates`,
///           `expert.mode` without remote or on site, `body.country`, council.text_…
Result<ExpertId> add_expert(access::Work& work, const Expert& expert);
/// All but the account. errors  as above; not_found `expert.not_found`; conflict `expert.changed`
Done edit_expert(access::Work& work, const Expert& expert);

/// The expert's own account needs no paper, the secretariat does.
/// errors    forbidden; not_found; conflict `expert.consent_given`, `expert.listing_first` for publicity without listing;
///           invalid `expert.to_what`, `expert.future`, council.text_missing for no paper
Done give_consent(access::Work& work, ExpertId id, const Consent& consent);
/// At once: nobody but the secretariat and the expert sees the profile any more. Publicity goes with listing.
Done withdraw_consent(access::Work& work, ExpertId id, const std::string& to_what);

/// errors    forbidden; invalid `expert.future`, council.text_missing where a conflict or a paper is not told
Done state_interests(access::Work& work, ExpertId id, const Statement& statement);
/// errors    forbidden without edit_council
Done note_vetting(access::Work& work, ExpertId id, const std::string& note);

/// errors    not_found `expert.not_found`, also for who may not see the profile
Result<Expert> get_expert(access::Work& work, ExpertId id);
/// The profile of the account that asks.
std::optional<ExpertId> own_profile(access::Work& work);
std::optional<Statement> last_statement(store::Connection& db, ExpertId id);
bool statement_holds(store::Connection& db, ExpertId id, Date on);
/// Newest first, withdrawn ones too.
std::vector<Consent> consents_of(store::Connection& db, ExpertId id);
bool consented(store::Connection& db, ExpertId id, std::string_view to_what);
/// For the secretariat alone. errors  forbidden without edit_council
Result<std::vector<Vetting>> vettings_of(access::Work& work, ExpertId id);

/// free_from, free_to  free on all days between them
/// mode                remote, on_site; empty for any
struct RosterQuestion {
    std::string words = {}, field = {}, language = {}, country = {}, mode = {};
    std::optional<Date> free_from = {}, free_to = {};
    int offset = 0;
    int limit = 50;
};
/// By name, with one more than `limit` where there are more.
/// errors    invalid `expert.search_long`
Result<std::vector<Expert>> list_experts(access::Work& work, const RosterQuestion& question);

/// Whether the account is the expert's own.
bool is_own(const access::Actor& actor, const Expert& expert);
bool may_edit(const access::Actor& actor, const Expert& expert);
/// Says anew who may see the profile, and what it is found by.
void show_expert(access::Work& work, ExpertId id);

}  // namespace homeward::council
