#include "council/papers/paper.h"

namespace homeward::council {
namespace {

using access::Work;

constexpr const char* kSelect =
    "SELECT p.id, p.thing_kind, p.thing_id, f.id, f.kind, f.media_type, f.size, p.title, p.language, p.file_name, p.note,"
    " COALESCE(a.name, ''), p.member, p.added_at, p.added_by"
    " FROM papers p JOIN files f ON f.id = p.file_id LEFT JOIN accounts a ON a.id = p.added_by WHERE p.withdrawn_at IS NULL AND ";

Paper paper_of(const store::Row& row, const access::Actor& actor) {
    Paper paper{row.get<PaperId>(0), {row.get<std::string>(1), row.get<std::string>(2)},
                {row.get<files::FileId>(3), row.get<std::string>(4), row.get<std::string>(5), row.get<std::int64_t>(6)},
                row.get<std::string>(7), row.get<std::string>(8), row.get<std::string>(9), row.get<std::string>(10),
                row.get<std::string>(11), row.get<std::string>(12), row.get<Instant>(13), false};
    paper.mine = row.text(14) == actor.log_name() || (!paper.member.empty() && paper.member == actor.member);
    return paper;
}

}  // namespace

Result<Paper> get_paper(Work& work, PaperId id) {
    auto query = work.db.query(std::string(kSelect) + "p.id = $1", id);
    if (!query.next()) return not_found("paper.not_found");
    auto paper = paper_of(query.row(), work.actor);
    TRY(require_to_see(work, paper.of.kind, paper.of.id, "paper.not_found"));
    return paper;
}

Result<std::vector<Paper>> list_papers(Work& work, const Thing& thing) {
    TRY(require_to_see(work, thing.kind, thing.id, "paper.no_such_thing"));
    std::vector<Paper> papers;
    // On a session's page stand the papers of its agenda too.
    const std::string of_agenda = " OR ($1 = 'session' AND p.thing_kind = 'agenda_item' AND p.thing_id IN (SELECT id FROM agenda_items WHERE session_id = $2"
                                  " AND removed_at IS NULL) AND " + visible_sql("agenda_item", "p.thing_id", "$3") + ")";
    for (const auto row : work.db.query(std::string(kSelect) + "((p.thing_kind = $1 AND p.thing_id = $2)" + of_agenda + ") ORDER BY p.added_at, p.id",
                                        thing.kind, thing.id, json_words(work.actor))) {
        papers.push_back(paper_of(row, work.actor));
    }
    return papers;
}

}  // namespace homeward::council
