#pragma once
// One run: the server under measure, who signed in, what is known of its people, the lines so far.

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "load.h"
#include "population.h"
#include "report.h"
#include "server.h"

namespace homeward::bench {

/// people    in the register
/// documents  of the Council
/// quick     few requests, to see that everything works
/// only      measures whose name holds this; all when empty
struct Options {
    std::size_t people = 100'000;
    std::size_t documents = 100'000;
    std::uint64_t seed = 20240514;
    bool quick = false;
    bool fresh = false;
    std::string only;
    std::filesystem::path json;
    std::filesystem::path program;  ///< homeward-node
};

struct Bench {
    const Options& options;
    const apps::Config& config;
    const Server& server;
    SignedIn coordinator, worker;
    std::vector<std::string> ids;             ///< of everybody, in name order
    std::vector<Line>& lines;

    void add(Line line) {
        print_line(std::cout, line);
        lines.push_back(std::move(line));
    }
    Amount amount(int requests, double seconds = 8) const { return options.quick ? Amount{10, 2} : Amount{requests, seconds}; }
    /// Measures with one client and with eight, the line otherwise the same.
    void with_one_and_eight(const Line& line, const Amount& each, const NextRequest& next, int status = 200) {
        for (const int clients : {1, 8}) {
            Line measured = line;
            measured.clients = clients;
            add(ask_many(server, std::move(measured), each, next, status));
        }
    }
    /// The same with whole pages.
    void pages_with_one_and_eight(const Line& line, const Amount& each, const NextPage& next) {
        for (const int clients : {1, 8}) {
            Line measured = line;
            measured.clients = clients;
            add(ask_pages(server, std::move(measured), each, next));
        }
    }
};

/// Walks the whole register page by page. Throws when somebody comes twice or is missing.
std::vector<std::string> walk_register(const Server& server, const SignedIn& coordinator, std::size_t people);

// Each measures one part of the work and adds its lines.
void measure_bare_replies(Bench& bench);
void measure_pages(Bench& bench);
void measure_search(Bench& bench);
void measure_records(Bench& bench);
void measure_annual_return(Bench& bench);
void measure_homes(Bench& bench);
void measure_case_files(Bench& bench);
void measure_overviews(Bench& bench);
void measure_reports(Bench& bench);
void measure_exports(Bench& bench);
void measure_import(Bench& bench);
void measure_memory(Bench& bench);
void measure_bad_input(Bench& bench);
/// The Council's program, with a world and a server of its own.
void measure_council(const Options& options, std::vector<Line>& lines);
/// Without a server: safe tables, beside what other tools reached.
void measure_tables(const Options& options, std::vector<Line>& lines);
/// Without a server: what the name index and the search for duplicates take of a processor.
void measure_identity(Bench& bench);
/// Starts servers of its own: the caller's must not run.
void measure_start(const Options& options, const apps::Config& config, std::vector<Line>& lines);

}  // namespace homeward::bench
