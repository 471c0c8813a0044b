// Files out and in: the whole register as a sheet, and a list of arrivals checked against it.

#include <chrono>
#include <fstream>

#include "base/json.h"
#include "bench.h"
#include "command.h"
#include "world.h"

namespace homeward::bench {
namespace {

/// What an export may take on top of what the server holds: constant memory, whatever the number of people.
constexpr double kExportGrowthMb = 16;
constexpr double kCsvSeconds = 5, kXlsxSeconds = 15, kImportSeconds = 20;
/// One person of the list in so many is in the register already.
constexpr int kKnownEvery = 20;

double seconds_since(std::chrono::steady_clock::time_point began) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

void require(const Answer& answer, int status, const std::string& what) {
    if (answer.status != status) throw std::runtime_error(what + ": the server answers " + std::to_string(answer.status) + " " + answer.body);
}

void measure_export(Bench& bench, const std::string& format, double target) {
    bench.server.forget_highest();
    const double before = bench.server.memory().now;
    Client client(bench.server.port());
    const auto began = std::chrono::steady_clock::now();
    std::size_t lines = 0;
    const auto answer = client.ask(request("POST", "/api/register/export", bench.coordinator, R"({"format":")" + format + R"(","reason":"data_check"})"),
                                   [&](std::string_view part) { lines += static_cast<std::size_t>(std::ranges::count(part, '\n')); });
    const double took = seconds_since(began);
    require(answer, 200, "export");
    if (format == "csv" && lines < bench.options.people + 2) throw std::runtime_error("the export has " + std::to_string(lines) + " lines only");
    bench.add({.name = "export all as " + format, .value = took, .unit = "s", .target = target});
    bench.add({.name = "  its size", .value = static_cast<double>(answer.bytes) / 1e6, .unit = "MB"});
    bench.add({.name = "  memory it took at most", .value = bench.server.memory().highest - before, .unit = "MB", .target = kExportGrowthMb});
}

std::string cell(const std::string& text) { return '"' + text + '"'; }

/// A list as ministries send it. Every twentieth person is one of the register, the name in Latin or Cyrillic as there.
std::string arrival_list(const Options& options, int rows) {
    const auto stock = name_stock();
    Population strangers(stock, options.seed + 3), known(stock, options.seed);
    std::vector<people::NewPerson> people;
    for (int number = 1; static_cast<int>(people.size()) < rows; ++number) {
        for (auto& person : (number % kKnownEvery == 0 ? known : strangers).next().members) {
            person.details.note = std::to_string(number);
            people.push_back(std::move(person));
        }
    }
    people.resize(static_cast<std::size_t>(rows));
    std::string text = "№,Фамилия,Имя,Отчество,Пол,Дата рождения,№ семьи,Степень родства,Область\n";
    int number = 0;
    for (const auto& person : people) {
        const auto& name = person.names.front();
        const bool female = person.sex == people::Sex::female;
        std::string born_on = person.born_on->str();
        if (born_on.ends_with('~')) born_on.pop_back();
        for (const auto& each : {std::to_string(++number), name.family, name.given, name.patronymic, std::string(female ? "Ж" : "М"), born_on,
                                 person.details.note, std::string(person.relationship == "head" ? (female ? "мать" : "отец") : female ? "дочь" : "сын")}) {
            text += cell(each) + ",";
        }
        text += "Ферганская область\n";
    }
    return text;
}

void measure_import_over_http(Bench& bench, const std::string& list) {
    bench.server.forget_highest();
    const double before = bench.server.memory().now;
    Client client(bench.server.port());
    const auto began = std::chrono::steady_clock::now();
    const auto preview = client.ask(request("POST", "/api/imports/preview?stage_id=uz-mehr-5", bench.coordinator, list, "application/octet-stream"));
    const double preview_took = seconds_since(began);
    require(preview, 200, "import preview");
    const auto draft = json::parse(preview.body).value();
    const std::string id(draft.at("id").as_string());
    const auto commit_began = std::chrono::steady_clock::now();
    const auto commit = client.ask(request("POST", "/api/imports/" + id + "/commit", bench.coordinator, R"({"stage_id":"uz-mehr-5","decisions":[]})"));
    const double commit_took = seconds_since(commit_began);
    require(commit, 200, "import");
    bench.add({.name = "import: preview with duplicates", .value = preview_took, .unit = "s"});
    bench.add({.name = "  rows refused", .value = draft.at("refused").to_number<double>(), .unit = "rows"});
    bench.add({.name = "  possible duplicates", .value = draft.at("duplicates").to_number<double>(), .unit = "pairs"});
    bench.add({.name = "import: commit", .value = commit_took, .unit = "s"});
    bench.add({.name = "import, preview and commit", .value = preview_took + commit_took, .unit = "s", .target = kImportSeconds});
    bench.add({.name = "  memory it took at most", .value = bench.server.memory().highest - before, .unit = "MB"});
}

void measure_dry_run(Bench& bench, const std::string& list) {
    const auto file = bench.config.database.parent_path() / "arrivals.csv", verdict = bench.config.database.parent_path() / "verdict.json";
    std::ofstream(file) << list;
    const auto ran = run_command({bench.options.program.string(), "import", file.string(), "--dry-run", "--json", "--as-of", "2021-04-30"}, verdict);
    if (ran.exit_code != 0) throw std::runtime_error("the dry run of the import fails");
    bench.add({.name = "import, dry run of the command", .value = ran.seconds, .unit = "s", .target = kImportSeconds});
}

}  // namespace

void measure_exports(Bench& bench) {
    measure_export(bench, "csv", kCsvSeconds);
    measure_export(bench, "xlsx", kXlsxSeconds);
}

void measure_import(Bench& bench) {
    const std::string list = arrival_list(bench.options, bench.options.quick ? 200 : 10'000);
    measure_dry_run(bench, list);
    measure_import_over_http(bench, list);
}

}  // namespace homeward::bench
