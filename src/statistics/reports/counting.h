#pragma once
// Tables are counted one after the other: two that pass at once would not know of each other.

#include <chrono>
#include <mutex>
#include <string>

#include "access/permission.h"
#include "base/result.h"

namespace homeward::statistics {

/// How long a table may take. A slow one holds a thread of the server and everybody else's reports.
///
/// wait      for the table before this one
/// tidy      from the start: until then it is asked whether less could be hidden
/// widened   from the start: for a crossing that nobody asked for in this width
/// whole     from the start
struct Patience {
    std::chrono::milliseconds wait{100};
    std::chrono::milliseconds tidy{5'000};
    std::chrono::milliseconds widened{10'000};
    std::chrono::milliseconds whole{60'000};
};

/// Small counts that are protected, of how many; both 0 while nothing is counted, or before the first.
struct Progress {
    int done = 0;
    int of = 0;
};

class Turns;

/// The right to count, until it goes.
class Turn {
public:
    Turn(Turn&&) noexcept = default;
    Turn& operator=(Turn&&) = delete;
    Turn(const Turn&) = delete;
    ~Turn();
    /// False when it has taken `most` since it began, or its reader has ended it. Past `tidy` nothing is tidied.
    bool goes_on(const Progress& progress, std::chrono::milliseconds most) const;
    bool ended_by_reader() const;
    /// Another task of the same turn, with its own time.
    void begin_again() { began_ = std::chrono::steady_clock::now(); }
    const Patience& patience() const;

private:
    friend class Turns;
    Turn(Turns& turns, std::unique_lock<std::timed_mutex> held) : turns_(&turns), held_(std::move(held)), began_(std::chrono::steady_clock::now()) {}
    Turns* turns_;
    std::unique_lock<std::timed_mutex> held_;
    std::chrono::steady_clock::time_point began_;
};

/// Thread-safe.
class Turns {
public:
    explicit Turns(Patience patience) : patience_(patience) {}
    /// ticket    a word of the reader's choice by which to ask about this table and to end it; may be empty
    /// errors    conflict `report.busy`: another table is being counted
    Result<Turn> take(const access::Actor& actor, const std::string& ticket);
    /// Of the reader's own table; nothing of another's.
    Progress progress(const access::Actor& actor, const std::string& ticket) const;
    void end(const access::Actor& actor, const std::string& ticket);

private:
    friend class Turn;
    bool is(const access::Actor& actor, const std::string& ticket) const { return !ticket.empty() && actor.id == who_ && ticket == ticket_; }

    Patience patience_;
    std::timed_mutex one_at_a_time_;
    mutable std::mutex state_;  // of what follows
    access::AccountId who_;
    std::string ticket_;
    Progress progress_;
    bool ended_ = false;
};

}  // namespace homeward::statistics
