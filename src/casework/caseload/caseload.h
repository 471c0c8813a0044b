#pragma once
// How much each worker carries.

#include "casework/case_file.h"

namespace homeward::casework {

/// From how many open files on a load is said to be over the mark.
/// source    Child Protection Minimum Standards (2019), standard 18: no more than 25 active cases a caseworker
constexpr int kUsualMark = 25;

struct Load {
    access::Actor worker;
    int open_cases = 0;
    int people = 0;         ///< assigned, with or without a file
    int overdue = 0;        ///< visits and reviews of plans whose day has passed
};

struct Caseload {
    std::vector<Load> workers;  ///< the fullest first
    int mark = kUsualMark;
    std::string source;
};

/// What those who carry cases in a region carry now.
///
/// region    empty: all that the actor may see
/// errors    forbidden without read_workload or assign_person, and for another's region
Result<Caseload> caseload_of(access::Work& work, const people::Register& people, const std::string& region);

/// Sets the mark, with where it comes from.
/// errors    forbidden unless the actor assigns people everywhere; invalid `caseload.mark` outside 1 to 200, `caseload.source_needed`
Done set_caseload_mark(access::Work& work, int mark, const std::string& source);

}  // namespace homeward::casework
