#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "files/child.h"
#include "files/shelf.h"

namespace homeward::files {
namespace {

std::string fixture(const std::string& name) {
    std::ifstream file(std::string(HOMEWARD_ROOT) + "/tests/data/files/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Inspect, GivesKindTypeAndWords) {
    const auto pdf = inspect(fixture("plain.pdf"), "Agenda, final (2).PDF");
    ASSERT_TRUE(pdf) << pdf.error().key;
    EXPECT_EQ(pdf->kind, "pdf");
    EXPECT_EQ(pdf->media_type, "application/pdf");
    EXPECT_EQ(pdf->text, "Family unity comes first\n\n");
    EXPECT_EQ(pdf->content, fixture("plain.pdf"));
    EXPECT_EQ(pdf->pages, 1);

    const auto text = inspect("Семья прежде всего", "Повестка.txt");
    ASSERT_TRUE(text) << text.error().key;
    EXPECT_EQ(text->text, "Семья прежде всего");
    EXPECT_EQ(text->media_type, "text/plain; charset=utf-8");

    const auto picture = inspect(fixture("picture.jpeg") + "behind the end", "a.jpeg");
    ASSERT_TRUE(picture) << picture.error().key;
    EXPECT_EQ(picture->content, fixture("picture.jpeg"));
}

TEST(Inspect, SaysWhyItRefuses) {
    const std::pair<std::string, const char*> cases[] = {{"a.docx", "file.not_what_it_says"}, {"a.svg", "file.kind"}, {"a", "file.kind"}, {"a.p df", "file.kind"}, {"a.", "file.kind"}};
    for (const auto& [name, key] : cases) EXPECT_EQ(inspect(fixture("plain.pdf"), name).error().key, key) << name;
    EXPECT_EQ(inspect("", "a.pdf").error().key, "file.empty");
    EXPECT_EQ(inspect(std::string(kLargestFile + 1, 'a'), "a.txt").error().key, "file.too_large");
    EXPECT_EQ(inspect(fixture("encrypted.pdf"), "a.pdf").error().key, "file.encrypted");
    EXPECT_EQ(inspect(fixture("bomb.pdf"), "a.pdf").error().key, "file.unpacks_too_large");
    EXPECT_EQ(inspect("%PDF-1.4\n1 0 obj\n", "a.pdf").error().key, "file.damaged");
}

TEST(Inspect, TakesAFileOfTheLargestSize) {
    const auto found = inspect(std::string(kLargestFile, 'a'), "a.txt");
    ASSERT_TRUE(found) << found.error().key;
    EXPECT_EQ(found->content.size(), kLargestFile);
    EXPECT_EQ(found->text.size(), 2'000'000u);
}

TEST(Inspect, SeveralThreadsAskAtOnce) {
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&taken] {
            for (int n = 0; n < 5; ++n) taken += inspect(fixture("plain.pdf"), "a.pdf").has_value();
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(taken, 20);
}

TEST(Inspect, IsProvedHere) { EXPECT_NO_THROW(prove_inspection()); }

TEST(Inspector, EndsWhenItSaysTooMuchOrItsTimeIsOver) {
    const auto much = run_inspector({"look", "txt"}, std::string(1'000'000, 'a'), 1'000);
    EXPECT_TRUE(much.too_much);
    EXPECT_LE(much.out.size(), 1'000u);
    const auto late = run_inspector({"look", "pdf"}, fixture("bomb.pdf"), 1'000, 1);
    EXPECT_TRUE(late.late);
    EXPECT_NE(late.status, 0);
}

TEST(Inspector, KnowsNothingButLookingWordsAndPages) {
    EXPECT_EQ(run_inspector({"anything"}, "", 1'000).status, 2);
    EXPECT_EQ(run_inspector({"words"}, fixture("plain.pdf"), 1'000).out, "Family unity comes first\n\n\f");
}

TEST(PagePicture, IsAPictureOfThatPageAndOfNoOther) {
    const auto picture = page_picture(fixture("plain.pdf"), 1);
    ASSERT_TRUE(picture) << picture.error().key;
    EXPECT_TRUE(picture->starts_with("\x89PNG"));
    EXPECT_EQ(page_picture(fixture("plain.pdf"), 2).error().key, "file.damaged");
    EXPECT_EQ(page_picture("no PDF", 1).error().key, "file.damaged");
}

}  // namespace
}  // namespace homeward::files
