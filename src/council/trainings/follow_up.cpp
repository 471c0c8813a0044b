// Six months later: is what was learned in use?
#include <algorithm>
#include <array>
#include <set>

#include "council/mailing.h"
#include "council/text_rules.h"
#include "council/trainings/application.h"

namespace homeward::council {

using access::Work;

Date follow_up_due(const Training& training) { return training.ends_on.plus_months(kFollowUpMonths); }

Done record_follow_up(Work& work, ApplicationId id, const std::string& answer, const std::string& comment) {
    constexpr std::array<std::string_view, 5> answers{"often", "sometimes", "not_yet", "left_the_field", "not_reached"};
    const Application application = TRY(get_application(work, id));
    TRY(require_to_send_for(work.actor, application.trainee.member));
    const Training training = TRY(get_training(work, application.training_id));
    if (application.state != "accepted" || !took_part(training, application.days.size())) return conflict("application.not_accepted");
    if (work.today() < follow_up_due(training)) return conflict("follow_up.too_early", {{"date", follow_up_due(training).str()}});
    if (std::ranges::find(answers, answer) == answers.end()) return invalid("follow_up.answer", "answer");
    TRY(check_optional_text(comment, 2000, "comment"));
    work.db.run("INSERT INTO training_follow_ups (application_id, answer, comment, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5)"
                " ON CONFLICT (application_id) DO UPDATE SET answer = $2, comment = $3, recorded_by = $4, recorded_at = $5",
                id, answer, comment, work.actor.log_name(), work.now);
    work.record({"training.followed_up", "training_application", id.str(), {}, {{"answer", answer}}});
    return {};
}

Done ask_follow_ups(Work& work) {
    std::vector<TrainingId> due;
    for (const auto row : work.db.query("SELECT id FROM trainings WHERE cancelled_because IS NULL AND ends_on <= $1"
                                        " AND id NOT IN (SELECT training_id FROM training_questions)", work.today().plus_months(-kFollowUpMonths))) {
        due.push_back(row.get<TrainingId>(0));
    }
    for (const auto id : due) {
        const Training training = TRY(get_training(work, id));
        // The last day of a short month: six months back from today may be a day too early.
        if (work.today() < follow_up_due(training)) continue;
        std::set<std::string> members;
        for (const auto& each : list_applications(work, id)) {
            if (each.state == "accepted" && took_part(training, each.days.size()) && !each.follow_up) members.insert(each.trainee.member);
        }
        for (const auto& member : members) tell(work, {"focal:" + member}, news_of("training_follow_up", training));
        work.db.run("INSERT INTO training_questions (training_id, asked_at) VALUES ($1, $2)", id, work.now);
        work.record({"training.question_asked", "training", id.str(), {}, {{"members", std::to_string(members.size())}}});
    }
    return {};
}

}  // namespace homeward::council
