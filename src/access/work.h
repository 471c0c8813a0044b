#pragma once

#include <functional>
#include <string>

#include "access/actor.h"
#include "audit/log.h"
#include "base/result.h"
#include "store/store.h"
#include "vault/vault.h"

namespace homeward::access {

/// One request: one actor, one instant, one transaction. Everything an action does goes through it.
class Work {
public:
    store::Connection& db;
    const Actor& actor;
    const Instant now;

    Work(store::Connection& connection, const Actor& who, Instant when, const vault::Vault* vault)
        : db(connection), actor(who), now(when), vault_(vault) {}
    Work(const Work&) = delete;

    /// Writes the line of the log, in this transaction. Throws std::logic_error on a reading Work.
    void record(const audit::Event& event);
    /// Runs `then` once this transaction has committed, before the reply: for what is kept in memory.
    void after_commit(std::function<void()> then) { after_.push_back(std::move(then)); }

    /// The calendar day, UTC.
    Date today() const { return Date::of(now); }
    /// What somebody says was done today must not be refused because the day has not begun in UTC.
    Date latest_today() const { return Date::latest_of(now); }
    /// Throws std::logic_error at the Council, which seals nothing because it holds nobody's record.
    const vault::Vault& vault() const;

private:
    friend class Works;
    const vault::Vault* vault_;
    std::vector<std::function<void()>> after_;
};

}  // namespace homeward::access
