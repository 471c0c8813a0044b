// A day of casework: what each role's first page asks, a case file's page and its print, the overviews, and reports. The
// specification promises a social worker's first page, the case page, the print and the reports; the others stand beside them.

#include <chrono>

#include "base/date.h"
#include "base/id.h"
#include "base/json.h"
#include "bench.h"
#include "world.h"

namespace homeward::bench {
namespace {

constexpr double kTargetMs = 50, kReportSeconds = 2, kPdfMs = 1000;
constexpr std::size_t kDesks = 8;  ///< social workers who work at once
const std::vector<std::string> kRegions{"UZ-FA", "UZ-AN", "UZ-TK", "UZ-SU"};

std::string get(const SignedIn& who, const std::string& target) { return request("GET", target, who); }

boost::json::value ask_json(Client& client, const std::string& request, int status = 200) {
    const auto answer = client.ask(request);
    const auto body = json::parse(answer.body);
    if (answer.status != status || !body) throw std::runtime_error("to " + request.substr(0, request.find(" HTTP")) + " the server answers " + answer.body);
    return *body;
}

std::vector<SignedIn> colleagues(const Bench& bench, const std::string& like, std::size_t first) {
    std::vector<SignedIn> signed_in;
    for (std::size_t i = 0; i < kDesks; ++i) {
        signed_in.push_back(sign_in(bench.server.port(), colleague_username(like, kRegions[i % kRegions.size()], first + i / kRegions.size())));
    }
    return signed_in;
}
std::vector<SignedIn> workers(const Bench& bench) { return colleagues(bench, "worker", 2); }

/// The files of a social worker's people.
std::vector<std::string> files_of(const Bench& bench, const SignedIn& worker) {
    Client client(bench.server.port());
    std::vector<std::string> files;
    const auto people = ask_json(client, request("POST", "/api/register/search", worker, R"({"limit":200})"));
    for (const auto& person : people.at("items").as_array()) {
        const auto ref = ask_json(client, get(worker, "/api/persons/" + std::string(person.at("id").as_string()) + "/case"));
        if (const auto* id = ref.as_object().if_contains("case_id"); id && id->is_string()) files.emplace_back(id->as_string());
    }
    if (files.empty()) throw std::runtime_error("a social worker has no case file");
    return files;
}

std::string print_case_file(const SignedIn& worker, const std::string& file, const std::string& language) {
    const std::string body = R"({"request_id":")" + to_string(make_uuid(Instant::system_now())) + R"(","template_code":"case_file","language":")" + language +
                             R"(","answers":{},"choices":[]})";
    return request("POST", "/api/cases/" + file + "/letters", worker, body);
}

/// One request whose time is told in seconds: what happens once a month, or first.
void once(Bench& bench, const std::string& name, const std::string& request, std::optional<double> target) {
    Client client(bench.server.port());
    const double cpu = bench.server.cpu_seconds();
    const auto began = std::chrono::steady_clock::now();
    ask_json(client, request);
    Line line{.name = name, .value = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), .unit = "s", .target = target};
    line.server_cpu_ms = (bench.server.cpu_seconds() - cpu) * 1000;
    bench.add(std::move(line));
}

std::string table(const SignedIn& who, const std::string& unit, const std::string& rows, const std::string& columns) {
    return request("POST", "/api/report-builder/table", who,
                   R"({"unit":")" + unit + R"(","rows":")" + rows + R"(","columns":")" + columns + R"(","filters":[]})");
}

}  // namespace

void measure_homes(Bench& bench) {
    const auto desks = workers(bench);
    const auto psychologists = colleagues(bench, "psychologist", 0);
    const SignedIn supervisor = sign_in(bench.server.port(), "supervisor"), registry = sign_in(bench.server.port(), "registry");
    bench.pages_with_one_and_eight({.name = "home, social worker", .target = kTargetMs}, bench.amount(300), [&](std::size_t client, std::mt19937_64&) {
        return Page{{get(desks[client % kDesks], "/api/home")}};
    });
    bench.pages_with_one_and_eight({.name = "home, psychologist"}, bench.amount(200),
                                   [&](std::size_t client, std::mt19937_64&) { return Page{{get(psychologists[client % kDesks], "/api/home")}}; });
    bench.pages_with_one_and_eight({.name = "home, registry clerk"}, bench.amount(200), [&](std::size_t, std::mt19937_64&) {
        return Page{{get(registry, "/api/home"), get(registry, "/api/registry/requests?state=open&limit=25")}};
    });
    once(bench, "  a supervisor's first in a minute", get(supervisor, "/api/home"), {});
    bench.pages_with_one_and_eight({.name = "home, supervisor"}, bench.amount(200),
                                   [&](std::size_t, std::mt19937_64&) { return Page{{get(supervisor, "/api/home")}}; });
    bench.pages_with_one_and_eight({.name = "home, coordinator"}, bench.amount(200), [&](std::size_t, std::mt19937_64&) {
        return Page{{get(bench.coordinator, "/api/home"), get(bench.coordinator, "/api/actions")}};
    });
}

