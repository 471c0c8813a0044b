#include "people/sheet_words.h"

#include <algorithm>
#include <array>

namespace homeward::people {
namespace {

struct Word {
    std::string_view key, en, ru;
};

constexpr std::array kWords{
    Word{"export.sheet", "Register", "Реестр"},
    Word{"export.code", "File code", "Код дела"},
    Word{"export.family_name", "Family name", "Фамилия"},
    Word{"export.given_name", "Given name", "Имя"},
    Word{"export.patronymic", "Patronymic", "Отчество"},
    Word{"export.other_names", "Other names", "Другие имена"},
    Word{"export.sex", "Sex", "Пол"},
    Word{"export.born_on", "Born", "Дата рождения"},
    Word{"export.estimated", "Estimated", "Оценка"},
    Word{"export.stage", "Operation", "Операция"},
    Word{"export.arrived_on", "Arrived on", "Дата прибытия"},
    Word{"export.region", "Region", "Область"},
    Word{"export.district", "District", "Район"},
    Word{"export.family", "Family", "Семья"},
    Word{"export.relationship", "Relationship", "Родство"},
    Word{"export.step", "Step of the case", "Этап работы"},
    Word{"export.rows", "Rows in all", "Всего строк"},
    Word{"yes", "yes", "да"},
    Word{"sex.female", "female", "женский"},
    Word{"sex.male", "male", "мужской"},
    Word{"sex.unknown", "not known", "не указан"},
    Word{"step.none", "no case file", "дела нет"},
    Word{"step.opened", "case file opened", "дело открыто"},
    Word{"step.assessed", "needs assessed", "потребности оценены"},
    Word{"step.plan_draft", "plan being written", "план составляется"},
    Word{"step.plan_submitted", "plan submitted", "план на утверждении"},
    Word{"step.plan_approved", "plan approved", "план утверждён"},
    Word{"step.in_service", "services under way", "услуги оказываются"},
    Word{"step.follow_up", "follow-up", "сопровождение"},
    Word{"step.closure_proposed", "closure proposed", "предложено закрыть"},
    Word{"step.closed", "closed", "закрыто"},
    Word{"relationship.head", "head of family", "глава семьи"},
    Word{"relationship.spouse", "spouse", "супруг(а)"},
    Word{"relationship.son", "son", "сын"},
    Word{"relationship.daughter", "daughter", "дочь"},
    Word{"relationship.child", "child", "ребёнок"},
    Word{"relationship.brother", "brother", "брат"},
    Word{"relationship.sister", "sister", "сестра"},
    Word{"relationship.mother", "mother", "мать"},
    Word{"relationship.father", "father", "отец"},
    Word{"relationship.grandmother", "grandmother", "бабушка"},
    Word{"relationship.grandfather", "grandfather", "дедушка"},
    Word{"relationship.grandchild", "grandchild", "внук или внучка"},
    Word{"relationship.nephew_or_niece", "nephew or niece", "племянник или племянница"},
    Word{"relationship.aunt_or_uncle", "aunt or uncle", "тётя или дядя"},
    Word{"relationship.other_relative", "other relative", "другой родственник"},
    Word{"relationship.not_related", "not related", "не родственник"},
    Word{"relationship.unaccompanied", "unaccompanied", "без сопровождения"},
    Word{"arrival.refused.row", "Row", "Строка"},
    Word{"arrival.refused.reason", "Why it was refused", "Почему не принята"},
    Word{"arrival.refused.sheet", "Refused rows", "Не принятые строки"},
    Word{"arrival.reason.name_missing", "there is no name", "нет имени"},
    Word{"arrival.reason.date_impossible", "there is no such day", "такого дня не бывает"},
    Word{"arrival.reason.date_unreadable", "the date cannot be read", "дату нельзя прочитать"},
    Word{"arrival.reason.birth_date_future", "the birth date lies in the future", "дата рождения в будущем"},
    Word{"arrival.reason.birth_date_after_arrival", "the birth date lies after the arrival", "дата рождения позже прибытия"},
    Word{"arrival.reason.sex_unreadable", "the sex cannot be read", "пол нельзя прочитать"},
    Word{"arrival.reason.document_conflict", "the document number stands on another person too", "тот же номер документа у другого человека"},
};

}  // namespace

std::string sheet_word(std::string_view key, std::string_view language) {
    const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& word) { return word.key == key; });
    if (found == kWords.end()) return std::string(key);
    return std::string(language == "ru" ? found->ru : found->en);
}

}  // namespace homeward::people
