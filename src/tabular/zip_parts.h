#pragma once
// The parts of a zip file, unpacked as they are read and never beyond the limits.

#include <zip.h>

#include "tabular/table.h"

namespace homeward::tabular {

class ZipParts;

/// One part, read from its start to its end.
class ZipPart {
public:
    ZipPart(ZipPart&&) noexcept = default;

    /// Up to `size` further bytes; 0 at the end.
    /// errors    file.zip_bomb, file.damaged
    Result<std::size_t> read(char* to, std::size_t size);

private:
    friend class ZipParts;
    ZipPart(ZipParts& zip, std::uint64_t index, std::uint64_t packed, zip_file_t* file)
        : zip_(&zip), index_(index), packed_(packed), file_(file, &zip_fclose) {}

    ZipParts* zip_;
    std::uint64_t index_;
    std::uint64_t packed_;
    std::uint64_t unpacked_ = 0;
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file_;
};

class ZipParts {
public:
    /// errors    file.damaged, file.encrypted, file.zip_bomb (by what the directory declares), file.too_many_parts
    static Result<std::unique_ptr<ZipParts>> open(std::string_view bytes, const Limits& limits);

    bool has(const std::string& name) const;
    /// As the directory has them, UTF-8, in its order.
    std::vector<std::string> names() const;
    /// Upper and lower case in names are one, as in the format.
    /// errors    file.damaged when the part is not there
    Result<ZipPart> part(const std::string& name);

private:
    friend class ZipPart;
    ZipParts(zip_t* zip, const Limits& limits) : zip_(zip, &zip_discard), limits_(limits) {}
    Done check_directory();
    Done count(std::uint64_t index, std::uint64_t packed, std::uint64_t unpacked);

    std::unique_ptr<zip_t, void (*)(zip_t*)> zip_;
    Limits limits_;
    std::vector<std::uint64_t> unpacked_;  ///< by part: the most that any reading of it gave
    std::uint64_t total_ = 0;
};

}  // namespace homeward::tabular
