#include "people/arrival_date_words.h"

#include <algorithm>
#include <array>

#include "people/arrival_words.h"

namespace homeward::people {

namespace {

/// How the names of the months start in Russian and English, Kazakh (Cyrillic and Latin), Kyrgyz, Uzbek, Tajik, Turkmen.
/// Endings follow: марта, наурызда, yanvarda, марти.
const std::array<std::vector<std::string>, 12>& month_starts() {
    static const auto starts = [] {
        const std::array<std::vector<std::string_view>, 12> written = {{
            {"янв", "jan", "yanv", "ýanw", "қаңтар", "qañtar", "qantar", "үчтүн"},
            {"фев", "feb", "fev", "few", "ақпан", "aqpan", "бирдин"},
            {"мар", "mar", "наурыз", "nauryz", "жалган"},
            {"апр", "apr", "сәуір", "säuır", "sauir", "чын"},
            {"май", "мая", "may", "maý", "мамыр", "mamyr", "бугу"},
            {"июн", "jun", "iyun", "iýun", "маусым", "mausym", "кулжа"},
            {"июл", "jul", "iyul", "iýul", "шілде", "şılde", "shilde", "теке"},
            {"авг", "aug", "avg", "awg", "тамыз", "tamyz", "баш"},
            {"сен", "sep", "sen", "қыркүйек", "qyrküiek", "qyrkuiek", "аяк"},
            {"окт", "oct", "okt", "қазан", "qazan", "тогуздун"},
            {"ноя", "nov", "noy", "noý", "қараша", "qaraşa", "qarasha", "жетинин"},
            {"дек", "dec", "dek", "желтоқсан", "jeltoqsan", "zheltoqsan", "бештин"},
        }};
        std::array<std::vector<std::string>, 12> keys;
        for (std::size_t month = 0; month < 12; ++month) {
            for (const auto word : written[month]) keys[month].push_back(word_key(word));
        }
        return keys;
    }();
    return starts;
}

const WordTable<DateWord>& words() {
    using enum DateWord;
    static const WordTable<DateWord> table = {
        {about, {
            "примерно", "прим", "примерный", "около", "ок", "приблизительно", "ориентировочно", "предположительно", "возможно", "где-то", "где", "то", "оценочно",
            "about", "approx", "approximately", "circa", "ca", "c", "around", "est", "estimated", "roughly", "maybe",
            "шамамен", "shamamen", "şamamen", "жуық", "мөлшермен", "болжол", "болжолу", "болжолдуу", "менен", "болжамен", "чамасы", "чамасында", "чамалуу", "менчик",
            "тахминан", "тахминий", "taxminan", "tahminan", "taxminiy", "тақрибан", "тахминӣ", "taqriban", "такрибан", "қарийб", "çak", "takmynan", "takmyn", "çemesi", "golaý"}},
        {years, {
            "лет", "л", "летний", "летняя", "годик", "годика", "годиков", "years", "yrs", "yr", "y", "yo", "old", "aged", "age", "возраст", "полных", "full",
            "жас", "жаста", "жасар", "jas", "jasta", "жаш", "жашта", "жаштагы", "ёш", "ёшда", "ёшли", "yosh", "yoshda", "yoshli", "yoshga", "ёшга",
            "сола", "сол", "солааст", "синнаш", "sola", "ýaş", "ýaşynda", "ýaşly", "yash"}},
        {months, {
            "месяц", "месяца", "месяцев", "мес", "month", "months", "mo", "mos", "mths", "ай", "айлық", "айлык", "ailyq", "ой", "ойлик", "oy", "oylik", "моҳ", "моҳа", "aý", "aýlyk"}},
        {birth, {
            "р", "рожд", "рождения", "род", "рожден", "рождена", "родился", "родилась", "гр", "born", "b", "birth", "yob", "туған", "tuğan", "туылған", "т", "туулган",
            "туғилган", "tugʻilgan", "tugilgan", "таваллуд", "таваллудаш", "мутаваллид", "doglan"}},
        {filler, {
            "г", "год", "года", "году", "гг", "ж", "жыл", "жылы", "жылғы", "жылгы", "jyl", "jyly", "жж", "й", "йил", "йили", "йилда", "йилги", "yil", "yili", "yilda", "yilgi",
            "соли", "с", "soli", "ýyl", "ýyly", "ýylda", "ýylyň", "year", "in", "of", "the", "on", "st", "nd", "rd", "th", "го", "ого", "числа", "числo", "число",
            "нчи", "чи", "нчы", "чы", "нші", "ші", "inchi", "nchi", "nji", "njy", "ynjy", "inji", "нжи", "айы", "айынын", "күні", "куни", "kuni", "рӯзи", "куран", "оона", "t", "z"}},
    };
    return table;
}

/// The word for year with its endings: жылдын, йилнинг, ýylyň.
bool starts_with_year(std::string_view key) {
    static const std::vector<std::string> starts = {word_key("жыл"), word_key("йил"), "yil", "jyl", word_key("ýyl")};
    return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) { return key.starts_with(start); });
}

/// A month in Roman figures, as in 14.III.2015; 0 when it is none.
int roman_month(std::string_view key) {
    constexpr std::array<std::string_view, 12> figures = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    const auto found = std::find(figures.begin(), figures.end(), key);
    return found == figures.end() ? 0 : static_cast<int>(found - figures.begin()) + 1;
}

}  // namespace

DateWordReading read_date_word(std::string_view key) {
    if (const auto* word = words().find(key)) return {*word, 0};
    if (const int month = roman_month(key)) return {DateWord::month, month};
    if (starts_with_year(key)) return {DateWord::filler, 0};
    for (std::size_t month = 0; month < 12; ++month) {
        for (const auto& start : month_starts()[month]) {
            if (key.starts_with(start)) return {DateWord::month, static_cast<int>(month) + 1};
        }
    }
    return {};
}

}  // namespace homeward::people
