#pragma once

#include "access/work.h"

namespace homeward::council {

/// How many specialists took part in trainings that ended in a year: each person once, however many trainings.
///
/// member   the State or body that sent them; empty for all together
/// people   distinct persons who were there on at least four days in five
/// places   participations: one person in two trainings counts twice
struct TrainingFigure {
    int year = 0;
    std::string member;
    int people = 0;
    int places = 0;
};

/// By year downwards; within it all together first, then by member.
std::vector<TrainingFigure> training_figures(store::Connection& db);
/// Distinct persons over all years.
int people_trained(store::Connection& db);

}  // namespace homeward::council
