#include "statistics/reports/report_routes.h"

#include "access/accounts.h"
#include "http/json_reply.h"
#include "statistics/reports/report_files.h"
#include "statistics/reports/spec_json.h"
#include "statistics/returns/return_bodies.h"

namespace homeward::statistics {

struct UnitBody {
    std::string key;
    std::vector<Dimension> dimensions;
    Instant taken_at;
    std::vector<std::vector<std::string>> given_out;
};
BOOST_DESCRIBE_STRUCT(UnitBody, (), (key, dimensions, taken_at, given_out))

BOOST_DESCRIBE_STRUCT(Progress, (), (done, of))

struct BuilderBody {
    std::vector<std::string> units;
    int floor = 0;
    int most_crossed = 0;
    bool one_region = false;
    bool may_share_in_region = false;
};
BOOST_DESCRIBE_STRUCT(BuilderBody, (), (units, floor, most_crossed, one_region, may_share_in_region))

/// A hidden cell is null.
struct ReportBody {
    ReportSpec spec;
    Instant taken_at;
    Dimension rows;
    std::optional<Dimension> columns;
    std::vector<std::optional<std::int64_t>> cells;
    int hidden = 0;
    int floor = 0;
    int row_count = 0;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (spec, taken_at, rows, columns, cells, hidden, floor, row_count, checksum))

struct SavedAllows {
    bool remove = false;
};
BOOST_DESCRIBE_STRUCT(SavedAllows, (), (remove))

struct SavedBody {
    SavedReportId id;
    std::string name;
    Shared shared = Shared::own;
    ReportSpec spec;
    std::string saved_by;
    Instant saved_at;
    SavedAllows allows;
};
BOOST_DESCRIBE_STRUCT(SavedBody, (), (id, name, shared, spec, saved_by, saved_at, allows))

struct SavedListBody {
    std::vector<SavedBody> items;
};
BOOST_DESCRIBE_STRUCT(SavedListBody, (), (items))

struct SaveInput {
    std::string name;
    Shared shared = Shared::own;
    ReportSpec spec;
};
BOOST_DESCRIBE_STRUCT(SaveInput, (), (name, shared, spec))

struct PointBody {
    int month = 0;
    std::optional<std::int64_t> people;
    std::optional<double> mean;
};
BOOST_DESCRIBE_STRUCT(PointBody, (), (month, people, mean))

struct CurveBody {
    Instant taken_at;
    int floor = 0;
    std::vector<PointBody> points;
};
BOOST_DESCRIBE_STRUCT(CurveBody, (), (taken_at, floor, points))

namespace {

using access::Actor;
using access::Work;
using http::Reply;
using http::Request;

SavedBody body_of(Work& work, const SavedReport& saved) {
    const auto account = access::get_account(work.db, saved.saved_by);
    return {saved.id, saved.name, saved.shared, saved.spec, account ? account->name : "", saved.saved_at, {saved.saved_by == work.actor.id}};
}

ReportBody body_of(const PassedReport& report, const Rules& rules) {
    return {report.spec(), report.taken_at(), report.rows(), report.columns(), report.cells(), report.hidden(), rules.floor, static_cast<int>(report.height()),
            report.checksum()};
}

Result<Reply> show_builder(Work& work, const Rules& rules) {
    const auto reach = TRY(access::require(work.actor, access::Permission::build_reports));
    return http::ok(BuilderBody{report_units(), rules.floor, static_cast<int>(most_crossed), reach != access::Reach::all, !work.actor.region.empty()});
}

Result<Reply> list_saved(Work& work, const Request&) {
    SavedListBody body;
    for (const auto& saved : TRY(saved_reports(work))) body.items.push_back(body_of(work, saved));
    return http::ok(body);
}

Result<Reply> show_saved(Work& work, const Request& request) {
    return http::ok(body_of(work, TRY(saved_report(work, TRY(http::id_of<SavedReportId>(request, "report_id"))))));
}

Result<Reply> save(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<SaveInput>(request));
    const auto id = TRY(save_report(work, input.name, input.shared, input.spec));
    return http::created("/api/saved-reports/" + id.str(), body_of(work, TRY(saved_report(work, id))));
}

Result<Reply> remove(Work& work, const Request& request) {
    TRY(remove_report(work, TRY(http::id_of<SavedReportId>(request, "report_id"))));
    return http::no_content();
}

struct Kind {
    FileFormat format;
    const char* name;
    const char* type;
};
constexpr Kind kKinds[] = {{FileFormat::csv, "csv", "text/csv; charset=utf-8"},
                           {FileFormat::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
                           {FileFormat::pdf, "pdf", "application/pdf"}};

/// A table that has passed, as the file that the reader asked for.
Result<Reply> file_of(ReportDesk& desk, const Actor& actor, const Request& request, const ReportSpec& spec, const std::string& title, const RegionNames& regions) {
    for (const Kind& kind : kKinds) {
        if (request.query("format") != kind.name) continue;
        const PassedReport report = TRY(desk.run(actor, spec, kind.name));
        const std::string language(request.query("language").value_or("en"));
        std::string file = to_file(report, kind.format, {title, language, regions(language)});
        return http::download(kind.type, "report-" + Date::of(report.taken_at()).str() + "." + kind.name, std::move(file))
            .with_header("X-Report-Rows", std::to_string(report.height()))
            .with_header("X-Report-Checksum", report.checksum());
    }
    return invalid("report.format", "format");
}

Result<Reply> saved_file(ReportDesk& desk, access::Works& works, const Actor& actor, const Request& request, const RegionNames& regions) {
    const auto id = TRY(http::id_of<SavedReportId>(request, "report_id"));
    const auto saved = TRY(works.read<SavedReport>(actor, [&](Work& work) { return saved_report(work, id); }));
    return file_of(desk, actor, request, saved.spec, saved.name, regions);
}

std::string ticket_of(const Request& request) { return std::string(request.query("ticket").value_or("")); }

}  // namespace

void report_routes(http::Router& router, access::Works& works, ReportDesk& desk, const RegionNames& regions) {
    router.read("GET", "/api/report-builder", [&desk](Work& work, const Request&) { return show_builder(work, desk.rules()); });
    // Outside any transaction: facts are gathered and protected on a worker's thread, and the writer keeps the result.
    router.task("GET", "/api/report-builder/units/{unit}", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        const Cube cube = TRY(desk.cube(actor, request.path_parameter("unit")));
        return http::ok(UnitBody{cube.unit, cube.dimensions, cube.taken_at, TRY(desk.given_out(actor, cube))});
    });
    router.task("POST", "/api/report-builder/table", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        return http::ok(body_of(TRY(desk.run(actor, TRY(http::body_as<ReportSpec>(request)), "run", ticket_of(request))), desk.rules()));
    });
    router.task("POST", "/api/report-builder/file", [&desk, regions](const Actor& actor, const Request& request) -> Result<Reply> {
        return file_of(desk, actor, request, TRY(http::body_as<ReportSpec>(request)), {}, regions);
    });
    router.task("GET", "/api/report-builder/counting", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        TRY(access::require(actor, access::Permission::build_reports));
        return http::ok(desk.turns().progress(actor, ticket_of(request)));
    });
    router.task("DELETE", "/api/report-builder/counting", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        TRY(access::require(actor, access::Permission::build_reports));
        desk.turns().end(actor, ticket_of(request));
        return http::no_content();
    });
    router.task("GET", "/api/report-builder/outcomes", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        const Curve curve = TRY(desk.curve(actor, std::string(request.query("region").value_or(""))));
        CurveBody body{curve.taken_at, desk.rules().floor, {}};
        for (const auto& [month, people, mean] : curve.points) body.points.push_back({month, people, mean});
        return http::ok(body);
    });
    router.read("GET", "/api/saved-reports", list_saved);
    router.write("POST", "/api/saved-reports", save);
    router.read("GET", "/api/saved-reports/{report_id}", show_saved);
    router.write("DELETE", "/api/saved-reports/{report_id}", remove);
    router.task("GET", "/api/saved-reports/{report_id}/file", [&desk, &works, regions](const Actor& actor, const Request& request) {
        return saved_file(desk, works, actor, request, regions);
    });
}

}  // namespace homeward::statistics
