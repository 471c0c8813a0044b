#pragma once
// The chain of documents: proof of birth, kinship, citizenship, identity document, and what they open. Which step needs
// which is data; how a person stands in it is reckoned here, never typed. No database.

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "people/ids.h"

namespace homeward::people::documents {

struct RequestTag;
using RequestId = Id<RequestTag>;

/// One step of the chain, as the file has it.
///
/// shown_by           paper: one of `papers` is held; kinship: confirmed evidence; nationality: a settled citizenship, or
///                    a paper; mark: somebody noted that it was reached
/// helps              papers that do not suffice but help to get there
/// needs              steps that come before
/// asked_of           who can be asked for it, the usual one first
/// documents          what can be asked for
/// request_shows      what a request shows of the person: name, born_on, birth_place, mother, father
/// may_begin_without  it need not wait for what comes before
struct Step {
    std::string code;
    std::string shown_by;
    std::vector<std::string> papers, helps, needs;
    std::optional<std::vector<std::string>> asked_of, documents, request_shows;
    std::optional<int> from_age, to_age;
    std::optional<bool> may_begin_without;
};

struct Chain {
    std::string id;
    int version = 1;
    std::string note;
    std::vector<Step> steps;          ///< each behind those it needs
    std::vector<std::string> beside;  ///< kinds of papers that are of no step

    const Step* find(std::string_view code) const;
};

/// The chain of this installation: its own file where there is one, or the one that was shipped.
/// Throws std::runtime_error that says what is wrong: an unknown code, a step that needs a later one, a kind of paper
/// that stands nowhere.
Chain load_chain(const std::filesystem::path& own_file);

/// An open or refused request, the newest of its step.
struct RequestFact {
    RequestId id;
    std::string asked_of;
    std::string state;
};

/// What is known of a person, as far as the chain asks.
///
/// held         kinds of papers held or restored
/// requested    kinds that were asked for without a request of ours
/// nationality  status; empty when nobody recorded one
/// legal_aid    legal aid was asked, where statelessness is feared
struct ChainFacts {
    std::optional<int> age;
    std::set<std::string> held, requested;
    bool kinship_confirmed = false;
    std::string nationality;
    bool legal_aid = false;
    std::map<std::string, Date> marks;
    std::map<std::string, RequestFact> requests;  ///< by step
};

/// How a person stands at one step.
///
/// state    held: reached; asked: somebody was asked; ready: nothing stands before it; blocked: another comes first;
///          not_yet: of an age to come; not_needed
/// turn     whose move it is: worker, registry, court, migration_authority, embassy, health_facility; empty for nobody's
/// next     what to do, a code that the page puts into words: ask, wait, bring_more, refused, record_kinship,
///          settle_nationality, ask_legal_aid, begin, begin_without, first, nothing
/// waits_for  steps before it that are not reached
/// opens      steps that wait for this one and no other
struct Standing {
    std::string step, state, turn, next;
    std::vector<std::string> waits_for, opens, held, helped_by;
    std::optional<RequestFact> request;
    std::optional<Date> reached_on;
};

/// Every step in its order. Nothing here is asked before a service is ordered: papers never hold help up.
std::vector<Standing> standing_of(const Chain& chain, const ChainFacts& facts);

/// The step to do next: the first that is the worker's to move, else the first that is somebody else's.
const Standing* first_thing(const std::vector<Standing>& all);

}  // namespace homeward::people::documents
