#include "casework/assessments/assessment_store.h"
#include "casework/children/care.h"
#include "casework/children/interests.h"
#include "casework/children/parents.h"
#include "casework/complaints/complaint_codes.h"
#include "casework/course/answer_words.h"
#include "casework/incidents/incident_codes.h"
#include "casework/letters/part_writer.h"
#include "people/consents/consents.h"

namespace homeward::casework {
namespace {

using access::Work;

constexpr int kMostForms = 30;

class RecordParts : PartWriter {
public:
    using PartWriter::PartWriter;

    Done consents() {
        printing::Table table{"", {{say("Asked on", "Когда спросили")}, {say("What for", "Для чего"), false, 2}, {say("Answer", "Ответ")}, {say("For whom", "Для кого"), false, 2},
                                   {say("Holds until", "Действует до")}}, {}};
        for (const auto& consent : TRY(people::consents::consents_of(work_, file_.person_id))) {
            std::string receivers;
            for (const auto& receiver : consent.receivers) receivers += (receivers.empty() ? "" : ", ") + receiver.name;
            if (receivers.empty()) receivers = say("whoever it is needed for", "кому это нужно");
            const std::string until = consent.withdrawn_on ? say("withdrawn", "отозвано") + " " + day(*consent.withdrawn_on)
                                      : consent.expires_on ? day(*consent.expires_on) : say("until it is withdrawn", "пока не отозвано");
            table.rows.push_back({day(consent.given_on), word("consents", "purpose." + std::string(people::consents::name_of(consent.purpose))),
                                  word("consents", "decision." + consent.answer), receivers, consent.answer == "given" ? until : "–"});
        }
        return put(std::move(table), say("Nobody was asked yet.", "Ещё никого не спрашивали."));
    }
    /// Each form that was handed over, with its answers as it asks them.
    Done assessments() {
        bool any = false;
        for (const auto& line : assessments_of(work_.db, file_.id, std::nullopt, kMostForms)) {
            if (line.state == AssessmentState::draft) continue;
            const AssessmentWhole whole = TRY(whole_of(work_, line.id));
            any = true;
            heading(in_language(whole.form.definition.title, language_) + ", " + day(Date::of(line.saved_at)), 3);
            printing::Table table{"", {{say("Asked", "Вопрос"), false, 2}, {say("Answered", "Ответ"), false, 2}}, {}};
            for (auto& [question, answer] : answers_in_words(whole.form.definition, forms::write_answers(whole.evaluation.answers), language_)) {
                table.rows.push_back({std::move(question), answer == "true" ? say("yes", "да") : answer == "false" ? say("no", "нет") : std::move(answer)});
            }
            TRY(put(std::move(table), say("Nothing was answered.", "Ответов нет.")));
        }
        if (!any) blocks_.push_back(printing::Paragraph{say("No form was filled in yet.", "Анкеты ещё не заполняли.")});
        return {};
    }
    /// Who cares for the child, what was found to be in the child's best interests, and how the child stays in touch.
    Done child() {
        const auto cares = TRY(children::care_of(work_, file_));
        const bool of_age = TRY(children::is_of_age(work_, file_.person_id));
        const auto reports = TRY(children::reports_of(work_, {file_, of_age}));
        const auto contacts = TRY(children::contact_plans_of(work_, file_));
        if (of_age && cares.empty() && reports.empty() && contacts.empty()) return {};
        heading(say("Care and best interests", "Уход и наилучшие интересы ребёнка"));
        TRY(care_table(cares));
        TRY(report_table(reports, of_age));
        return contact_table(contacts);
    }
    Done incidents() {
        printing::Table table{"", {{say("Day", "День")}, {say("Where", "Где")}, {say("What", "Что"), false, 3}, {say("What was done", "Что сделали"), false, 3}, {say("How it ended", "Чем закончилось")}}, {}};
        for (const auto& incident : TRY(incidents_of(work_, file_, std::nullopt, kMostRows)).items) {
            std::string done = incident.done;
            for (const auto& step : incident.steps) done += (done.empty() ? "" : "\n") + day(step.done_on) + ": " + step.text;
            table.rows.push_back({day(incident.happened_on), word("notes", "incident.at." + std::string(json::name_of(incident.place))),
                                  word("notes", "incident.sort." + std::string(json::name_of(incident.kind))) + ". " + incident.what, done,
                                  incident.outcome ? word("notes", "incident.outcome." + std::string(json::name_of(*incident.outcome))) : word("notes", "incident.open")});
        }
        return put(std::move(table), say("None was written down.", "Ничего не записано."));
    }
    /// A letter that was made lies in the file for whoever works with it: of complaints it holds what all of them read.
    Done complaints() {
        printing::Table table{"", {{say("Number", "Номер")}, {say("Day", "День")}, {say("What was said", "Что сказано"), false, 3}, {say("Answer", "Ответ"), false, 3}}, {}};
        for (const auto& complaint : TRY(list_complaints(work_, {ComplaintFilter::State::all, file_.id, "", kMostRows})).items) {
            if (!complaint.may_read || about_staff(complaint.about)) continue;
            const std::string answer = complaint.answered_on ? complaint.answer : say("An answer is due by", "Ответ будет до") + " " + day(complaint.answer_by);
            table.rows.push_back({complaint.reference, day(complaint.received_on), complaint.text, answer});
        }
        TRY(put(std::move(table), say("None was taken down.", "Жалоб и предложений не записано.")));
        blocks_.push_back(printing::Paragraph{say("Complaints about staff are not in this paper, if there are any. Who answers them gives them to the person.",
                                                  "Жалоб на сотрудников в этом документе нет, даже если они есть. Человеку их выдаёт тот, кто на них отвечает."),
                                              printing::Paragraph::Style::small});
        return {};
    }

private:
    static std::string of(const children::Words& words, const char* name) {
        const auto found = words.find(name);
        return found == words.end() ? std::string() : found->second;
    }
    Done care_table(const std::vector<children::Care>& cares) {
        printing::Table table{"", {{say("Who cares", "Кто заботится"), false, 2}, {say("From", "С")}, {say("Until", "До")}, {say("Decided by", "Кто решил"), false, 2}, {say("Why", "Почему"), false, 2}}, {}};
        for (const auto& care : cares) {
            const std::string who = word("children", "care.kind." + care.kind) + ": " + word("children", "care.carer." + care.carer);
            const std::string decided = care.decided_on ? of(care.words, "authority") + " " + day(*care.decided_on) : word("children", "care.no_decision");
            table.rows.push_back({who, day(care.from_on), care.to_on ? day(*care.to_on) : "", decided, of(care.words, "reason")});
        }
        return put(std::move(table), word("children", "care.empty"));
    }
    /// of_age   a panel's papers are closed by then, and whoever may still open them opens them on the page
    Done report_table(const std::vector<children::Report>& reports, bool of_age) {
        printing::Table table{"", {{say("Day", "День")}, {say("Paper", "Документ")}, {say("State", "Состояние")}, {say("What the child wishes", "Чего хочет ребёнок"), false, 2},
                                   {say("Recommended", "Рекомендация"), false, 2}}, {}};
        for (const auto& report : reports) {
            if (report.state == "draft" || (of_age && report.kind == "panel")) continue;
            table.rows.push_back({day(Date::of(report.finished_at.value_or(report.written_at))), word("children", "interests.kind." + report.kind),
                                  word("children", "interests.state." + report.state), of(report.words, "wish"), of(report.words, "recommendation")});
        }
        return put(std::move(table), say("The child's best interests were not written down yet.", "Наилучшие интересы ребёнка ещё не записаны."));
    }
    /// With whom, without names and places of others.
    Done contact_table(const std::vector<children::ContactPlan>& plans) {
        printing::Table table{"", {{say("Stays in touch with", "Общается с"), false, 2}, {say("How", "Как")}, {say("Is it safe", "Безопасно ли")}, {say("Last time", "Последний раз")}}, {}};
        for (const auto& plan : plans) {
            std::string last;
            for (const auto& contact : plan.contacts) {
                if (last.empty() && contact.took_place) last = day(contact.held_on);
            }
            table.rows.push_back({word("children", "contact.whom." + plan.whom), word("children", "contact.way." + plan.way), word("children", "contact.safety." + plan.safety), last});
        }
        return put(std::move(table), word("children", "contact.empty"));
    }
};

}  // namespace

std::optional<Done> append_record_part(Work& work, const CaseFile& file, const std::string& part, const std::string& language, std::vector<printing::Block>& blocks) {
    static const std::map<std::string, Done (RecordParts::*)()> kParts{{"consents", &RecordParts::consents},
                                                                       {"assessments", &RecordParts::assessments},
                                                                       {"child", &RecordParts::child},
                                                                       {"incidents", &RecordParts::incidents},
                                                                       {"complaints", &RecordParts::complaints}};
    const auto found = kParts.find(part);
    if (found == kParts.end()) return std::nullopt;
    RecordParts parts(work, file, language, blocks);
    return (parts.*found->second)();
}

}  // namespace homeward::casework
