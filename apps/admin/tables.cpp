#include "admin/tables.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "admin/tables_words.h"
#include "statistics/kernel/suppress.h"
#include "statistics/problems/certificate_file.h"
#include "statistics/problems/number_rows.h"

namespace homeward::apps {
namespace {

using namespace statistics;

std::atomic<bool> told_to_end{false};

void note_interrupt(int) { told_to_end = true; }

/// While it lives, an interrupt ends the search and not the program.
class Interruptible {
public:
    Interruptible() {
        told_to_end = false;
        struct sigaction action {};
        action.sa_handler = note_interrupt;
        ::sigaction(SIGINT, &action, &interrupt_);
        ::sigaction(SIGTERM, &action, &terminate_);
    }
    ~Interruptible() {
        ::sigaction(SIGINT, &interrupt_, nullptr);
        ::sigaction(SIGTERM, &terminate_, nullptr);
    }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    struct sigaction interrupt_ {}, terminate_ {};
};

/// A line every two seconds, for work that takes so long.
GoOn telling(std::ostream& err) {
    return [&err, last = std::chrono::steady_clock::now()](int done, int of) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last > std::chrono::seconds(2)) {
            err << "  " << done << " of " << of << " small counts looked at\n" << std::flush;
            last = now;
        }
        return !told_to_end;
    };
}

int refused(const Error& error, std::ostream& err) {
    if (error.key == "statistics.ended") return err << "Ended before it was done; nothing was written.\n", interrupted;
    err << sentence(error) << "\n";
    return bad_input;
}

/// Whole or not at all: whoever reads the file never sees half of it.
bool write_whole(const std::string& file, const std::string& text, std::ostream& err) {
    const std::string half = file + ".part";
    std::ofstream out(half, std::ios::binary);
    out << text;
    out.close();
    std::error_code failed;
    if (out) std::filesystem::rename(half, file, failed);
    if (out && !failed) return true;
    std::filesystem::remove(half, failed);
    err << file << " cannot be written.\n";
    return false;
}

struct Loaded {
    Problem problem;
    CellSystem system;
};

Result<Loaded> load(const TablesCommand& command) {
    Problem problem = TRY(read_problem(command.directory, command.width));
    CellSystem system = system_of(problem);
    return Loaded{std::move(problem), std::move(system)};
}

/// by_label   hidden or not, a row of the problem each
struct WithPattern {
    Loaded loaded;
    std::vector<char> by_label;
};

Result<WithPattern> load_with_pattern(const TablesCommand& command) {
    Loaded loaded = TRY(load(command));
    auto by_label = TRY(read_pattern(command.pattern, loaded.problem));
    return WithPattern{std::move(loaded), std::move(by_label)};
}

std::string count_words(const Problem& problem, const std::vector<char>& hidden) {
    int by_rule = 0, beside = 0;
    for (std::size_t c = 0; c < hidden.size(); ++c) {
        by_rule += problem.labels[c].sensitive;
        beside += hidden[c] && !problem.labels[c].sensitive;
    }
    return std::to_string(problem.labels.size()) + " cells: " + std::to_string(by_rule) + " hidden by rule, " + std::to_string(beside) + " to protect them";
}

int cannot_protect(const Loaded& loaded, const Error& error, std::ostream& out) {
    const int cell = std::stoi(error.params.at("cell"));
    const int knower = error.params.contains("knower") ? std::stoi(error.params.at("knower")) : outsider;
    out << "These tables cannot be made safe: no pattern keeps " << cell_words(loaded.problem, loaded.system, cell) << " safe from " << knower_words(loaded.system, knower)
        << ". Coarser classes are needed. Nothing was written.\n";
    return not_safe;
}

}  // namespace

int protect_tables(const TablesCommand& command, std::ostream& out, std::ostream& err) {
    const Interruptible interruptible;
    const auto loaded = load(command);
    if (!loaded) return refused(loaded.error(), err);
    const auto& [problem, system] = *loaded;
    const auto suppression = suppress(system, telling(err));
    if (told_to_end) return refused(conflict("statistics.ended"), err);
    if (!suppression) return suppression.error().key == "statistics.cannot_protect" ? cannot_protect(*loaded, suppression.error(), out) : refused(suppression.error(), err);
    const std::vector<char> hidden = labels_hidden(problem, system, suppression->hidden);
    const std::string pattern = pattern_csv(problem, hidden);
    if (!command.certificate.empty()) {
        const auto certificate = certify(system, suppression->proofs);
        if (!certificate) return refused(certificate.error(), err);
        const auto text = certificate_file(problem, system, *certificate, {command.directory, pattern});
        if (!text) return refused(text.error(), err);
        if (!write_whole(command.certificate, *text, err)) return bad_input;
    }
    if (!write_whole(command.pattern, pattern, err)) return bad_input;
    out << count_words(problem, hidden) << ".\n";
    return safe;
}

int audit_tables(const TablesCommand& command, std::ostream& out, std::ostream& err) {
    const Interruptible interruptible;
    const auto given = load_with_pattern(command);
    if (!given) return refused(given.error(), err);
    const auto& [problem, system] = given->loaded;
    const Pattern hidden = pattern_of(system, given->by_label);
    const auto audited = audit(system, hidden, telling(err));
    if (!audited) return refused(audited.error(), err);
    for (const auto& exposure : audited->exposed) {
        out << exposure_words(problem, system, exposure, !hidden[static_cast<std::size_t>(exposure.cell)]) << "\n";
    }
    out << count_words(problem, given->by_label) << "; " << (audited->exposed.empty() ? "safe" : "not safe") << ".\n";
    return audited->exposed.empty() ? safe : not_safe;
}

int verify_tables(const TablesCommand& command, std::ostream& out, std::ostream& err) {
    const Interruptible interruptible;
    const auto given = load_with_pattern(command);
    if (!given) return refused(given.error(), err);
    const auto& [problem, system] = given->loaded;
    const auto pattern = read_whole_file(command.pattern);
    const auto text = read_whole_file(command.certificate);
    if (!pattern || !text) return refused((pattern ? text : pattern).error(), err);
    const auto certificate = read_certificate(*text, problem, system, {command.directory, *pattern});
    if (!certificate) return refused(certificate.error(), err);
    const auto checked = check_certificate(system, pattern_of(system, given->by_label), *certificate);
    if (checked) return out << count_words(problem, given->by_label) << "; the certificate proves all of them open.\n", safe;
    const Error& error = checked.error();
    if (error.key == "statistics.wrong_population") {
        out << "Population " << error.params.at("population") << " of the certificate does not show what is shown, or has fewer people somewhere than none.\n";
    } else if (error.key == "statistics.not_open") {
        out << "The certificate does not prove " << cell_words(problem, system, std::stoi(error.params.at("cell"))) << " open to "
            << knower_words(system, std::stoi(error.params.at("knower"))) << ".\n";
    } else {
        return refused(error, err);
    }
    return not_safe;
}

}  // namespace homeward::apps
