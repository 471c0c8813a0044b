#include "tabular/zip_parts.h"

#include "tabular/file_reasons.h"

namespace homeward::tabular {

namespace {

// Below this, a high ratio is a small regular sheet and no bomb.
constexpr std::uint64_t ratio_asked_above = 8u << 20;

bool is_bomb(std::uint64_t packed, std::uint64_t unpacked, std::size_t ratio) {
    return unpacked > ratio_asked_above && unpacked / std::max<std::uint64_t>(packed, 1) > ratio;
}

}  // namespace

Result<std::unique_ptr<ZipParts>> ZipParts::open(std::string_view bytes, const Limits& limits) {
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &failure) : nullptr;
    zip_error_fini(&failure);
    if (!zip) {
        if (source) zip_source_free(source);
        return refused("damaged");
    }
    std::unique_ptr<ZipParts> parts(new ZipParts(zip, limits));
    TRY(parts->check_directory());
    return parts;
}

Done ZipParts::check_directory() {
    const auto entries = zip_get_num_entries(zip_.get(), 0);
    if (entries < 0) return refused("damaged");
    if (static_cast<std::size_t>(entries) > limits_.zip_entries) return over_limit("too_many_parts", limits_.zip_entries);
    unpacked_.resize(static_cast<std::size_t>(entries));
    std::uint64_t declared = 0;
    for (std::uint64_t index = 0; index < unpacked_.size(); ++index) {
        zip_stat_t stat;
        if (zip_stat_index(zip_.get(), index, 0, &stat) != 0) return refused("damaged");
        if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE) return refused("encrypted");
        if (is_bomb(stat.comp_size, stat.size, limits_.unpack_ratio)) return over_limit("zip_bomb", limits_.unpack_ratio);
        // Checked against the limit before each addition, so that no sum of lies overflows.
        if (stat.size > limits_.unpacked_bytes - declared) return over_limit("zip_bomb", limits_.unpacked_bytes);
        declared += stat.size;
    }
    return {};
}

bool ZipParts::has(const std::string& name) const {
    return zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::vector<std::string> ZipParts::names() const {
    std::vector<std::string> names;
    for (std::uint64_t index = 0; index < unpacked_.size(); ++index) {
        const char* name = zip_get_name(zip_.get(), index, ZIP_FL_ENC_GUESS);
        names.emplace_back(name ? name : "");
    }
    return names;
}

Result<ZipPart> ZipParts::part(const std::string& name) {
    const auto found = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
    if (found < 0) return refused("damaged");
    const auto index = static_cast<std::uint64_t>(found);
    zip_stat_t stat;
    if (zip_stat_index(zip_.get(), index, 0, &stat) != 0) return refused("damaged");
    zip_file_t* file = zip_fopen_index(zip_.get(), index, 0);
    if (!file) return refused("damaged");
    return ZipPart(*this, index, stat.comp_size, file);
}

/// Counts what really came out, since a directory can declare anything. A part that is read twice counts once.
Done ZipParts::count(std::uint64_t index, std::uint64_t packed, std::uint64_t unpacked) {
    if (is_bomb(packed, unpacked, limits_.unpack_ratio)) return over_limit("zip_bomb", limits_.unpack_ratio);
    auto& most = unpacked_[index];
    if (unpacked > most) {
        total_ += unpacked - most;
        most = unpacked;
    }
    if (total_ > limits_.unpacked_bytes) return over_limit("zip_bomb", limits_.unpacked_bytes);
    return {};
}

Result<std::size_t> ZipPart::read(char* to, std::size_t size) {
    const auto got = zip_fread(file_.get(), to, size);
    if (got < 0) return refused("damaged");
    unpacked_ += static_cast<std::uint64_t>(got);
    TRY(zip_->count(index_, packed_, unpacked_));
    return static_cast<std::size_t>(got);
}

}  // namespace homeward::tabular
