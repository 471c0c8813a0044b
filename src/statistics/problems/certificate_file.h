#pragma once
// A certificate as a file, in terms of a problem's own files, so that a program that shares nothing with this one can check it.
//
//   {"format": "homeward-certificate-1",
//    "files": {"cells.csv": SHA-256, ...},     of all files of the problem that say what is counted and who knows what
//    "pattern": SHA-256,                       of the pattern's file
//    "width": 1,                               persons; of amounts per cent above and below
//    "persons": [[inner, units], ...],         the base: without groups of nobody; of groups that always occur together the first
//                                              stands for all; amounts in units of the last decimal of cells.csv
//    "shifts": [[[inner, units more], ...], ...]
//    "openings": [[cell, low, high], ...]}     populations by number of their shift, -1 the base; for each cell to be hidden. A
//                                              cell -n is what came between the two releases of cell n

#include <string>

#include "base/result.h"
#include "statistics/kernel/certificate.h"
#include "statistics/problems/problem_files.h"

namespace homeward::statistics {

/// Where a problem was read from, and the bytes of the pattern's file.
struct CertifiedFiles {
    std::string directory;
    std::string pattern;
};

/// errors   as `read_whole_file`
Result<std::string> certificate_file(const Problem& problem, const CellSystem& system, const Certificate& certificate, const CertifiedFiles& files);

/// The certificate of these files, in terms of the system.
///
/// errors   invalid `statistics.bad_certificate` {part, index}; `statistics.other_file` {file}: it was made for other bytes;
///          `statistics.narrow_certificate` {width, wanted}; `json.*`
Result<Certificate> read_certificate(const std::string& text, const Problem& problem, const CellSystem& system, const CertifiedFiles& files);

}  // namespace homeward::statistics
