#include <algorithm>

#include "access/permission.h"
#include "council/ledger/ledger.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using statistics::Entry;
using statistics::EntryId;
using statistics::EntryKind;
using statistics::PublicFigure;

/// An entry of our own, checked against the ledger and signed.
Result<statistics::SignedEntry> our_entry(Work& work, const exchange::Exchange& exchange, Entry entry) {
    const auto chain = statistics::load_chain(work.db);
    const auto tip = chain.tip(exchange.self());
    entry.member = exchange.self();
    entry.place = tip.place + 1;
    entry.previous = tip.hash;
    entry.head = chain.head();
    entry.made_at = work.now;
    TRY(chain.check(entry));
    statistics::SignedEntry whole{std::move(entry), {}};
    whole.signature = exchange.sign(statistics::entry_signature, statistics::write_entry(whole.entry));
    TRY(statistics::read_signed(statistics::write_signed(whole)));
    return whole;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

Done check_figure(const PublicFigure& published, const exchange::Membership& members, Date today) {
    const auto& figure = published.figure;
    if (const auto fault = statistics::fault_of(published)) return invalid("ledger.form", *fault, {{"part", *fault}});
    if (today < figure.reference_date) return invalid("ledger.figure_date", "reference_date");
    for (const auto& state : figure.states) {
        const auto* member = members.find(lower(state));
        if (!member || member->id == statistics::the_council) return invalid("ledger.figure_state", "states", {{"state", state}});
    }
    const int floor = statistics::Rules{}.floor_for(figure.definition.indicator);
    if (figure.value > 0 && figure.value < floor) return invalid("ledger.figure_small", "value", {{"floor", std::to_string(floor)}});
    return {};
}

bool same_question(const statistics::RegionalFigure& a, const statistics::RegionalFigure& b) {
    return a.definition == b.definition && a.population == b.population && a.reference_date == b.reference_date && a.categories == b.categories && a.states == b.states;
}

}  // namespace

Result<EntryId> publish_figure(access::Works& works, const access::Actor& actor, exchange::Exchange& exchange, const PublicFigure& published_figure,
                               const statistics::PublishedAudit& audit) {
    const auto out = TRY(works.read<statistics::Published>(actor, [&](Work& work) -> Result<statistics::Published> {
        TRY(access::require(work.actor, Permission::publish_claim));
        TRY(check_figure(published_figure, exchange.members(), work.latest_today()));
        return published(work.db);
    }));
    for (const auto& figure : out.figures) {
        if (same_question(figure, published_figure.figure)) return conflict("ledger.figure_exists");
    }
    const auto id = EntryId::make(works.now());
    PublicFigure figure = published_figure;
    figure.figure.id = id.str();
    TRY(statistics::check_beside(out, {{}, figure.figure}, audit));
    return works.write<EntryId>(actor, [&](Work& work) -> Result<EntryId> {
        if (statistics::joint_head(work.db) != out.head) return unavailable("ledger.moved_on");
        Entry entry;
        entry.id = id;
        entry.kind = EntryKind::figure;
        entry.figure = figure;
        const auto joint = add_step(work, exchange, TRY(our_entry(work, exchange, std::move(entry))));
        work.record({"ledger.figure_added", "ledger_entry", id.str(), {}, {{"position", std::to_string(joint.position)}}});
        return id;
    });
}

Done withdraw_figure(Work& work, exchange::Exchange& exchange, const EntryId& id, const std::string& reason) {
    TRY(access::require(work.actor, Permission::publish_claim));
    if (!statistics::is_reason(reason)) return invalid("ledger.reason", "reason");
    const auto chain = statistics::load_chain(work.db);
    const auto* known = chain.find(id);
    if (!known || known->kind != EntryKind::figure) return not_found("ledger.not_found");
    Entry entry;
    entry.id = EntryId::make(work.now);
    entry.kind = EntryKind::withdrawal;
    entry.replaces = id;
    entry.reason = reason;
    const auto joint = add_step(work, exchange, TRY(our_entry(work, exchange, std::move(entry))));
    work.record({"ledger.figure_withdrawn", "ledger_entry", id.str(), {}, {{"position", std::to_string(joint.position)}}});
    return {};
}

}  // namespace homeward::council
