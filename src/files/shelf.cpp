#include "files/shelf.h"

#include <stdexcept>

#include "files/seal.h"

namespace homeward::files {
namespace {

constexpr std::size_t kPart = 256u << 10;

/// Names, kinds and numbers hold no NUL, so that the parts cannot run into each other. The size is among them: a part
/// opens only in a file of as many parts, so that none can be cut off at the end.
std::string place_of(const StoredFile& file, std::int64_t number) {
    std::string place = "file_parts";
    for (const auto& piece : {file.id.str(), file.kind, file.media_type, std::to_string(file.size), std::to_string(number)}) {
        place += '\0';
        place += piece;
    }
    return place;
}

void read_part(store::Connection& db, const vault::Secret& key, const StoredFile& file, std::int64_t number, std::string& into) {
    auto query = db.query("SELECT content_sealed FROM file_parts WHERE file_id = $1 AND number = $2", file.id, number);
    if (!query.next()) throw std::runtime_error("part " + std::to_string(number) + " of the file " + file.id.str() + " is missing");
    open(key, place_of(file, number), query.row().blob(0), into);
}

std::int64_t parts_of(const StoredFile& file) { return (file.size + static_cast<std::int64_t>(kPart) - 1) / static_cast<std::int64_t>(kPart); }

StoredFile file_of(const store::Row& row) {
    return {row.get<FileId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::int64_t>(3)};
}

}  // namespace

Shelf::Shelf(const vault::Secret& installation_key)
    : sealing_(installation_key.derive("fileseal")), naming_(installation_key.derive("filename")) {}

StoredFile Shelf::put(access::Work& work, const Inspected& file) const {
    const auto name = keyed_hash(naming_, file.kind, file.content);
    auto kept = work.db.query("SELECT id, kind, media_type, size FROM files WHERE name_hash = $1", name);
    if (kept.next()) return file_of(kept.row());
    const StoredFile stored{FileId::make(work.now), file.kind, file.media_type, static_cast<std::int64_t>(file.content.size())};
    work.db.run("INSERT INTO files (id, name_hash, kind, media_type, size, created_at) VALUES ($1, $2, $3, $4, $5, $6)", stored.id, name, stored.kind,
                stored.media_type, stored.size, work.now);
    for (std::int64_t number = 0; number < parts_of(stored); ++number) {
        const auto part = std::string_view(file.content).substr(static_cast<std::size_t>(number) * kPart, kPart);
        work.db.run("INSERT INTO file_parts (file_id, number, content_sealed) VALUES ($1, $2, $3)", stored.id, number,
                    seal(sealing_, place_of(stored, number), part));
    }
    return stored;
}

Result<StoredFile> Shelf::find(store::Connection& db, FileId id) const {
    auto query = db.query("SELECT id, kind, media_type, size FROM files WHERE id = $1", id);
    if (!query.next()) return not_found("file.not_found");
    return file_of(query.row());
}

std::function<bool(std::string& part)> Shelf::reader(store::Store& store, FileId id) const {
    // It outlives this call and perhaps the shelf: the key goes with it.
    return [&store, id, key = sealing_, file = std::optional<StoredFile>(), number = std::int64_t{0}](std::string& part) mutable {
        store.read([&](store::Connection& db) {
            if (!file) {
                auto query = db.query("SELECT id, kind, media_type, size FROM files WHERE id = $1", id);
                if (!query.next()) throw std::runtime_error("the file " + id.str() + " is missing");
                file = file_of(query.row());
            }
            read_part(db, key, *file, number, part);
        });
        return ++number < parts_of(*file);
    };
}

Result<std::string> Shelf::get(store::Connection& db, FileId id) const {
    const auto file = TRY(find(db, id));
    std::string content;
    content.reserve(static_cast<std::size_t>(file.size));
    for (std::int64_t number = 0; number < parts_of(file); ++number) read_part(db, sealing_, file, number, content);
    return content;
}

}  // namespace homeward::files
