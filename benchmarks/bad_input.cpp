// Lists that mean harm, given to the program that reads arrivals: how long, and how much memory, until it answers.

#include <fstream>

#include "base/text.h"
#include "bench.h"
#include "command.h"
#include "tabular/xlsx_fixture.h"

namespace homeward::bench {
namespace {

constexpr double kSeconds = 10, kMemoryMb = 300;
constexpr int kRead = 0, kCannotBeRead = 2;
constexpr std::string_view kHead = "Family name,Given name,Father's name,Sex,Date of birth\n";

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

void measure_list(Bench& bench, const std::string& title, const std::string& file_name, const std::string& bytes, int expected) {
    const auto file = bench.config.database.parent_path() / file_name;
    std::ofstream(file, std::ios::binary) << bytes;
    const auto ran = run_command({bench.options.program.string(), "import", file.string(), "--dry-run", "--json", "--as-of", "2021-04-30"},
                                 bench.config.database.parent_path() / "verdict.json");
    if (ran.exit_code != expected) throw std::runtime_error("bad list, " + title + ": exit code " + std::to_string(ran.exit_code));
    bench.add({.name = "bad list: " + title, .value = ran.seconds, .unit = "s", .target = kSeconds});
    bench.add({.name = "  memory it took at most", .value = ran.highest_mb, .unit = "MB", .target = kMemoryMb});
}

}  // namespace

void measure_bad_input(Bench& bench) {
    const std::size_t large = bench.options.quick ? 1 : 19;  // MB; a list has at most 20
    const std::string head(kHead);
    // Whoever compares each row with each is at it for long.
    measure_list(bench, "10,000 rows alike", "alike.csv", head + repeated("Каримова,Зарина,Умаровна,F,1990-01-01\n", 10'000), kRead);
    measure_list(bench, "a million columns", "wide.csv", head + repeated("a,", 1'000'000) + "\n", kCannotBeRead);
    measure_list(bench, "a quote that never ends", "quote.csv", head + "\"" + repeated("Karimova,\n", large * 100'000), kCannotBeRead);
    measure_list(bench, "a zip bomb", "bomb.xlsx", tabular::fixture::one_sheet("<sheetData>" + repeated("<row/>", large << 20) + "</sheetData>"), kCannotBeRead);
}

}  // namespace homeward::bench