void measure_case_files(Bench& bench) {
    const auto desks = workers(bench);
    std::vector<std::vector<std::string>> files;
    for (const auto& desk : desks) files.push_back(files_of(bench, desk));
    const auto any = [&](std::size_t client, std::mt19937_64& random) { return files[client % kDesks][random() % files[client % kDesks].size()]; };
    // The frame asks for the file; its parts ask once they are drawn. What is the same for every file is asked once in a session.
    bench.pages_with_one_and_eight({.name = "case page", .target = kTargetMs}, bench.amount(300), [&](std::size_t client, std::mt19937_64& random) {
        const auto& desk = desks[client % kDesks];
        const std::string file = "/api/cases/" + any(client, random);
        return Page{{get(desk, file)}, {get(desk, file + "/services"), get(desk, file + "/surveys"), get(desk, file + "/assessments"), get(desk, file + "/visit-changes")}};
    });
    for (const std::string language : {"en", "ru"}) {
        std::vector<double> took;
        Client client(bench.server.port());
        std::mt19937_64 random(20240514);
        std::size_t bytes = 0;
        for (int i = 0; i < (bench.options.quick ? 2 : 60); ++i) {
            const auto desk = random() % kDesks;
            const std::string asked = print_case_file(desks[desk], any(desk, random), language);
            const auto began = std::chrono::steady_clock::now();
            const auto made = ask_json(client, asked, 201);
            const auto pdf = client.ask(get(desks[desk], "/api/letters/" + std::string(made.at("id").as_string()) + "/content"));
            took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
            if (pdf.status != 200 || !pdf.body.starts_with("%PDF")) throw std::runtime_error("a case file does not print");
            bytes = std::max(bytes, pdf.bytes);
        }
        Line line = with_samples({.name = "case file as PDF, " + language, .target = kPdfMs}, std::move(took));
        bench.add(std::move(line));
        bench.add({.name = "  its size at most", .value = static_cast<double>(bytes) / 1000, .unit = "kB"});
    }
    bench.pages_with_one_and_eight({.name = "calendar of a month"}, bench.amount(200), [&](std::size_t client, std::mt19937_64& random) {
        const Date from = Date::of(Instant::system_now()).plus_days(-static_cast<std::int64_t>(random() % 120));
        return Page{{get(desks[client % kDesks], "/api/calendar?from=" + from.str() + "&to=" + from.plus_days(30).str())}};
    });
}

void measure_overviews(Bench& bench) {
    const SignedIn supervisor = sign_in(bench.server.port(), "supervisor");
    bench.with_one_and_eight({.name = "caseload of a region"}, bench.amount(60, 6), [&](std::mt19937_64&) { return get(supervisor, "/api/caseload"); });
    bench.with_one_and_eight({.name = "tasks of a supervisor, 200"}, bench.amount(60, 6),
                             [&](std::mt19937_64&) { return get(supervisor, "/api/tasks?limit=200"); });
    once(bench, "bottlenecks, State", get(bench.coordinator, "/api/bottlenecks"), {});
    once(bench, "waiting times, State", get(bench.coordinator, "/api/service-waiting?by=provider"), {});
}

void measure_reports(Bench& bench) {
    const auto& who = bench.coordinator;
    bench.server.forget_highest();
    const double before = bench.server.memory().now;
    // Facts of a month are gathered when somebody first asks for their unit; a table is protected when it is first asked for.
    once(bench, "report: facts of services", get(who, "/api/report-builder/units/services"), kReportSeconds);
    once(bench, "report: service by month, first", table(who, "services", "service", "month"), kReportSeconds);
    once(bench, "report: region by service, first", table(who, "services", "region", "service"), kReportSeconds);
    once(bench, "report: region by month, first", table(who, "services", "region", "month"), kReportSeconds);
    once(bench, "report: facts of people", get(who, "/api/report-builder/units/people"), kReportSeconds);
    once(bench, "report: region by step, first", table(who, "people", "region", "step"), kReportSeconds);
    once(bench, "report: facts of needs", get(who, "/api/report-builder/units/needs"), kReportSeconds);
    once(bench, "report: region by need, first", table(who, "needs", "region", "domain"), kReportSeconds);
    once(bench, "report: outcome curve, first", get(who, "/api/report-builder/outcomes"), kReportSeconds);
    // One is counted at a time; whoever asks meanwhile is told so.
    bench.add(ask_many(bench.server, {.name = "report: service by month, again", .target = kReportSeconds * 1000}, bench.amount(30, 5),
                       [&](std::mt19937_64&) { return table(who, "services", "service", "month"); }));
    bench.add({.name = "  memory they took at most", .value = bench.server.memory().highest - before, .unit = "MB"});
}

}  // namespace homeward::bench
