#include "people/arrival_relations.h"

#include <array>

#include "people/arrival_words.h"

namespace homeward::people {

namespace {

const WordTable<Sex>& sex_words() {
    static const WordTable<Sex> words = {
        {Sex::female, {
            "ж", "жен", "женский", "женская", "женщина", "женск", "жін", "д", "дев", "девочка", "девушка", "девоч", "женский пол", "ж п",
            "f", "fem", "female", "woman", "girl", "w", "women",
            "әйел", "ә", "қыз", "äiel", "äyel", "aiel", "ayel", "qyz", "qyz bala", "қыз бала", "әйел адам", "әйелдер",
            "аял", "а", "кыз", "кыз бала", "аял киши", "аялзаты", "ургаачы",
            "аёл", "аёллар", "қиз", "қиз бола", "хотин-қиз", "ayol", "qiz", "qiz bola", "xotin-qiz", "xotin", "urgʻochi", "a",
            "зан", "духтар", "занона", "духтарча", "з", "zan", "duxtar", "dukhtar",
            "aýal", "zenan", "gyz", "gyz çaga", "аял-гыз", "зенан"}},
        {Sex::male, {
            "м", "муж", "мужской", "мужчина", "мужск", "мальчик", "мальч", "парень", "мужской пол", "м п", "юноша",
            "m", "male", "man", "boy", "men", "masc",
            "ер", "е", "ұл", "er", "e", "ūl", "ul", "ұл бала", "ер адам", "еркек", "ер бала", "erkek", "ūl bala",
            "эркек", "э", "уул", "бала", "эркек бала", "эркек киши", "уул бала", "эр",
            "эркак", "ўғил", "ўғил бола", "йигит", "erkak", "oʻgʻil", "oʻgʻil bola", "ogʻil", "ogʻil bola", "эр",
            "мард", "писар", "мардона", "писарча", "п", "mard", "pisar",
            "oglan", "oglan çaga", "эркек", "oglanjyk"}}};
    return words;
}

enum class Kin { mother, father, grown_woman, grown_man, daughter, son, sister, brother, child_alone, grown, young };

const WordTable<Kin>& kin_words() {
    static const WordTable<Kin> words = {
        {Kin::mother, {"мать", "мама", "mother", "mom", "ана", "анасы", "ana", "anasy", "эне", "энеси", "она", "онаси", "ona", "onasi", "модар", "модараш", "modar", "ene", "enesi", "eje", "ejesi"}},
        {Kin::father, {"отец", "папа", "father", "dad", "әке", "әкесі", "äke", "äkesı", "ата", "атасы", "ота", "отаси", "ota", "otasi", "падар", "падараш", "padar", "kaka", "kakasy"}},
        {Kin::grown_woman, {
            "бабушка", "grandmother", "grandma", "әже", "әжесі", "äje", "чоң эне", "чоңэне", "таяне", "буви", "бувиси", "buvi", "buvisi", "бибӣ", "бибиаш", "бибӣҷон", "момо", "bibi",
            "жена", "wife", "әйелі", "зайыбы", "аялы", "хотини", "рафиқаси", "xotini", "rafiqasi", "зан", "занаш", "ҳамсараш", "завҷа", "aýaly", "mama", "тётя", "тетя", "тетка", "aunt", "хола", "холаси", "амма", "аммаси", "xola", "amma", "daýza", "свекровь", "тёща", "теща", "мачеха", "stepmother", "невестка", "келін", "келин"}},
        {Kin::grown_man, {
            "дедушка", "дед", "grandfather", "grandpa", "чоң ата", "бобо", "бобоси", "bobo", "bobosi", "бобояш",
            "муж", "husband", "күйеуі", "жұбайы", "күйөөсү", "эри", "эр", "турмуш ўртоғи", "eri", "turmush oʻrtogʻi", "шавҳар", "шавҳараш", "adamsy", "äri", "дядя", "uncle", "амаки", "амакиси", "тоға", "тоғаси", "amaki", "togʻa", "амак", "тағо", "daýy", "свёкор", "свекор", "тесть", "отчим", "stepfather", "зять"}},
        {Kin::daughter, {
            "дочь", "дочка", "daughter", "stepdaughter", "қызы", "qyzy", "кызы", "қизи", "qizi", "духтар", "духтараш", "duxtar", "gyzy", "gyz", "падчерица", "внучка", "granddaughter", "племянница", "niece", "қыз", "кыз", "qiz"}},
        {Kin::son, {
            "сын", "сынок", "son", "stepson", "ұлы", "ūly", "ulı", "уулу", "ўғли", "oʻgʻli", "ogʻli", "писар", "писараш", "pisar", "ogly", "oglu", "пасынок", "внук", "grandson", "племянник", "nephew", "ұл", "уул"}},
        {Kin::sister, {"сестра", "сестрёнка", "sister", "әпке", "әпкесі", "қарындас", "қарындасы", "сіңлі", "сіңлісі", "эже", "эжеси", "сиңди", "сиңдиси", "эже-сиңди", "карындаш", "карындашы", "опа", "опаси", "сингил", "синглиси", "opa", "opasi", "singil", "singlisi", "хоҳар", "хоҳараш", "апа", "апаш", "uýa", "uýasy", "aýal dogany", "gyz dogany"}},
        {Kin::brother, {"брат", "братишка", "brother", "аға", "ағасы", "іні", "інісі", "ага", "агасы", "ини", "иниси", "байке", "ака", "акаси", "ука", "укаси", "aka", "akasi", "uka", "ukasi", "бародар", "бародараш", "додар", "додараш", "dogan", "dogany", "erkek dogany", "agasy", "inisi"}},
        {Kin::child_alone, {
            "без сопровождения", "несопровождаемый", "несопровождаемая", "один", "одна", "один без сопровождения", "unaccompanied", "unaccompanied child", "unaccompanied minor", "separated child", "alone",
            "жалғыз келді", "жалғыз", "еріп жүрушісіз", "коштоосуз", "жалгыз", "жалгыз келген", "кузатувсиз", "kuzatuvsiz", "ёлғиз", "yolgʻiz", "ҳамроҳсиз", "танҳо", "бе ҳамроҳ", "бесоҳиб", "ugradyjysyz", "ýeke", "hossarsyz"}},
        {Kin::young, {"ребенок", "ребёнок", "child", "внук(чка)", "grandchild", "бала", "баласы", "bola", "бола", "фарзанд", "фарзандаш", "farzand", "небере", "немересі", "невараси", "набера", "nevara", "çaga", "çagasy", "agtyk", "сирота", "orphan"}},
        {Kin::grown, {"супруг", "супруга", "spouse", "опекун", "guardian", "caregiver", "қамқоршы", "камкорчу", "васий", "vasiy", "васӣ", "сарпараст", "howandar"}},
    };
    return words;
}

const WordTable<bool>& head_words() {
    static const WordTable<bool> words = {{true, {
        "глава", "head", "hoh", "householder", "басшысы", "басшы", "basşysy", "басшы өзі", "башчысы", "башчы", "башы", "бошлиғи", "бошлиги", "boshligʻi", "boshligi", "boshlig", "сарвар", "сарвари", "sarvari", "сардор", "сардори", "sardori", "раиси", "baştutany", "başlygy", "ýolbaşçysy",
        "сам", "сама", "self", "заявитель", "заявительница", "applicant", "өзі", "өзү", "ўзи", "oʻzi", "худаш", "худи", "özi"}}};
    return words;
}

bool is_head(std::string_view key) {
    // "daughter of the head": somebody else's.
    const std::string padded = ' ' + std::string(key) + ' ';
    if (padded.find(" of head ") != std::string::npos || padded.find(" of the head ") != std::string::npos) return false;
    const auto words = words_of(key);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) { return head_words().find(word); });
}

