#include "council/papers/paper.h"

#include "base/languages.h"
#include "council/members/body.h"
#include "council/text_rules.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr int kMostOfThing = 100;

Done check_room(Work& work, const Thing& thing) {
    auto query = work.db.query("SELECT count(*) FROM papers WHERE thing_kind = $1 AND thing_id = $2 AND withdrawn_at IS NULL", thing.kind, thing.id);
    if (*query.value<int>() >= kMostOfThing) return conflict("paper.no_room", {{"most", std::to_string(kMostOfThing)}});
    return {};
}

bool is_there(Work& work, const Thing& thing, files::FileId file) {
    return work.db.query("SELECT 1 FROM papers WHERE thing_kind = $1 AND thing_id = $2 AND file_id = $3 AND withdrawn_at IS NULL", thing.kind, thing.id, file).next();
}

}  // namespace

Done check_paper(Work& work, const NewPaper& paper) {
    TRY(require_to_add(work, paper.of));
    TRY(check_text(paper.title, 300, "title"));
    TRY(check_text(paper.file_name, 200, "file_name"));
    TRY(check_optional_text(paper.note, 1'000, "note"));
    if (!is_language(paper.language) && paper.language != "und") return invalid("paper.language", "language");
    return check_room(work, paper.of);
}

Result<PaperId> add_paper(Work& work, const files::Shelf& shelf, const NewPaper& paper, const files::Inspected& inspected) {
    TRY(check_paper(work, paper));
    const auto file = shelf.put(work, inspected);
    if (is_there(work, paper.of, file.id)) return conflict("paper.already_there");
    const auto id = PaperId::make(work.now);
    work.db.run("INSERT INTO papers (id, thing_kind, thing_id, file_id, title, language, file_name, note, member, added_by, added_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                id, paper.of.kind, paper.of.id, file.id, paper.title, paper.language, paper.file_name, paper.note, work.actor.member, work.actor.log_name(), work.now);
    search::put(work.db, {"paper", id.str(), paper.title, paper.note + "\n" + inspected.text, audience_of(work.db, paper.of.kind, paper.of.id),
                          state_or_none(work.db, work.actor.member), "", work.today()});
    work.record({"paper.added", "paper", id.str(), "", {{"of", paper.of.kind}, {"of_id", paper.of.id}, {"file", file.id.str()}, {"kind", file.kind}}});
    return id;
}

Done withdraw_paper(Work& work, PaperId id) {
    const auto paper = TRY(get_paper(work, id));
    TRY(require_to_add(work, paper.of));
    // Who holds a thing takes away what they brought, and not what the secretariat did.
    if (!paper.mine && !may(work.actor, access::Permission::edit_council)) return forbidden("access.not_allowed");
    work.db.run("UPDATE papers SET withdrawn_by = $2, withdrawn_at = $3 WHERE id = $1", id, work.actor.log_name(), work.now);
    search::remove(work.db, "paper", id.str());
    work.record({"paper.withdrawn", "paper", id.str(), "", {{"of", paper.of.kind}, {"of_id", paper.of.id}}});
    return {};
}

void show_papers(Work& work, const Thing& thing, const Audience& readers) {
    std::vector<std::string> ids;
    for (const auto row : work.db.query("SELECT id FROM papers WHERE thing_kind = $1 AND thing_id = $2 AND withdrawn_at IS NULL", thing.kind, thing.id)) {
        ids.push_back(row.get<std::string>(0));
    }
    for (const auto& id : ids) search::set_audience(work.db, "paper", id, readers);
}

}  // namespace homeward::council
