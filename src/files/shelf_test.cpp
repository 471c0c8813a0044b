#include "files/shelf.h"

#include <algorithm>

#include "access/program_for_tests.h"

namespace homeward::files {
namespace {

constexpr std::size_t kPart = 256u << 10;

struct ShelfTest : access::ProgramTest {
    vault::Secret key = vault::Secret::random();
    Shelf shelf{key};
    access::Actor actor = system;

    ShelfTest() : ProgramTest(*Instant::parse("2026-11-22T09:00:00Z"), {schema()}) {}

    StoredFile put(const std::string& content, const char* kind = "text") {
        return *works->write<StoredFile>(actor, [&](access::Work& work) -> Result<StoredFile> { return shelf.put(work, {kind, "text/plain", "", content}); });
    }
    Result<std::string> get(FileId id, const Shelf& from) {
        return works->read<std::string>(actor, [&](access::Work& work) { return from.get(work.db, id); });
    }
    std::string streamed(FileId id, std::size_t* largest = nullptr) {
        auto more = shelf.reader(*store, id);
        std::string all;
        for (bool going = true; going;) {
            std::string part;
            going = more(part);
            if (largest) *largest = std::max(*largest, part.size());
            all += part;
        }
        return all;
    }
    static std::string content_of(std::size_t size) {
        std::string content(size, '\0');
        for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<char>('a' + (i * 7 + i / 1000) % 26);
        return content;
    }
};

TEST_F(ShelfTest, GivesBackWhatWasPutWhereverPartsEnd) {
    for (const std::size_t size : std::initializer_list<std::size_t>{1, kPart - 1, kPart, kPart + 1, 1'000'000}) {
        const auto content = content_of(size);
        const auto file = put(content);
        EXPECT_EQ(file.size, static_cast<std::int64_t>(size));
        EXPECT_TRUE(get(file.id, shelf).value() == content) << size;
        std::size_t largest = 0;
        EXPECT_TRUE(streamed(file.id, &largest) == content) << size;
        EXPECT_LE(largest, kPart);
    }
}

TEST_F(ShelfTest, KeepsAContentOnceForEachKind) {
    const auto first = put("the same words");
    EXPECT_EQ(put("the same words").id, first.id);
    EXPECT_NE(put("other words").id, first.id);
    EXPECT_NE(put("the same words", "docx").id, first.id);
    EXPECT_EQ(number("SELECT count(*) FROM files"), 3);
    EXPECT_EQ(number("SELECT count(*) FROM file_parts"), 3);
}

TEST_F(ShelfTest, TheDatabaseAloneTellsNoWord) {
    put("a sentence that nobody else should read");
    EXPECT_EQ(number("SELECT count(*) FROM file_parts WHERE instr(content_sealed, CAST('sentence' AS BLOB)) > 0"), 0);
}

TEST_F(ShelfTest, AnotherKeyOpensNothing) {
    const auto file = put("words");
    EXPECT_THROW((void)get(file.id, Shelf(vault::Secret::random())), std::runtime_error);
}

TEST_F(ShelfTest, WhatWasChangedIsNotGivenOut) {
    const auto other = "'" + put(content_of(600'000)).id.str() + "'";
    const std::string part = "UPDATE file_parts SET content_sealed = ", second = " WHERE number = 1 AND file_id = $id";
    const std::pair<const char*, std::string> harms[] = {
        {"a byte", part + "CAST(substr(content_sealed, 1, 99) || x'0102' || substr(content_sealed, 102) AS BLOB)" + second},
        {"parts exchanged", part + "(SELECT p.content_sealed FROM file_parts p WHERE p.number = 0 AND p.file_id = $id)" + second},
        {"a part of another file", part + "(SELECT p.content_sealed FROM file_parts p WHERE p.number = 1 AND p.file_id = " + other + ")" + second},
        {"the last part gone", "DELETE FROM file_parts WHERE number = 2 AND file_id = $id"},
        {"gone, and the size made to fit", "DELETE FROM file_parts WHERE number = 2 AND file_id = $id; UPDATE files SET size = 524288 WHERE id = $id"},
        {"another media type", "UPDATE files SET media_type = 'text/html' WHERE id = $id"},
    };
    std::size_t size = 600'000;
    for (auto [what, harm] : harms) {
        const auto file = put(content_of(++size));
        EXPECT_EQ(get(file.id, shelf).value().size(), size);
        for (auto at = harm.find("$id"); at != std::string::npos; at = harm.find("$id")) harm.replace(at, 3, "'" + file.id.str() + "'");
        run(harm);
        EXPECT_THROW((void)get(file.id, shelf), std::runtime_error) << what;
        EXPECT_THROW((void)streamed(file.id), std::runtime_error) << what;
    }
}

TEST_F(ShelfTest, WhatIsNotThereIsNotFound) {
    const auto missing = FileId::make(*Instant::parse("2026-11-22T09:00:00Z"));
    EXPECT_EQ(get(missing, shelf).error().key, "file.not_found");
    EXPECT_THROW((void)streamed(missing), std::runtime_error);
}

}  // namespace
}  // namespace homeward::files