/// The kinship of the whole text, else of its first two words or its first.
const Kin* kin_of(std::string_view key) {
    if (const auto* kin = kin_words().find(key)) return kin;
    const auto words = words_of(key);
    if (words.size() > 2) {
        if (const auto* kin = kin_words().find(key.substr(0, words[0].size() + 1 + words[1].size()))) return kin;
    }
    return words.empty() ? nullptr : kin_words().find(words.front());
}

}  // namespace

Sex read_sex(std::string_view text) {
    if (text.size() > 100 || text.find('/') != std::string_view::npos) return Sex::unknown;
    const std::string key = word_key(text);
    if (const auto* sex = sex_words().find(key)) return *sex;
    // "female, girl": words that all say the same.
    Sex all = Sex::unknown;
    for (const auto word : words_of(key)) {
        const auto* sex = sex_words().find(word);
        if (!sex || (all != Sex::unknown && *sex != all)) return Sex::unknown;
        all = *sex;
    }
    return all;
}

Relation read_relation(std::string_view text) {
    Relation relation;
    const std::string key = word_key(text.substr(0, 200));
    relation.head = is_head(key);
    if (relation.head) relation.adult = true;
    const Kin* kin = kin_of(key);
    if (!kin) return relation;
    switch (*kin) {
        case Kin::mother: relation.parent = true; [[fallthrough]];
        case Kin::grown_woman: relation.sex = Sex::female; relation.adult = true; break;
        case Kin::father: relation.parent = true; [[fallthrough]];
        case Kin::grown_man: relation.sex = Sex::male; relation.adult = true; break;
        case Kin::daughter: relation.sex = Sex::female; relation.adult = false; break;
        case Kin::son: relation.sex = Sex::male; relation.adult = false; break;
        case Kin::sister: relation.sex = Sex::female; break;
        case Kin::brother: relation.sex = Sex::male; break;
        case Kin::child_alone: relation.unaccompanied = true; relation.adult = false; break;
        case Kin::young: relation.adult = false; break;
        case Kin::grown: relation.adult = true; break;
    }
    return relation;
}

