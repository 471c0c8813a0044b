#include "statistics/returns/return_desk.h"

#include <stdexcept>

#include "statistics/definitions/movements.h"
#include "statistics/returns/make_safe.h"
#include "statistics/returns/return_store.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;

constexpr std::size_t kLongestReason = 500;

/// The whole tables of an earlier release, with what of them was shown, and who stood in them.
void add_earlier(Earlier& earlier, const AnnualReturn& annual, ReturnSecret secret) {
    const auto& shown_tables = annual.release->tables;
    for (std::size_t t = 0; t < shown_tables.size(); ++t) {
        std::vector<char> shown;
        for (const auto& cell : shown_tables[t].cells) shown.push_back(!cell.hidden());
        earlier.tables.push_back({annual.id.str(), annual.reference_date, std::move(secret.counts.tables.at(t)), std::move(shown), annual.release->rules});
    }
    for (auto& table : secret.unseen.tables) {
        std::vector<char> shown(table.counts.size(), 0);
        earlier.tables.push_back({annual.id.str(), annual.reference_date, std::move(table), std::move(shown), annual.release->rules, true});
    }
    earlier.households.push_back({annual.id.str(), std::move(secret.households)});
}

std::optional<CoarserBecause> because_of(const std::optional<Error>& error) {
    if (!error) return std::nullopt;
    CoarserBecause because{error->key == "statistics.ended", {}, {}};
    const auto cell = error->params.find("cell");
    if (!because.took_too_long && cell != error->params.end()) because = {false, key_before(error->field), cell->second};
    return because;
}

/// Why a return that is out is corrected: for everybody to read, so it is asked for where there is one.
Done check_reason(const std::string& reason, bool corrects) {
    const bool fits = corrects ? !reason.empty() && reason.size() <= kLongestReason : reason.empty();
    return fits ? Done() : invalid("return.reason", "reason");
}

}  // namespace

/// What is to be protected, and what is noted of it.
struct ReturnDesk::Counted {
    ReleaseProblem problem;
    std::optional<ReturnId> replaces;
    std::vector<std::string> beside;
};

Result<ReleaseProblem> ReturnDesk::counted(Work& work, const ReturnSpec& spec) const {
    TRY(access::require(work.actor, Permission::prepare_return));
    const auto whole = catalogue_of(spec.year);
    if (!whole) return invalid("return.year", "year");
    if (spec.reference_date.year != spec.year || work.latest_today() < spec.reference_date) return invalid("return.reference_date", "reference_date");
    const Catalogue catalogue = TRY(chosen(*whole, spec.tables));
    const Facts gathered = facts_(work, catalogue, spec.reference_date);
    ReleaseProblem problem;
    problem.reference_date = spec.reference_date;
    problem.tables = TRY(count(gathered.persons, catalogue, gathered.classifications, spec.reference_date));
    problem.households = TRY(households_of(gathered.persons, catalogue, gathered.classifications, spec.reference_date));
    problem.rules = rules_for(catalogue, floor_);
    problem.movements = movements_of(*whole);
    return problem;
}

Result<ReturnDesk::Counted> ReturnDesk::count_all(Work& work, const ReturnSpec& spec) const {
    Counted counted;
    counted.problem = TRY(this->counted(work, spec));
    counted.replaces = standing_return(work.db, spec.year);
    TRY(check_reason(spec.reason, counted.replaces.has_value()));
    for (const auto& id : released_returns(work.db)) counted.beside.push_back(id.str());
    Earlier out = TRY(earlier(work.db, counted.beside));
    counted.problem.earlier = std::move(out.tables);
    counted.problem.households = with_their_past(counted.problem.households, out.households);
    return counted;
}

Result<Earlier> ReturnDesk::earlier(store::Connection& db, const std::vector<std::string>& returns) const {
    Earlier out;
    for (const auto& text : returns) {
        const auto id = ReturnId::parse(text);
        if (!id) throw std::runtime_error("a return was made safe beside one that is none");
        if (auto known = secret(db, *id)) add_earlier(out, TRY(get(db, *id)), std::move(*known));
    }
    return out;
}

