#include <zlib.h>

#include <array>

#include "base/text.h"
#include "inspection/look.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// What a picture needs to look as it does. Texts, dates, camera data and what we do not know are left out.
bool is_kept(std::string_view type) {
    constexpr std::array kept{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "gAMA"sv, "cHRM"sv, "sRGB"sv, "iCCP"sv, "sBIT"sv, "bKGD"sv, "pHYs"sv};
    return std::ranges::find(kept, type) != kept.end();
}

struct Header {
    std::uint32_t width = 0, height = 0;
    int bits = 0, colour = 0, interlaced = 0;
};

std::uint64_t channels_of(int colour) { return colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1; }

std::uint64_t bytes_of_pass(const Header& header, std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) return 0;
    return height * (1 + (width * channels_of(header.colour) * static_cast<std::uint64_t>(header.bits) + 7) / 8);
}

/// How many bytes the points take, a filter byte before each line (PNG, third edition, 8.1 and 7.2).
std::uint64_t unpacked_size(const Header& header) {
    if (!header.interlaced) return bytes_of_pass(header, header.width, header.height);
    constexpr std::uint32_t adam7[7][4] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
    std::uint64_t size = 0;
    for (const auto& [x, y, dx, dy] : adam7) {
        size += bytes_of_pass(header, (header.width + dx - 1 - x) / dx, (header.height + dy - 1 - y) / dy);
    }
    return size;
}

Result<Header> read_header(std::string_view data) {
    if (data.size() != 13) return refuse("damaged");
    const Header header{number_at(data, 0), number_at(data, 4), data[8], data[9], data[12]};
    TRY(check_points(header.width, header.height));
    const bool bits = header.bits == 8 || header.bits == 16 || ((header.colour == 0 || header.colour == 3) && (header.bits == 1 || header.bits == 2 || header.bits == 4));
    const bool colour = header.colour == 0 || header.colour == 2 || header.colour == 3 || header.colour == 4 || header.colour == 6;
    if (!bits || !colour || (header.colour == 3 && header.bits == 16) || data[10] != 0 || data[11] != 0 || header.interlaced < 0 || header.interlaced > 1) {
        return refuse("damaged");
    }
    return header;
}

/// Unpacks the points and lets them go: they must be as many as the header says.
class Points {
public:
    explicit Points(std::uint64_t expected) : left_(expected) { started_ = inflateInit(&stream_) == Z_OK; }
    ~Points() {
        if (started_) inflateEnd(&stream_);
    }
    Points(const Points&) = delete;

    Done add(std::string_view packed) {
        if (!started_) return refuse("damaged");
        std::array<unsigned char, 64 * 1024> room;
        stream_.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<unsigned>(packed.size());
        while (!ended_ && stream_.avail_in > 0) {
            stream_.next_out = room.data();
            stream_.avail_out = room.size();
            const int status = inflate(&stream_, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END) return refuse("damaged");
            const std::uint64_t got = room.size() - stream_.avail_out;
            if (got > left_) return refuse("unpacks_too_large");
            left_ -= got;
            ended_ = status == Z_STREAM_END;
        }
        return {};
    }
    bool whole() const { return ended_ && left_ == 0; }

private:
    z_stream stream_{};
    std::uint64_t left_;
    bool started_ = false, ended_ = false;
};

}  // namespace

Result<Found> look_into_png(std::string_view bytes) {
    std::string kept(bytes.substr(0, 8));
    std::optional<Header> header;
    std::optional<Points> points;
    for (std::size_t at = 8;;) {
        if (bytes.size() - at < 12) return refuse("damaged");
        const std::size_t size = number_at(bytes, at);
        if (size > bytes.size() - at - 12) return refuse("damaged");
        const auto type = bytes.substr(at + 4, 4), data = bytes.substr(at + 8, size), chunk = bytes.substr(at, size + 12);
        const auto sum = crc32(0, reinterpret_cast<const unsigned char*>(type.data()), static_cast<unsigned>(size + 4));
        if (sum != number_at(bytes, at + 8 + size)) return refuse("damaged");
        if ((type == "IHDR") == header.has_value()) return refuse("damaged");
        if (type == "IHDR") {
            header = TRY(read_header(data));
            points.emplace(unpacked_size(*header));
        }
        if (type == "IDAT") TRY(points->add(data));
        // An upper case first letter says that the picture cannot be drawn without it.
        if (is_kept(type)) kept += chunk;
        else if (!(type[0] & 32)) return refuse("damaged");
        if (type == "IEND") break;
        at += size + 12;
    }
    if (!points->whole()) return refuse("damaged");
    return Found{"png", {}, std::move(kept)};
}

}  // namespace homeward::inspection
