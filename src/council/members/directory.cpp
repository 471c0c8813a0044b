#include "council/members/directory.h"

#include "council/audience.h"
#include "council/members/fold.h"

namespace homeward::council {
namespace {

const std::string kList =
    "WITH shown AS (SELECT b.code, b.kind, b.country,"
    " (SELECT n.id FROM body_names n WHERE n.body_id = b.id ORDER BY COALESCE(n.valid_from, '') <= $1 AND COALESCE(n.valid_to, '9999') >= $1 DESC,"
    "   n.language = $2 DESC, n.language = 'en' DESC, n.valid_from DESC LIMIT 1) AS name_id,"
    " COALESCE((SELECT m.tier FROM memberships m WHERE m.body_id = b.id AND m.state = 'confirmed' AND COALESCE(m.valid_from, '') <= $1"
    "   AND COALESCE(m.valid_to, '9999') >= $1 ORDER BY m.valid_from DESC LIMIT 1), '') AS tier"
    " FROM bodies b WHERE ($3 = '' OR b.kind = $3)"
    " AND NOT EXISTS (SELECT 1 FROM json_each($4) w WHERE instr(b.search_text, w.value) = 0)"
    " AND " + visible_sql("body", "b.id", "$5") + ")"
    " SELECT s.code, s.kind, s.country, n.name, n.short, s.tier, count(*) OVER () FROM shown s JOIN body_names n ON n.id = s.name_id"
    " WHERE $6 = '' OR s.tier = CASE $6 WHEN 'none' THEN '' ELSE $6 END ORDER BY n.sort_key, s.code LIMIT $7 OFFSET $8";

}  // namespace

Result<DirectoryPage> list_bodies(access::Work& work, const DirectoryQuestion& question) {
    if (length_of(question.words) > 200) return invalid("body.search_long", "q");
    DirectoryPage page;
    for (const auto row : work.db.query(kList, question.on, question.language, question.kind, folded_words(question.words), json_words(work.actor),
                                        question.tier, question.limit, question.offset)) {
        page.lines.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                              row.get<std::string>(4), row.get<std::string>(5)});
        page.total = row.integer(6);
    }
    return page;
}

}  // namespace homeward::council
