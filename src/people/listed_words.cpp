#include "people/listed_words.h"

#include "base/text.h"
#include "people/arrival_words.h"

namespace homeward::people {
namespace {

const WordTable<std::string_view>& kin() {
    static const WordTable<std::string_view> words = {
        {"spouse", {"муж", "жена", "супруг", "супруга", "husband", "wife", "spouse", "күйеуі", "жұбайы", "әйелі", "зайыбы", "күйөөсү", "аялы", "эри", "хотини", "рафиқаси", "eri", "xotini", "шавҳар", "шавҳараш", "ҳамсараш", "adamsy", "aýaly"}},
        {"son", {"сын", "сынок", "son", "ұлы", "ұл", "ūly", "уулу", "уул", "ўғли", "oʻgʻli", "ogʻli", "писар", "писараш", "pisar", "ogly", "пасынок", "stepson"}},
        {"daughter", {"дочь", "дочка", "daughter", "қызы", "қыз", "qyzy", "кызы", "кыз", "қизи", "qizi", "духтар", "духтараш", "duxtar", "gyzy", "падчерица", "stepdaughter"}},
        {"child", {"ребенок", "ребёнок", "child", "бала", "баласы", "бола", "bola", "фарзанд", "farzand", "çaga"}},
        {"brother", {"брат", "brother", "аға", "ағасы", "іні", "інісі", "ага", "байке", "ини", "ака", "акаси", "ука", "укаси", "aka", "uka", "бародар", "додар", "dogan"}},
        {"sister", {"сестра", "sister", "әпке", "әпкесі", "қарындас", "қарындасы", "сіңлі", "эже", "эжеси", "сиңди", "эже-сиңди", "карындаш", "опа", "опаси", "сингил", "синглиси", "opa", "singil", "хоҳар", "апа", "uýa"}},
        {"mother", {"мать", "мама", "mother", "ана", "анасы", "ana", "эне", "энеси", "она", "онаси", "ona", "модар", "modar", "ene"}},
        {"father", {"отец", "папа", "father", "әке", "әкесі", "ата", "атасы", "ота", "отаси", "ota", "падар", "padar", "kaka"}},
        {"grandmother", {"бабушка", "grandmother", "әже", "әжесі", "чоң эне", "таяне", "буви", "бувиси", "buvi", "бибӣ", "bibi", "момо"}},
        {"grandfather", {"дедушка", "дед", "grandfather", "чоң ата", "бобо", "bobo", "бобояш"}},
        {"grandchild", {"внук", "внучка", "grandson", "granddaughter", "grandchild", "небере", "немересі", "набера", "nevara", "agtyk"}},
        {"nephew_or_niece", {"племянник", "племянница", "nephew", "niece", "жиен", "jiyan", "ҷиян"}},
        {"aunt_or_uncle", {"тётя", "тетя", "дядя", "aunt", "uncle", "хола", "амма", "амаки", "тоға", "xola", "amaki", "амак", "тағо", "daýza", "daýy"}},
        {"other_relative", {"родственник", "родственница", "relative", "туыс", "тууган", "қариндош", "qarindosh", "хеш", "garyndaş", "невестка", "келін", "келин", "зять", "свекровь", "тёща"}},
        {"unaccompanied", {"без сопровождения", "unaccompanied", "unaccompanied child", "жалғыз келді", "жалғыз", "коштоосуз", "кузатувсиз", "kuzatuvsiz", "ҳамроҳсиз", "танҳо", "ugradyjysyz"}},
    };
    return words;
}

const WordTable<std::string_view>& papers() {
    static const WordTable<std::string_view> words = {
        {"passport", {"паспорт", "passport", "pasport", "гражданский паспорт", "шиноснома"}},
        {"travel_passport", {"загранпаспорт", "заграничный паспорт", "загран паспорт", "travel passport", "foreign passport", "xorijga chiqish pasporti"}},
        {"id_card", {"жеке куәлік", "удостоверение личности", "удостоверение", "id card", "id", "id-карта", "идентификационная карта", "id karta"}},
        {"return_certificate", {"свид. на возвращение", "свидетельство на возвращение", "return certificate", "certificate of return", "қайту куәлігі", "qaytish guvohnomasi"}},
        {"foreign_birth_certificate", {"свид. о рожд. (иностр.)", "свидетельство о рождении (иностранное)", "foreign birth certificate"}},
        {"birth_certificate", {"свид. о рожд.", "свидетельство о рождении", "свид. о рождении", "метрика", "birth certificate", "туу туралы куәлік", "туулгандыгы тууралуу күбөлүк", "тугʻилганлик гувоҳномаси", "tugʻilganlik guvohnomasi", "шаҳодатномаи таваллуд"}},
        {"entry_in_parents_document", {"вписан в док. матери", "вписана в док. матери", "вписан в документ матери", "вписан в паспорт матери", "in mother's document", "entered in mother's document", "анасының құжатында"}},
        {"residence_permit", {"вид на жительство", "residence permit"}},
        {"marriage_certificate", {"свидетельство о браке", "свид. о браке", "marriage certificate"}},
        {"citizenship_certificate", {"справка о гражданстве", "подтверждение гражданства", "citizenship certificate"}},
    };
    return words;
}

/// The text up to a bracket: "мать (глава семьи)" is a mother.
std::string_view before_bracket(std::string_view text) { return trim(text.substr(0, text.find('('))); }

}  // namespace

std::string relationship_as_listed(std::string_view text, bool head) {
    if (head) return "head";
    for (const auto part : {trim(text), before_bracket(text)}) {
        if (const auto* code = kin().find(word_key(part))) return std::string(*code);
    }
    return {};
}

std::string document_kind_as_listed(std::string_view text) {
    if (trim(text).empty()) return {};
    for (const auto part : {trim(text), before_bracket(text)}) {
        if (const auto* code = papers().find(word_key(part))) return std::string(*code);
    }
    return "other";
}

}  // namespace homeward::people
