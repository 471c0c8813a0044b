#pragma once
// Where a State's returns are made.

#include "access/works.h"
#include "statistics/kernel/households.h"
#include "statistics/reports/counting.h"
#include "statistics/returns/annual_return.h"
#include "statistics/returns/attack.h"
#include "statistics/returns/return_secret.h"

namespace homeward::statistics {

/// What is out: whole tables with what of them was shown, and who stood in them.
struct Earlier {
    std::vector<EarlierTable> tables;
    std::vector<EarlierHouseholds> households;
};

/// The only maker of what may leave of this State's returns. Outlives whatever it answers.
class ReturnDesk {
public:
    /// state              `UZ`
    /// installation_key   seals what the State alone may know
    /// floor              smallest count that this State shows; an indicator may ask for more
    /// patience           `whole`: past it a safe coarser answer is given
    ReturnDesk(exchange::Exchange& exchange, std::string state, FactSource facts, const vault::Secret& installation_key, int floor = Rules{}.floor, Patience patience = {})
        : exchange_(exchange), state_(std::move(state)), facts_(std::move(facts)), floor_(floor), seal_(installation_key), turns_(patience) {}

    /// Counts a year, makes it safe beside all earlier releases, and keeps it as a draft. It takes the place of an earlier draft of
    /// the year, whose signatures do not count for it. Where a return of the year is out already, this one corrects it once it is released.
    /// Reads in one transaction and writes in another, and may take a minute between: not to be called from a job.
    ///
    /// ticket   as `Turns::take` has it
    /// errors   forbidden without prepare_return; invalid `return.year`, `return.reference_date`, `return.reason` (a correction without
    ///          one, or one of more than 500 characters); conflict `return.busy`, `return.ended`; those of `chosen`, of `count` and of
    ///          `make_safe`
    Result<ReturnId> prepare(access::Works& works, const access::Actor& actor, const ReturnSpec& spec, const std::string& ticket = {});

    /// Signs a return. Two different people must.
    /// errors    not_found; forbidden; conflict `return.released`, `return.replaced`, `return.signed_by_you`, `return.signed`
    Done sign(access::Work& work, ReturnId id) const;

    /// Releases a signed return: a message to the Council. The payload is read back as strictly as the Council will read it.
    /// errors    not_found; forbidden; conflict `return.released`, `return.replaced`, `return.two_signatures`, `return.count_anew`
    ///           (another was released since it was made safe); those of read_release and of Exchange::enqueue
    Done release(access::Work& work, ReturnId id) const;

    /// Asks to withdraw a released return.
    /// errors    not_found; forbidden; invalid `return.reason`; conflict `return.not_released`, `return.withdrawal_asked`
    Done ask_withdrawal(access::Work& work, ReturnId id, const std::string& reason) const;
    /// A second person withdraws it, and the Council is told.
    /// errors    not_found; forbidden; conflict `return.no_withdrawal`, `return.withdrawn`, `return.second_person`
    Done confirm_withdrawal(access::Work& work, ReturnId id) const;

    /// errors    not_found `return.not_found`; conflict `return.not_passed`: what lies there is not what protection made
    Result<AnnualReturn> get(store::Connection& db, ReturnId id) const;
    /// True counts of a return and its proofs; nothing for returns of older versions.
    std::optional<ReturnSecret> secret(store::Connection& db, ReturnId id) const;

    /// A return as it is attacked: with everything that was out when it was made safe.
    /// errors    not_found; forbidden without sign_return: who signs may try what it holds; conflict `return.no_secret`: an older
    ///           version kept none
    Result<Target> target(access::Work& work, ReturnId id) const;

    /// What is counted, with rules and households, but nothing of what is out: for protection and for an adviser, never to be shown.
    /// errors    as `prepare` for year, date and tables
    Result<ReleaseProblem> counted(access::Work& work, const ReturnSpec& spec) const;

    const std::string& state() const { return state_; }
    int floor() const { return floor_; }
    Turns& turns() { return turns_; }

private:
    struct Counted;
    Result<Counted> count_all(access::Work& work, const ReturnSpec& spec) const;
    Result<Earlier> earlier(store::Connection& db, const std::vector<std::string>& returns) const;

    exchange::Exchange& exchange_;
    std::string state_;
    FactSource facts_;
    int floor_;
    ReturnSeal seal_;
    Turns turns_;
};

}  // namespace homeward::statistics
