#include "tabular/zip_stream.h"

#include <zlib.h>

#include <new>
#include <stdexcept>

namespace homeward::tabular {

namespace {

constexpr std::uint64_t most_bytes = 0xFFFFFFFF;
constexpr std::uint32_t version = 20;
constexpr std::uint32_t flags = 0x0808;  // sizes follow; names in UTF-8
constexpr std::uint32_t deflated = 8;
constexpr std::uint32_t date_1980_01_01 = 0x0021;

}  // namespace

struct ZipStream::Deflater {
    z_stream stream{};
    Deflater() {
        // Level 4: half the time of the usual 6 on sheets, and a few per cent larger.
        if (deflateInit2(&stream, 4, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    }
    ~Deflater() { deflateEnd(&stream); }
};

ZipStream::ZipStream(std::string& out) : out_(out), deflater_(std::make_unique<Deflater>()) {}
ZipStream::~ZipStream() = default;

void ZipStream::put(std::string_view bytes) {
    out_ += bytes;
    written_ += bytes.size();
    if (written_ > most_bytes) throw std::length_error("zip file above 4 GiB");
}

void ZipStream::put16(std::uint32_t value) {
    const char bytes[] = {static_cast<char>(value), static_cast<char>(value >> 8)};
    put({bytes, sizeof bytes});
}

void ZipStream::put32(std::uint64_t value) {
    put16(static_cast<std::uint32_t>(value & 0xFFFF));
    put16(static_cast<std::uint32_t>(value >> 16 & 0xFFFF));
}

/// The fields that a part's own header, and the directory, have in common.
void ZipStream::put_entry(const Entry& entry) {
    for (const auto field : {version, flags, deflated, 0u, date_1980_01_01}) put16(field);
    put32(entry.crc);
    put32(entry.packed);
    put32(entry.size);
    put16(static_cast<std::uint32_t>(entry.name.size()));
    put16(0);  // extra field
}

void ZipStream::begin(std::string_view name) {
    entries_.push_back({std::string(name), 0, 0, 0, written_});
    put32(0x04034B50);
    put_entry(entries_.back());
    put(name);
    entries_.back().crc = static_cast<std::uint32_t>(crc32(0, nullptr, 0));
    deflateReset(&deflater_->stream);
}

void ZipStream::deflate(std::string_view bytes, bool last) {
    z_stream& stream = deflater_->stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    char packed[16 * 1024];
    do {
        stream.next_out = reinterpret_cast<Bytef*>(packed);
        stream.avail_out = sizeof packed;
        ::deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
        const std::size_t size = sizeof packed - stream.avail_out;
        entries_.back().packed += size;
        put({packed, size});
    } while (stream.avail_out == 0);
}

void ZipStream::write(std::string_view bytes) {
    Entry& entry = entries_.back();
    entry.crc = static_cast<std::uint32_t>(
        crc32(entry.crc, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
    entry.size += bytes.size();
    if (entry.size > most_bytes) throw std::length_error("part of a zip file above 4 GiB");
    deflate(bytes, false);
}

void ZipStream::end() {
    deflate({}, true);
    const Entry& entry = entries_.back();
    put32(0x08074B50);
    put32(entry.crc);
    put32(entry.packed);
    put32(entry.size);
}

void ZipStream::add(std::string_view name, std::string_view bytes) {
    begin(name);
    write(bytes);
    end();
}

void ZipStream::finish() {
    const std::uint64_t start = written_;
    for (const Entry& entry : entries_) {
        put32(0x02014B50);
        put16(version);
        put_entry(entry);
        put16(0);  // comment
        put16(0);  // disk
        put16(0);  // internal attributes
        put32(0);  // external attributes
        put32(entry.offset);
        put(entry.name);
    }
    const std::uint64_t size = written_ - start;
    put32(0x06054B50);
    put32(0);  // disks
    put16(static_cast<std::uint32_t>(entries_.size()));
    put16(static_cast<std::uint32_t>(entries_.size()));
    put32(size);
    put32(start);
    put16(0);  // comment
}

}  // namespace homeward::tabular