Result<Target> ReturnDesk::target(Work& work, ReturnId id) const {
    TRY(access::require(work.actor, Permission::sign_return));
    const AnnualReturn annual = TRY(get(work.db, id));
    auto known = secret(work.db, id);
    if (!known) return conflict("return.no_secret");
    Target target;
    target.problem.reference_date = annual.reference_date;
    target.problem.tables = std::move(known->counts);
    target.problem.earlier = TRY(earlier(work.db, TRY(get_stored(work.db, id)).beside)).tables;
    target.problem.households = std::move(known->households);
    target.told = std::move(known->told);
    target.problem.unseen = std::move(known->unseen);
    target.problem.rules = annual.release->rules;
    target.problem.movements = movements_of(TRY(catalogue_of(annual.year)));
    for (const auto& table : annual.hidden) {
        auto& hidden = target.hidden.emplace_back();
        for (const Hidden reason : table) hidden.push_back(reason != Hidden::no);
    }
    return target;
}

Result<ReturnId> ReturnDesk::prepare(access::Works& works, const access::Actor& actor, const ReturnSpec& spec, const std::string& ticket) {
    TRY(access::require(actor, Permission::prepare_return));
    auto turn = turns_.take(actor, ticket);
    if (!turn) return conflict("return.busy");
    const auto counted = TRY(works.read<Counted>(actor, [&](Work& work) { return count_all(work, spec); }));
    auto most = turn->patience().whole;
    Waiting waiting;
    waiting.go_on = [&](int done, int of) { return turn->goes_on({done, of}, most); };
    waiting.ended = [&] { return turn->ended_by_reader(); };
    waiting.next = [&] {
        turn->begin_again();
        most = turn->patience().widened;
    };
    waiting.last = [&] {
        turn->begin_again();
        most = turn->patience().whole;
    };
    auto safe = make_safe(counted.problem, waiting);
    if (!safe && safe.error().key == "statistics.ended") return conflict(turn->ended_by_reader() ? "return.ended" : "return.too_long");
    if (!safe) return safe.error();
    return works.write<ReturnId>(actor, [&](Work& work) -> Result<ReturnId> {
        NewReturn made{ReturnId::make(work.now), spec, counted.replaces, counted.beside, {}, {}, because_of(safe->coarser_because)};
        const Release release{state_, spec.year, spec.reference_date, counted.problem.rules, released(safe->tables.safe), {}, work.now};
        const std::string payload = write_release(release), hidden = letters_of(safe->tables.safe);
        ReturnSecret secret{safe->tables.counts, safe->households, safe->certificate, safe->told, safe->unseen};
        made.certificate = to_hex(sha256(write_secret(secret)));
        made.secret = seal_.seal(made.id.str(), secret);
        insert_return(work, made, safe->tables, payload, hidden, seal_.voucher(made.id.str(), payload, hidden));
        work.record({"return.prepared", "annual_return", made.id.str(), {}, {{"year", std::to_string(spec.year)}}});
        return made.id;
    });
}

Result<AnnualReturn> ReturnDesk::get(store::Connection& db, ReturnId id) const {
    StoredReturn found = TRY(get_stored(db, id));
    // Before there were vouchers nothing but protection wrote here; what is out from then is out.
    const bool passed = found.passed ? *found.passed == seal_.voucher(id.str(), found.payload, found.hidden) : found.summary.released_at.has_value();
    auto release = read_release(found.payload);
    if (!passed || !release) return conflict("return.not_passed");
    return AnnualReturn{std::move(found.summary), PassedRelease(std::move(*release)), hidden_of_tables(found.hidden), std::move(found.given_up), std::move(found.because),
                        std::move(found.chosen), std::move(found.certificate)};
}

std::optional<ReturnSecret> ReturnDesk::secret(store::Connection& db, ReturnId id) const {
    const auto sealed = sealed_secret(db, id);
    return sealed ? std::optional(seal_.open(id.str(), *sealed)) : std::nullopt;
}

}  // namespace homeward::statistics
