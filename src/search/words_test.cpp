#include "search/words.h"

#include <gtest/gtest.h>

#include "search/spelling.h"

namespace homeward::search {
namespace {

std::string exact(std::string_view text) {
    std::string out;
    WordReader words(text);
    for (Word word; words.next(word);) out += (out.empty() ? "" : " ") + word.exact;
    return out;
}

std::string stems(std::string_view text) {
    std::string out, stem;
    StemReader words(text, {});
    for (Word word; words.next(word, stem);) out += (out.empty() ? "" : " ") + stem;
    return out;
}

TEST(Words, AreOneInBothScripts) {
    const std::pair<const char*, const char*> pairs[] = {
        {"Toshkent", "Тошкент"}, {"Tashkent", "Ташкент"}, {"oʻzbek", "ўзбек"}, {"o'quv", "ўқув"}, {"ozbek", "ўзбек"}, {"yoshlar", "ёшлар"},
        {"taʼlim", "таълим"}, {"obyekt", "объект"}, {"Mehr", "Мехр"}, {"mahalla", "маҳалла"}, {"choy", "чой"}, {"jinoyat", "жиноят"},
        {"gʻamxoʻrlik", "ғамхўрлик"}, {"Qazaqstan", "Қазақстан"}, {"balalar", "балалар"}, {"qyzmet", "қызмет"}, {"jashtar", "жаштар"},
        {"Türkmen", "Түркмен"}, {"çaga", "чага"}, {"döwlet", "дөвлет"}, {"Tojikiston", "Тоҷикистон"}, {"Kazakhstan", "Казахстан"},
        {"Tadzhikistan", "Таджикистан"}, {"sxema", "схема"}, {"shchit", "щит"}};
    for (const auto& [latin, cyrillic] : pairs) EXPECT_EQ(exact(latin), exact(cyrillic)) << latin;
}

TEST(Words, KeepApartWhatDiffers) {
    EXPECT_NE(exact("быть"), exact("бить"));
    EXPECT_NE(exact("site"), exact("cite"));
    EXPECT_NE(exact("cell"), exact("sell"));
    EXPECT_NE(exact("мел"), exact("мель") + "x");
}

TEST(Words, AllApostrophesAreOne) {
    for (const char* word : {"o'quv", "oʻquv", "o‘quv", "o’quv", "o`quv", "oʼquv", "o´quv", "O'QUV"}) EXPECT_EQ(exact(word), "okuv") << word;
    EXPECT_EQ(exact("the child's 'own' name"), "the qild ovn name");
}

TEST(Words, FoldCaseAccentsAndCompatibility) {
    EXPECT_EQ(exact("Ёлка ЁЛКА елка"), "elka elka elka");
    EXPECT_EQ(exact("ﬁle re\u0301sume\u0301 résumé"), "file resume resume");
    EXPECT_EQ(exact("reha\u00adbilitation"), "rehabilitation");
    EXPECT_EQ(exact("cлово"), exact("слово")) << "a Latin c among Cyrillic letters";
}

TEST(Words, StandWhereTheTextHasThem) {
    const std::string text = "«Ўқув»-day, 2024/1!";
    WordReader words(text);
    std::string found;
    for (Word word; words.next(word);) found += text.substr(word.begin, word.end - word.begin) + "|";
    EXPECT_EQ(found, "Ўқув|day|2024|1|");
}

TEST(Words, AnythingIsReadWithoutHarm) {
    EXPECT_EQ(exact(""), "");
    EXPECT_EQ(exact("\xff\xc3 ''' 🙂 ---"), "");
    EXPECT_EQ(exact(std::string(10'000, 'a')).size(), 64u);
    EXPECT_EQ(exact("ъъ"), "~");
}

TEST(Words, EachLineHasItsLanguage) {
    EXPECT_EQ(stems("Services for the children\nУслуги для детей и семей"), "servic for the qild uslug dlya det i sem");
    EXPECT_EQ(stems("Болаларнинг ҳуқуқлари ва оилаларга ёрдам"), "bol hukuk va oil erdam");
    EXPECT_EQ(stems("Bolalarning huquqlari uchun"), "bol hukuk uqun");
}

}  // namespace
}  // namespace homeward::search
