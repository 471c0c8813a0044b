#include "casework/attachments/attachment_codes.h"
#include "casework/letters/letter.h"
#include "casework/letters/part_writer.h"
#include "casework/notes/note.h"
#include "casework/plan.h"
#include "casework/visit.h"
#include "casework/visits/visit_codes.h"
#include "people/person.h"
#include "printing/dates.h"

namespace homeward::casework {
namespace {

using access::Work;

using Blocks = std::vector<printing::Block>;

/// One case file in one language.
class Parts : PartWriter {
public:
    using PartWriter::PartWriter;

    Done documents() {
        const auto person = TRY(people::get_person(work_, file_.person_id));
        printing::Table table{"", {{say("Document", "Документ")}, {say("Where it stands", "Что с ним")}}, {}};
        for (const auto& paper : person.papers) {
            table.rows.push_back({word("people", "kind." + paper.kind), word("people", "document_state." + std::string(people::to_string(paper.state)))});
        }
        return put(std::move(table), say("No papers are noted.", "Документы не отмечены."));
    }
    Done needs() {
        const auto found = TRY(needs_of(work_, file_));
        printing::Table table{"", {{say("Area", "Область")}, {say("Support", "Поддержка")}, {say("What was said and seen", "Что услышали и увидели"), false, 2}}, {}};
        for (const auto& need : found.current) {
            table.rows.push_back({word("casework", "domain." + std::string(json::name_of(need.domain))), word("casework", "level." + std::string(json::name_of(need.level))), need.note});
        }
        return put(std::move(table), say("No needs are written down yet.", "Потребности ещё не записаны."));
    }
    Done agreed() {
        printing::Table table{"", {{say("What will be reached", "Чего хотим достичь"), false, 2}, {say("Service", "Услуга"), false, 2}, {say("By", "До")}}, {}};
        for (const auto& plan : TRY(plans_of(work_, file_))) {
            if (plan.state != PlanState::approved) continue;
            for (const auto& goal : plan.goals) append_goal(table, goal);
        }
        return put(std::move(table), say("No plan is agreed yet.", "План ещё не согласован."));
    }
    Done visits() {
        printing::Table table{"", {{say("Day", "День")}, {say("Visit", "Посещение")}, {say("Note", "Запись"), false, 3}}, {}};
        for (const auto& visit : TRY(visits_of(work_, file_))) {
            if (table.rows.size() == kMostRows) break;
            table.rows.push_back({day(visit.done_on.value_or(visit.due_on)), visit.done_on ? say("done", "состоялось") : say("planned", "запланировано"), visit.note});
        }
        return put(std::move(table), say("No visits are noted.", "Посещений не отмечено."));
    }
    /// Notes of casework. What a psychologist wrote stays with the psychologist, and is not even read for this.
    Done notes() {
        printing::Table table{"", {{say("Day", "День")}, {say("Note", "Запись"), false, 4}}, {}};
        for (const auto& note : TRY(notes_of(work_, file_, std::nullopt, kMostRows)).items) {
            if (note.kind == NoteKind::note && note.state == NoteState::kept && note.may_read) table.rows.push_back({day(note.happened_on), note.text});
        }
        return put(std::move(table), say("No notes are written.", "Записей нет."));
    }
    /// What we hold, counted: the words themselves are in the case file, which a person may ask for.
    Done held() {
        const auto person = TRY(people::get_person(work_, file_.person_id));
        printing::Facts facts;
        facts.items.emplace_back(say("Names written down", "Записанных имён"), std::to_string(person.names.size()));
        facts.items.emplace_back(say("Papers", "Документов"), std::to_string(person.papers.size()));
        count(facts, say("Findings about needs", "Записей о потребностях"), "SELECT count(*) FROM case_needs WHERE case_id = $1");
        count(facts, say("Visits", "Посещений"), "SELECT count(*) FROM case_visits WHERE case_id = $1");
        count(facts, say("Notes of the social worker", "Записей социального работника"), "SELECT count(*) FROM case_notes WHERE case_id = $1 AND kind = 'note' AND state = 'kept'");
        count(facts, say("Notes of the psychologist, which only they read", "Записей психолога, которые читает только он"),
              "SELECT count(*) FROM case_notes WHERE case_id = $1 AND kind = 'session' AND state = 'kept'");
        count(facts, say("Files", "Файлов"), "SELECT count(*) FROM case_attachments WHERE case_id = $1 AND deleted_at IS NULL");
        count(facts, say("Letters", "Писем"), "SELECT count(*) FROM case_letters WHERE case_id = $1");
        blocks_.push_back(std::move(facts));
        return {};
    }
    Done signature_staff() {
        static const std::map<std::string, std::string> kSigned{{"uz", "Imzo"}, {"kk", "Қолы"}, {"ky", "Колу"}, {"tg", "Имзо"}, {"tk", "Goly"}};
        const auto word = kSigned.find(language_);
        return sign((word == kSigned.end() ? say("Signed by", "Подпись") : word->second) + ": " + work_.actor.name);
    }
    Done signature_person() { return sign(say("The person", "Сам человек")); }

private:
    void append_goal(printing::Table& table, const Goal& goal) const {
        if (goal.services.empty()) table.rows.push_back({goal.text, "", goal.due_on ? day(*goal.due_on) : ""});
        for (const auto& service : goal.services) {
            table.rows.push_back({goal.text, word("services", "catalogue." + service.service), service.due_on ? day(*service.due_on) : ""});
        }
    }
    void count(printing::Facts& facts, std::string label, const char* sql) const {
        facts.items.emplace_back(std::move(label), std::to_string(*work_.db.query(sql, file_.id).value<int>()));
    }
    Done sign(std::string who) {
        static const std::map<std::string, std::string> kDay{{"uz", "Sana"}, {"kk", "Күні"}, {"ky", "Күнү"}, {"tg", "Сана"}, {"tk", "Sene"}};
        const auto day = kDay.find(language_);
        blocks_.push_back(printing::Facts{{{std::move(who), "______________________"}, {day == kDay.end() ? say("Date", "Дата") : day->second, "______________________"}}});
        return {};
    }
};

}  // namespace

Done append_part(Work& work, const CaseFile& file, const std::string& part, const std::string& language, Blocks& blocks) {
    static const std::map<std::string, Done (Parts::*)()> kParts{
        {"documents", &Parts::documents}, {"needs", &Parts::needs}, {"agreed", &Parts::agreed}, {"visits", &Parts::visits}, {"notes", &Parts::notes},
        {"held", &Parts::held}, {"signature_staff", &Parts::signature_staff}, {"signature_person", &Parts::signature_person}};
    const auto found = kParts.find(part);
    if (auto done = append_record_part(work, file, part, language, blocks)) return *done;
    if (found == kParts.end()) throw std::logic_error("no part " + part);
    Parts parts(work, file, language, blocks);
    return (parts.*found->second)();
}

}  // namespace homeward::casework
