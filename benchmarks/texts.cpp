#include "texts.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace homeward::bench {
namespace {

constexpr std::size_t kWords = 40'000;  ///< of one language
constexpr double kZipf = 1.02;

struct Source {
    const char* frequent;   ///< in the order of their frequency
    const char* syllables;
    const char* endings;
};

const Source kSources[Texts::languages] = {
    {"the of and to in for a with is on children are by families support from women this as services education rehabilitation "
     "reintegration social council states national school work community programme health psychosocial practice experience return "
     "rights protection members decision training local specialists centre report law housing documents assistance child family "
     "monitoring case teachers mothers plan data exchange meeting region development",
     "ba con der fi gra hol in jo ket lim men nor op pra qui res sta ter un ver wen yard zo tra ble ship ment",
     " s ed ing er s   "},
    {"и в на с по для детей не семей реабилитации помощи из что женщин это реинтеграции услуг к работы государств школы от социальной "
     "совета программы образования о практики поддержки здоровья прав опыта защиты обучения специалистов центра решения отчет закона "
     "жилья документов ребенка семьи матери план данных обмена встречи региона развития возвращения общества",
     "ба во гра де жи за ик кор лен мос ни об про рас сто тел у фа хо цен чи ше эт юр ян стра вле",
     "а ы у ой ов ам ами ах ия ии ого "},
    {"va bilan uchun bolalar oila bu yordam ayollar ham davlat taʼlim xizmat ijtimoiy maktab dastur reabilitatsiya huquq mahalla "
     "tajriba kengash mutaxassis markaz qaror hisobot qonun uy-joy hujjat ona reja maʼlumot almashish yigʻilish mintaqa rivojlanish "
     "qaytish jamiyat himoya sogʻliq oʻqitish psixologik",
     "bo cha da esh fi gʻa ho ish ja ko li mu no oʻr pa qi ro sa ti u vo xa ya zo shi",
     " lar ning ga ni da dan lari i imiz larga larning"},
    {"және үшін бала мен отбасы бұл көмек әйел мемлекет білім қызмет әлеуметтік мектеп бағдарлама оңалту құқық қоғам тәжірибе кеңес "
     "маман орталық шешім есеп заң тұрғын құжат ана жоспар дерек алмасу отырыс аймақ даму оралу қорғау денсаулық оқыту",
     "ба шы де ен құ ға ой ір жа кө лі мұ но өз па қы ра са тү у ба ың зе ше",
     " лар лер дың ға ге ні да дан дары ы тар тердің"},
    {"ва дар барои аз ба кӯдакон оила ки кумак занон давлат таълим хизмат иҷтимоӣ мактаб барнома тавонбахшӣ ҳуқуқ ҷомеа таҷриба шӯро "
     "мутахассис марказ қарор ҳисобот қонун манзил ҳуҷҷат модар нақша маълумот мубодила ҷаласа минтақа рушд бозгашт ҳифз саломатӣ",
     "ба ча да ош фа ғо ҳа ин ҷо ко ли му но ор па қи ро са та у во ха я зо шу",
     " ҳо и ҳои ро он ам "},
};

std::vector<std::string> parts_of(const char* text) {
    std::istringstream in(text);
    std::vector<std::string> parts;
    for (std::string part; in >> part;) parts.push_back(part);
    return parts;
}

}  // namespace

Texts::Texts(std::uint64_t seed) : random_(seed) {
    for (int language = 0; language < languages; ++language) {
        auto& words = words_[static_cast<std::size_t>(language)];
        words = parts_of(kSources[language].frequent);
        const auto syllables = parts_of(kSources[language].syllables);
        while (words.size() < kWords) {
            std::string word;
            for (std::size_t n = 2 + random_() % 3; n > 0; --n) word += syllables[random_() % syllables.size()];
            words.push_back(std::move(word));
        }
    }
    double sum = 0;
    for (std::size_t rank = 1; rank <= kWords; ++rank) until_.push_back(sum += 1 / std::pow(static_cast<double>(rank), kZipf));
    for (double& share : until_) share /= sum;
}

const std::string& Texts::drawn(Language language) {
    const double at = static_cast<double>(random_() >> 11) * 0x1.0p-53;
    const auto rank = std::lower_bound(until_.begin(), until_.end(), at) - until_.begin();
    return words_[language][static_cast<std::size_t>(std::min<std::ptrdiff_t>(rank, kWords - 1))];
}

std::string Texts::form_of(Language language, const std::string& word) {
    // The first words stand as they are: half of them have no forms.
    const auto endings = parts_of(kSources[language].endings);
    return random_() % 2 == 0 ? word : word + endings[random_() % endings.size()];
}

std::string Texts::word(Language language, std::size_t rank) { return words_[language][std::min(rank, kWords - 1)]; }

std::string Texts::text(Language language, std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
        const auto& word = drawn(language);
        out += word.size() > 6 ? form_of(language, word) : word;
        if (i + 1 == words) break;
        out += i % 14 == 13 ? (i % 70 == 69 ? ".\n" : ". ") : " ";
    }
    return out;
}

std::size_t Texts::length() {
    if (random_() % 50 == 0) return 1'000 + random_() % 2'000;
    return 20 + random_() % 120;
}

}  // namespace homeward::bench
