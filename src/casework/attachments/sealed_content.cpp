#include "casework/attachments/sealed_content.h"

#include <stdexcept>

namespace homeward::casework {
namespace {

constexpr std::size_t kPart = 256u << 10;

std::int64_t parts_of(std::int64_t size) { return (size + static_cast<std::int64_t>(kPart) - 1) / static_cast<std::int64_t>(kPart); }

/// The size stands in the place: a part opens only in a content of that length, so that none can be cut off at the end.
vault::Place place_of(const std::string& owner, std::int64_t number, std::int64_t size) {
    return {"case_contents", "content_sealed", owner + "/" + std::to_string(number) + "/" + std::to_string(size)};
}

std::string read_part(store::Connection& db, const vault::PersonKey& key, const std::string& owner, std::int64_t number, std::int64_t size) {
    auto query = db.query("SELECT content_sealed FROM case_contents WHERE owner = $1 AND number = $2", owner, number);
    if (!query.next()) throw std::runtime_error("part " + std::to_string(number) + " of the content of " + owner + " is missing");
    return key.open(place_of(owner, number, size), query.row().blob(0));
}

}  // namespace

void keep_content(store::Connection& db, const vault::PersonKey& key, const std::string& owner, std::string_view content) {
    const auto size = static_cast<std::int64_t>(content.size());
    for (std::int64_t number = 0; number < parts_of(size); ++number) {
        const auto part = content.substr(static_cast<std::size_t>(number) * kPart, kPart);
        db.run("INSERT INTO case_contents (owner, number, content_sealed) VALUES ($1, $2, $3)", owner, number, key.seal(place_of(owner, number, size), part));
    }
}

void drop_content(store::Connection& db, const std::string& owner) { db.run("DELETE FROM case_contents WHERE owner = $1", owner); }

std::string read_content(store::Connection& db, const vault::PersonKey& key, const std::string& owner, std::int64_t size) {
    std::string content;
    content.reserve(static_cast<std::size_t>(size));
    for (std::int64_t number = 0; number < parts_of(size); ++number) content += read_part(db, key, owner, number, size);
    return content;
}

std::function<bool(std::string& part)> content_reader(store::Store& store, vault::PersonKey key, std::string owner, std::int64_t size) {
    return [&store, key = std::move(key), owner = std::move(owner), size, number = std::int64_t{0}](std::string& part) mutable {
        store.read([&](store::Connection& db) { part += read_part(db, key, owner, number, size); });
        return ++number < parts_of(size);
    };
}

}  // namespace homeward::casework
