#pragma once
// Safe tables: problems that other tools were measured on, beside what those reached.

#include <optional>
#include <string>
#include <vector>

#include "report.h"

namespace homeward::bench {

struct Options;

/// What another tool did with a problem. Empty where nobody measured or published it.
///
/// secondary  cells that it hid beside those that had to be
/// cpu_s      its processor time then, on another machine
/// exposed    cells to be hidden that an outsider gets exactly who knows that zeros are shown; of amounts, those known to a tenth
struct Peer {
    std::string problem, tool;
    std::optional<double> secondary, cpu_s, exposed;
    std::string origin;
};
std::vector<Peer> read_peers();

/// Processor time of this program, in seconds: other programs do not count.
double cpu_seconds();

/// A problem of tests/data/sdc: protected, audited against everybody, certified, verified by the second program.
///
/// bar   most secondary cells; nothing where there is no bar
struct Bar {
    const char* problem;
    std::optional<double> secondary;
    bool quick = false;
};
void measure_problem(const Options& options, const Bar& bar, const std::vector<Peer>& peers, std::vector<Line>& lines);

/// A census of 9,408 cells.
void measure_census(const Options& options, std::vector<Line>& lines);
/// A State's returns year by year, and the audit of all that is out.
void measure_years(const Options& options, std::vector<Line>& lines);
/// The adviser's time, and how far it is from what protection hides.
void measure_adviser(const Options& options, std::vector<Line>& lines);

/// Prints the line and keeps it.
void add_line(std::vector<Line>& lines, Line line);

}  // namespace homeward::bench
