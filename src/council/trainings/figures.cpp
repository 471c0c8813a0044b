#include "council/trainings/figures.h"

#include "council/trainings/application.h"

namespace homeward::council {
namespace {

// One row for each who took part.
const std::string kTookPart =
    "WITH took_part AS (SELECT a.trainee_id, a.member, CAST(substr(t.ends_on, 1, 4) AS INTEGER) AS year"
    " FROM training_applications a JOIN trainings t ON t.id = a.training_id AND t.cancelled_because IS NULL"
    " WHERE a.state = 'accepted' AND " + std::string(kTookPartSql) + ") ";

}  // namespace

std::vector<TrainingFigure> training_figures(store::Connection& db) {
    std::vector<TrainingFigure> figures;
    for (const auto row : db.query(kTookPart +
                                   "SELECT year, '' AS member, COUNT(DISTINCT trainee_id), COUNT(*) FROM took_part GROUP BY year UNION ALL"
                                   " SELECT year, member, COUNT(DISTINCT trainee_id), COUNT(*) FROM took_part GROUP BY year, member"
                                   " ORDER BY 1 DESC, 2")) {
        figures.push_back({row.get<int>(0), row.get<std::string>(1), row.get<int>(2), row.get<int>(3)});
    }
    return figures;
}

int people_trained(store::Connection& db) {
    return *db.query(kTookPart + "SELECT COUNT(DISTINCT trainee_id) FROM took_part").value<int>();
}

}  // namespace homeward::council
