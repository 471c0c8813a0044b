#include "inspection/look.h"

namespace homeward::inspection {
namespace {

using namespace std::string_view_literals;

std::size_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
std::size_t pair_at(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }

/// The one word of the camera's data that a picture needs: which side is up. 1 when it does not say.
/// source    Exif 2.32, 4.6.2 and 4.6.4: tag 0x0112 of the first directory
std::size_t orientation_of(std::string_view tiff) {
    if (tiff.size() < 14 || (!tiff.starts_with("MM\0*"sv) && !tiff.starts_with("II*\0"sv))) return 1;
    const bool little = tiff[0] == 'I';
    const auto number = [&](std::size_t at, int size) {
        std::size_t value = 0;
        for (int i = 0; i < size; ++i) value = value << 8 | byte_at(tiff, at + static_cast<std::size_t>(little ? size - 1 - i : i));
        return value;
    };
    const auto directory = number(4, 4);
    if (directory > tiff.size() - 2) return 1;
    const auto entries = number(directory, 2);
    for (std::size_t i = 0; i < entries && directory + 2 + (i + 1) * 12 <= tiff.size(); ++i) {
        const auto entry = directory + 2 + i * 12;
        if (number(entry, 2) != 0x0112 || number(entry + 2, 2) != 3) continue;
        const auto value = number(entry + 8, 2);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

std::string orientation_segment(std::size_t orientation) {
    std::string segment("\xFF\xE1\0\x22" "Exif\0\0" "MM\0*\0\0\0\x08" "\0\x01" "\x01\x12\0\x03\0\0\0\x01\0\0\0\0" "\0\0\0\0"sv);
    segment[segment.size() - 7] = static_cast<char>(orientation);
    return segment;
}

/// One pass over the markers (ITU-T T.81, B.2): what draws the picture is copied, what tells of place, time and
/// camera is not, and nothing after its end.
class Jpeg {
public:
    explicit Jpeg(std::string_view bytes) : bytes_(bytes) {}

    Result<Found> read() {
        kept_ = bytes_.substr(0, 2);
        for (at_ = 2;;) {
            const auto marker = TRY(next_marker());
            if (marker == 0xD9) break;
            if (at_ + 2 > bytes_.size() || pair_at(bytes_, at_) < 2 || pair_at(bytes_, at_) > bytes_.size() - at_) return refuse("damaged");
            const auto size = pair_at(bytes_, at_);
            TRY(segment(marker, bytes_.substr(at_ + 2, size - 2)));
            at_ += size;
            if (marker == 0xDA) copy_scan();
        }
        if (!framed_ || scans_ == 0) return refuse("damaged");
        kept_ += "\xFF\xD9";
        return Found{"jpeg", {}, std::move(kept_)};
    }

private:
    Result<std::size_t> next_marker() {
        if (at_ >= bytes_.size() || byte_at(bytes_, at_) != 0xFF) return refuse("damaged");
        while (at_ < bytes_.size() && byte_at(bytes_, at_) == 0xFF) ++at_;
        if (at_ >= bytes_.size()) return refuse("damaged");
        return byte_at(bytes_, at_++);
    }

    Done segment(std::size_t marker, std::string_view data) {
        switch (marker) {
            case 0xC0: case 0xC1: case 0xC2:  // baseline, extended, progressive
                TRY(frame(data));
                break;
            case 0xDA:
                // A picture of thousands of passes keeps a browser busy for minutes.
                if (!framed_ || ++scans_ > 200) return refuse(framed_ ? "unpacks_too_large" : "damaged");
                break;
            case 0xC4: case 0xDB: case 0xDD: break;  // tables
            case 0xE0:
                if (data.size() >= 14 && data.starts_with("JFIF\0"sv)) kept_ += "\xFF\xE0\0\x10"sv, kept_ += data.substr(0, 12), kept_ += "\0\0"sv;
                return {};
            case 0xE1:
                if (data.starts_with("Exif\0\0"sv) && !turned_) {
                    const auto orientation = orientation_of(data.substr(6));
                    turned_ = true;
                    if (orientation != 1) kept_ += orientation_segment(orientation);
                }
                return {};
            case 0xE2:
                if (!data.starts_with("ICC_PROFILE\0"sv)) return {};
                break;
            case 0xEE:  // which colours the components are
                if (data.size() != 12 || !data.starts_with("Adobe"sv)) return {};
                break;
            default:
                if ((marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE) return {};
                return refuse("damaged");
        }
        kept_ += '\xFF';
        kept_ += static_cast<char>(marker);
        kept_ += bytes_.substr(at_, data.size() + 2);
        return {};
    }

    Done frame(std::string_view data) {
        if (framed_ || data.size() < 6) return refuse("damaged");
        framed_ = true;
        const auto components = byte_at(data, 5);
        if (components < 1 || components > 4 || data.size() != 6 + 3 * components) return refuse("damaged");
        return check_points(pair_at(data, 3), pair_at(data, 1));
    }

    /// Up to the next marker that is neither a stuffed byte nor a restart.
    void copy_scan() {
        const auto from = at_;
        while (at_ + 1 < bytes_.size()) {
            if (byte_at(bytes_, at_) != 0xFF) { ++at_; continue; }
            const auto after = byte_at(bytes_, at_ + 1);
            if (after != 0 && !(after >= 0xD0 && after <= 0xD7)) break;
            at_ += 2;
        }
        kept_ += bytes_.substr(from, at_ - from);
    }

    std::string_view bytes_;
    std::string kept_;
    std::size_t at_ = 0;
    int scans_ = 0;
    bool framed_ = false, turned_ = false;
};

}  // namespace

Result<Found> look_into_jpeg(std::string_view bytes) { return Jpeg(bytes).read(); }

}  // namespace homeward::inspection
