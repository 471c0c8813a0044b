#include "people/documents/chain.h"

#include <algorithm>

namespace homeward::people::documents {
namespace {

using Reached = std::set<std::string>;

std::vector<std::string> among(const std::vector<std::string>& kinds, const std::set<std::string>& held) {
    std::vector<std::string> found;
    std::ranges::copy_if(kinds, std::back_inserter(found), [&](const auto& kind) { return held.contains(kind); });
    return found;
}

bool is_reached(const Step& step, const ChainFacts& facts) {
    if (!among(step.papers, facts.held).empty() || facts.marks.contains(step.code)) return true;
    if (step.shown_by == "kinship") return facts.kinship_confirmed;
    if (step.shown_by == "nationality") return facts.nationality == "confirmed" || facts.nationality == "dual";
    return false;
}

/// Whose turn it is once somebody was asked, and what that is.
void after_asking(Standing& standing, const RequestFact& request) {
    standing.request = request;
    if (request.state == "refused") {
        standing.turn = "worker";
        standing.next = "refused";
        return;
    }
    standing.state = "asked";
    const bool ours = request.state == "more_needed";
    standing.turn = ours ? "worker" : request.asked_of;
    standing.next = ours ? "bring_more" : "wait";
}

void when_ready(Standing& standing, const Step& step, const ChainFacts& facts) {
    standing.turn = "worker";
    const auto papers = among(step.papers, facts.requested);
    if (!papers.empty()) {
        standing.state = "asked";
        standing.turn = step.asked_of && !step.asked_of->empty() ? step.asked_of->front() : "";
        standing.next = "wait";
    } else if (step.shown_by == "mark") {
        standing.next = standing.waits_for.empty() ? "begin" : "begin_without";
    } else if (step.shown_by == "kinship") {
        standing.next = "record_kinship";
    } else if (step.shown_by == "nationality") {
        standing.next = facts.nationality == "statelessness_feared" && !facts.legal_aid ? "ask_legal_aid" : "settle_nationality";
    } else {
        standing.next = "ask";
    }
}

bool too_young(const Step& step, const ChainFacts& facts) { return facts.age && step.from_age && *facts.age < *step.from_age; }
bool too_old(const Step& step, const ChainFacts& facts) { return facts.age && step.to_age && *facts.age > *step.to_age; }

Standing standing_at(const Step& step, const ChainFacts& facts, const Reached& reached, const Reached& passed) {
    Standing standing{step.code, "ready", "", "nothing", {}, {}, among(step.papers, facts.held), among(step.helps, facts.held), {}, {}};
    for (const auto& needed : step.needs) {
        if (!passed.contains(needed)) standing.waits_for.push_back(needed);
    }
    if (reached.contains(step.code)) {
        standing.state = "held";
        standing.waits_for.clear();
        if (const auto mark = facts.marks.find(step.code); mark != facts.marks.end()) standing.reached_on = mark->second;
        return standing;
    }
    if (too_young(step, facts)) {
        standing.state = "not_yet";
        return standing;
    }
    if (too_old(step, facts)) {
        standing.state = "not_needed";
        return standing;
    }
    if (!standing.waits_for.empty() && !step.may_begin_without.value_or(false)) {
        standing.state = "blocked";
        standing.next = "first";
    } else {
        when_ready(standing, step, facts);
    }
    // Who was asked may answer also before its turn: a registry may prove birth and kinship with one paper.
    if (const auto request = facts.requests.find(step.code); request != facts.requests.end()) {
        if (request->second.state != "refused" || standing.state == "ready") after_asking(standing, request->second);
    }
    return standing;
}

}  // namespace

const Step* Chain::find(std::string_view code) const {
    const auto found = std::ranges::find(steps, code, &Step::code);
    return found == steps.end() ? nullptr : &*found;
}

std::vector<Standing> standing_of(const Chain& chain, const ChainFacts& facts) {
    Reached reached, passed;  // what is asked at another age holds nobody up
    for (const auto& step : chain.steps) {
        if (is_reached(step, facts)) reached.insert(step.code);
        if (reached.contains(step.code) || too_young(step, facts) || too_old(step, facts)) passed.insert(step.code);
    }
    std::vector<Standing> all;
    for (const auto& step : chain.steps) all.push_back(standing_at(step, facts, reached, passed));
    for (auto& standing : all) {
        for (const auto& other : all) {
            if (other.waits_for == std::vector{standing.step}) standing.opens.push_back(other.step);
        }
    }
    return all;
}

const Standing* first_thing(const std::vector<Standing>& all) {
    const auto pick = [&](auto fits) {
        const auto found = std::ranges::find_if(all, fits);
        return found == all.end() ? nullptr : &*found;
    };
    if (const auto* ours = pick([](const Standing& each) { return each.turn == "worker"; })) return ours;
    return pick([](const Standing& each) { return !each.turn.empty(); });
}

}  // namespace homeward::people::documents
