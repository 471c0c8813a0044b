#include "council/papers/paper_routes.h"

#include "base/text.h"
#include "council/papers/paper.h"
#include "files/file_name.h"
#include "http/json_reply.h"

namespace homeward::council {

struct PaperAllows {
    bool withdraw = false;
};
BOOST_DESCRIBE_STRUCT(PaperAllows, (), (withdraw))
struct PaperBody {
    PaperId id;
    std::string of, title, language, file_name, kind;
    std::int64_t size = 0;
    std::string note, added_by, member;
    Instant added_at;
    PaperAllows allows;
};
BOOST_DESCRIBE_STRUCT(PaperBody, (), (id, of, title, language, file_name, kind, size, note, added_by, member, added_at, allows))
struct PapersAllow {
    std::vector<std::string> add_to;
};
BOOST_DESCRIBE_STRUCT(PapersAllow, (), (add_to))
struct PapersBody {
    std::vector<PaperBody> items;
    PapersAllow allows;
};
BOOST_DESCRIBE_STRUCT(PapersBody, (), (items, allows))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

Result<Thing> thing_of(const Request& request) {
    auto thing = Thing::parse(request.query("of").value_or(""));
    if (!thing) return not_found("paper.no_such_thing");
    return std::move(*thing);
}

Result<NewPaper> new_paper_of(const Request& request) {
    const auto word = [&](const char* name) { return std::string(trim(request.query(name).value_or(""))); };
    NewPaper paper{TRY(thing_of(request)), word("title"), word("language"), files::file_name_of(request.header("x-file-name")), word("note")};
    if (paper.title.empty()) paper.title = paper.file_name.substr(0, paper.file_name.rfind('.'));
    if (paper.language.empty()) paper.language = "und";
    return paper;
}

PaperBody body_of(const Paper& paper, const access::Actor& actor, bool may_add) {
    const bool withdraw = may_add && (paper.mine || may(actor, Permission::edit_council));
    return {paper.id, paper.of.str(), paper.title, paper.language, paper.file_name, paper.file.kind, paper.file.size, paper.note, paper.added_by, paper.member, paper.added_at, {withdraw}};
}

Result<Reply> list(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    const auto thing = TRY(thing_of(request));
    PapersBody body;
    const auto papers = TRY(list_papers(work, thing));
    for (const auto& place : places_to_add(work, thing)) body.allows.add_to.push_back(place.str());
    for (const auto& paper : papers) {
        const bool may_add = std::ranges::find(body.allows.add_to, paper.of.str()) != body.allows.add_to.end();
        body.items.push_back(body_of(paper, work.actor, may_add));
    }
    return http::ok(body);
}

/// For everybody: papers of what is public, without the names of those who added them.
Result<Reply> list_public(Work& work, const Request& request) {
    PapersBody body;
    for (auto paper : TRY(list_papers(work, TRY(thing_of(request))))) {
        paper.added_by.clear();
        body.items.push_back(body_of(paper, work.actor, false));
    }
    return http::ok(body);
}

/// A picture may be shown where it stands; everything else is saved. The server's policy for data keeps either from
/// acting as a page.
Result<Reply> content(const Program& program, Work& work, const Request& request) {
    const auto paper = TRY(get_paper(work, TRY(http::id_of<PaperId>(request, "paper_id"))));
    auto reply = http::download(paper.file.media_type, paper.file_name, program.shelf.reader(program.works->store(), paper.file.id));
    if (paper.file.kind != "png" && paper.file.kind != "jpeg" && paper.file.kind != "pdf") return reply;
    for (auto& [name, value] : reply.headers) {
        if (name == "Content-Disposition") value.replace(0, value.find(';'), "inline");
    }
    return reply;
}

/// Looking into a file takes seconds, so it stands between two transactions, each of which asks whether it may be.
Result<Reply> add(const Program& program, const access::Actor& actor, const Request& request) {
    auto& works = *program.works;
    const auto paper = TRY(new_paper_of(request));
    TRY(works.read<void>(actor, [&](Work& work) { return check_paper(work, paper); }));
    const auto inspected = TRY(files::inspect(request.body, paper.file_name));
    const auto body = TRY(works.write<PaperBody>(actor, [&](Work& work) -> Result<PaperBody> {
        const auto id = TRY(add_paper(work, program.shelf, paper, inspected));
        return body_of(TRY(get_paper(work, id)), work.actor, true);
    }));
    return http::created("/api/papers/" + body.id.str() + "/content", body);
}

}  // namespace

void paper_routes(http::Router& router, const Program& program) {
    router.read("GET", "/api/papers", list);
    // Somewhat above the limit, so that a file just over it hears why.
    router.task("POST", "/api/papers", [program](const access::Actor& actor, const Request& request) { return add(program, actor, request); },
                {.max_body_bytes = files::kLargestFile + (1u << 20), .content_types = {"*/*"}});
    router.read("GET", "/api/papers/{paper_id}/content", [program](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return content(program, work, request);
    });
    router.write("POST", "/api/papers/{paper_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_paper(work, TRY(http::id_of<PaperId>(request, "paper_id"))));
        return http::no_content();
    });
    router.open_read("GET", "/api/public/papers", list_public);
    router.open_read("GET", "/api/public/papers/{paper_id}/content", [program](Work& work, const Request& request) { return content(program, work, request); });
}

}  // namespace homeward::council
