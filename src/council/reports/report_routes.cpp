#include "council/reports/report_routes.h"

#include "access/permission.h"
#include "council/reports/block_body.h"
#include "council/reports/report.h"
#include "http/json_reply.h"
#include "printing/document.h"

namespace homeward::council {

struct ReportAllows {
    bool edit = false, correct = false;
};
BOOST_DESCRIBE_STRUCT(ReportAllows, (), (edit, correct))
struct ReportLineBody {
    ReportId id;
    int year = 0;
    std::string language;
    int edition = 1;
    std::string state, title, correction;
    bool example = false;
    Instant made_at;
    std::optional<Instant> released_at;
};
BOOST_DESCRIBE_STRUCT(ReportLineBody, (), (id, year, language, edition, state, title, correction, example, made_at, released_at))
struct ReportListBody {
    std::vector<ReportLineBody> items;
    bool may_draft = false;
};
BOOST_DESCRIBE_STRUCT(ReportListBody, (), (items, may_draft))
struct ReportSectionBody {
    std::string key, title;
    bool left_out = false;
    std::string before, after;
    std::vector<BlockBody> drawn;
    Instant drawn_at;
};
BOOST_DESCRIBE_STRUCT(ReportSectionBody, (), (key, title, left_out, before, after, drawn, drawn_at))
struct ReportBody : ReportLineBody {
    int version = 1;
    std::optional<ReportId> corrected_by;
    std::vector<BlockBody> blocks;
    std::vector<ReportSectionBody> sections;
    ReportAllows allows;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (ReportLineBody), (version, corrected_by, blocks, sections, allows))

struct ReportInput {
    int year = 0;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(ReportInput, (), (year, language))
struct ReportSectionInput {
    std::string key;
    bool left_out = false;
    std::string before, after;
};
BOOST_DESCRIBE_STRUCT(ReportSectionInput, (), (key, left_out, before, after))
struct ReportEditInput {
    int version = 0;
    std::string title;
    std::vector<ReportSectionInput> sections;
};
BOOST_DESCRIBE_STRUCT(ReportEditInput, (), (version, title, sections))
struct ReportSeen {
    int version = 0;
    std::optional<std::vector<std::string>> sections;
};
BOOST_DESCRIBE_STRUCT(ReportSeen, (), (version, sections))
struct ReportReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReportReason, (), (reason))

namespace {

using access::Work;
using http::Reply;
using http::Request;

// Some tables of a year and what is written around them fit well; a picture does not belong here.
const http::RouteOptions kLongBody{.max_body_bytes = 1 << 20, .content_types = {"application/json"}};

ReportLineBody line_of(const Report& r) {
    return {r.id, r.year, r.language, r.edition, r.released() ? "released" : "draft", r.title, r.correction, r.example, r.made_at, r.released_at};
}

ReportBody body_of(Work& work, const Report& report) {
    ReportBody body;
    static_cast<ReportLineBody&>(body) = line_of(report);
    body.version = report.version;
    body.corrected_by = find_correction(work.db, report);
    body.blocks = block_bodies(document_of(work.db, report).blocks);
    const bool edits = may(work.actor, access::Permission::edit_council);
    body.allows = {edits && !report.released(), edits && report.released() && !body.corrected_by};
    if (report.released()) return body;
    for (const auto& section : report.sections) {
        const auto* kind = find_report_section(section.key);
        ReportSection only = section;
        only.before.clear();
        only.after.clear();
        body.sections.push_back({section.key, report.language == "ru" ? kind->title_ru : kind->title_en, section.left_out, section.before, section.after,
                                 block_bodies(blocks_of(report, only)), section.drawn_at});
    }
    return body;
}

Result<ReportId> id_of(const Request& request) { return http::id_of<ReportId>(request, "report_id"); }

Result<Reply> show(Work& work, const Request& request) { return http::ok(body_of(work, TRY(see_report(work, TRY(id_of(request)))))); }

Result<Reply> list(Work& work, const Request&) {
    ReportListBody body{{}, may(work.actor, access::Permission::edit_council)};
    for (const auto& report : list_reports(work)) body.items.push_back(line_of(report));
    return http::ok(body);
}

Result<Reply> pdf(Work& work, const Request& request) {
    const Report report = TRY(see_report(work, TRY(id_of(request))));
    return http::download("application/pdf", report.title + ".pdf", printing::to_pdf(document_of(work.db, report), paper_instant(work, report)));
}

Result<Reply> docx(Work& work, const Request& request) {
    const Report report = TRY(see_report(work, TRY(id_of(request))));
    return http::download("application/vnd.openxmlformats-officedocument.wordprocessingml.document", report.title + ".docx",
                          printing::to_docx(document_of(work.db, report), paper_instant(work, report)));
}

void editing(http::Router& router, const exchange::Membership& members) {
    router.write("POST", "/api/reports", [&members](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReportInput>(request));
        const auto id = TRY(draft_report(work, members, input.year, input.language));
        return http::created("/api/reports/" + id.str(), body_of(work, TRY(see_report(work, id))));
    });
    router.write("PUT", "/api/reports/{report_id}", [](Work& work, const Request& request) -> Result<Reply> {
        auto input = TRY(http::body_as<ReportEditInput>(request));
        ReportEdit edit{input.version, std::move(input.title), {}};
        for (auto& section : input.sections) edit.sections.push_back({std::move(section.key), section.left_out, std::move(section.before), std::move(section.after)});
        TRY(save_report(work, TRY(id_of(request)), edit));
        return show(work, request);
    }, kLongBody);
    router.write("POST", "/api/reports/{report_id}/refresh", [&members](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReportSeen>(request));
        TRY(refresh_report(work, members, TRY(id_of(request)), input.version, input.sections.value_or(std::vector<std::string>())));
        return show(work, request);
    });
    router.write("POST", "/api/reports/{report_id}/release", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(release_report(work, TRY(id_of(request)), TRY(http::body_as<ReportSeen>(request)).version));
        return show(work, request);
    });
    router.write("POST", "/api/reports/{report_id}/discard", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(discard_report(work, TRY(id_of(request)), TRY(http::body_as<ReportSeen>(request)).version));
        return http::no_content();
    });
    router.write("POST", "/api/reports/{report_id}/corrections", [&members](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(correct_report(work, members, TRY(id_of(request)), TRY(http::body_as<ReportReason>(request)).reason));
        return http::created("/api/reports/" + id.str(), body_of(work, TRY(see_report(work, id))));
    });
}

}  // namespace

void report_routes(http::Router& router, const Program& program) {
    router.read("GET", "/api/reports", list);
    router.read("GET", "/api/reports/{report_id}", show);
    router.read("GET", "/api/reports/{report_id}/pdf", pdf);
    router.read("GET", "/api/reports/{report_id}/docx", docx);
    // The same answers: a guest holds the word `all` alone, and so sees what was released.
    router.open_read("GET", "/api/public/reports", list);
    router.open_read("GET", "/api/public/reports/{report_id}", show);
    router.open_read("GET", "/api/public/reports/{report_id}/pdf", pdf);
    router.open_read("GET", "/api/public/reports/{report_id}/docx", docx);
    editing(router, program.exchange.members());
}

}  // namespace homeward::council
