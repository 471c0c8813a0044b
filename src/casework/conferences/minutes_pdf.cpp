#include <array>

#include "access/accounts.h"
#include "casework/conferences/conference_codes.h"
#include "printing/dates.h"
#include "printing/document.h"

namespace homeward::casework {
namespace {

/// What the printed minutes say. `roles` in the order of OutsideRole, `states` in that of AgreedState.
struct MinutesWords {
    const char *title, *about, *held_on, *participants, *name, *there, *yes, *no, *topics, *minutes, *agreed, *what, *who, *until, *state, *nothing, *confidential;
    std::array<const char*, 13> roles;
    std::array<const char*, 3> states;
};

constexpr MinutesWords kEnglish{
    "Minutes of a case conference", "About", "Held on", "Participants", "Who", "Present", "yes", "no", "Topics", "Minutes", "Agreed", "What", "Who does it", "By", "State",
    "Nothing was agreed.", "Confidential: only for those who took part. Do not copy, do not pass on, keep it locked.",
    {"the returnee", "caregiver", "relative", "school teacher", "doctor", "local authority", "community elder", "lawyer", "civil registry", "employer", "civil society",
     "spiritual counsellor", "another participant"},
    {"open", "done", "dropped"}};
constexpr MinutesWords kRussian{
    "Протокол совещания по случаю", "О ком", "Дата", "Участники", "Кто", "Присутствовал(а)", "да", "нет", "Вопросы", "Ход обсуждения", "Договорились", "Что", "Кто делает",
    "До", "Состояние", "Договорённостей нет.", "Конфиденциально: только для участников. Не копировать, не передавать, хранить под замком.",
    {"вернувшийся человек", "опекун", "родственник", "учитель", "врач", "местная власть", "старейшина", "юрист", "орган ЗАГС", "работодатель", "общественная организация",
     "духовный наставник", "другой участник"},
    {"не сделано", "сделано", "отменено"}};

}  // namespace

std::string minutes_pdf(access::Work& work, const Conference& conference, const std::string& person, const std::string& language) {
    const bool russian = language == "ru";
    const MinutesWords& words = russian ? kRussian : kEnglish;
    const std::string code = russian ? "ru" : "en";
    const auto name_of = [&](access::AccountId id) {
        const auto account = access::get_account(work.db, id);
        return account ? account->name : std::string();
    };
    printing::Document document{.title = words.title, .language = code, .header = words.confidential, .footer = words.confidential};
    document.blocks.push_back(printing::Heading{1, words.title});
    document.blocks.push_back(printing::Facts{{{words.about, person}, {words.held_on, printing::long_date(conference.held_on.value_or(conference.planned_on), code)}}});
    document.blocks.push_back(printing::Heading{2, words.participants});
    printing::Table there{{}, {{words.name, false, 3}, {words.there, false, 1}}, {}};
    for (const auto& each : conference.participants) {
        there.rows.push_back({each.account ? name_of(*each.account) : words.roles[static_cast<std::size_t>(*each.role)], each.attended.value_or(false) ? words.yes : words.no});
    }
    document.blocks.push_back(std::move(there));
    document.blocks.push_back(printing::Heading{2, words.topics});
    document.blocks.push_back(printing::Paragraph{conference.topics});
    document.blocks.push_back(printing::Heading{2, words.minutes});
    document.blocks.push_back(printing::Paragraph{conference.minutes});
    document.blocks.push_back(printing::Heading{2, words.agreed});
    if (conference.tasks.empty()) document.blocks.push_back(printing::Paragraph{words.nothing});
    printing::Table agreed{{}, {{words.what, false, 4}, {words.who, false, 2}, {words.until, false, 2}, {words.state, false, 1}}, {}};
    for (const auto& task : conference.tasks) {
        agreed.rows.push_back({task.text, name_of(task.owner), printing::long_date(task.due_on, code), words.states[static_cast<std::size_t>(task.state)]});
    }
    if (!agreed.rows.empty()) document.blocks.push_back(std::move(agreed));
    return printing::to_pdf(document, work.now);
}

}  // namespace homeward::casework