Sex sex_of_name(std::string_view patronymic, std::string_view family_name) {
    struct Ending {
        std::string_view letters;
        Sex sex;
    };
    static constexpr auto of_patronymics = std::to_array<Ending>({
        {"вна", Sex::female}, {"ична", Sex::female}, {"кизи", Sex::female}, {"кызы", Sex::female}, {"гызы", Sex::female},
        {"vna", Sex::female}, {"ichna", Sex::female}, {"qizi", Sex::female}, {"qyzy", Sex::female}, {"kyzy", Sex::female}, {"gyzy", Sex::female}, {"kizi", Sex::female},
        {"вич", Sex::male}, {"ич", Sex::male}, {"угли", Sex::male}, {"огли", Sex::male}, {"уулу", Sex::male}, {"улы", Sex::male}, {"оглы", Sex::male},
        {"vich", Sex::male}, {"ich", Sex::male}, {"ogli", Sex::male}, {"ugli", Sex::male}, {"uulu", Sex::male}, {"uly", Sex::male}, {"ogly", Sex::male}, {"oglu", Sex::male}, {"uli", Sex::male}});
    static constexpr auto of_families = std::to_array<Ending>({
        {"ова", Sex::female}, {"ева", Sex::female}, {"ина", Sex::female}, {"ая", Sex::female}, {"ova", Sex::female}, {"eva", Sex::female}, {"ina", Sex::female},
        {"ов", Sex::male}, {"ев", Sex::male}, {"ин", Sex::male}, {"ии", Sex::male}, {"ov", Sex::male}, {"ev", Sex::male}, {"in", Sex::male}});
    const auto by = [](std::string_view name, const auto& endings) {
        const std::string key = word_key(name);
        for (const auto& ending : endings) {
            if (key.ends_with(ending.letters)) return ending.sex;
        }
        return Sex::unknown;
    };
    const Sex sex = by(patronymic, of_patronymics);
    return sex != Sex::unknown ? sex : by(family_name, of_families);
}

}  // namespace homeward::people
