#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::tabular {

/// A zip file that is written from front to back into a buffer which may be emptied at any time: sizes follow each
/// part (general purpose bit 3), the directory comes last. Every part has the same date, 1980-01-01.
///
/// source    PKWARE APPNOTE.TXT 6.3.9, 4.3
class ZipStream {
public:
    explicit ZipStream(std::string& out);
    ~ZipStream();

    void begin(std::string_view name);
    /// Throws std::length_error when a part or the file passes 4 GiB.
    void write(std::string_view bytes);
    void end();
    /// A whole part.
    void add(std::string_view name, std::string_view bytes);
    void finish();

private:
    struct Entry {
        std::string name;
        std::uint32_t crc = 0;
        std::uint64_t packed = 0;
        std::uint64_t size = 0;
        std::uint64_t offset = 0;
    };
    struct Deflater;

    void put(std::string_view bytes);
    void put16(std::uint32_t value);
    void put32(std::uint64_t value);
    void put_entry(const Entry& entry);
    void deflate(std::string_view bytes, bool last);

    std::string& out_;
    std::uint64_t written_ = 0;
    std::unique_ptr<Deflater> deflater_;
    std::vector<Entry> entries_;
};

}  // namespace homeward::tabular
