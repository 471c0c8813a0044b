#pragma once
// Installations that are measured: made once, kept, copied for each run.

#include <filesystem>
#include <functional>
#include <string>

namespace homeward::bench {

/// A copy of a kept installation that may be changed; it goes with this. Several programs may have one each.
class KeptCopy {
public:
    /// kept    folder of all of them
    /// group   `100000-`: what of this group has another key is forgotten
    /// key     changes with everything that the installation hangs on
    /// make    fills a folder; called only when there is none of this key, or when `fresh`
    KeptCopy(const std::filesystem::path& kept, const std::string& group, const std::string& key, bool fresh,
             const std::function<void(const std::filesystem::path&)>& make);
    ~KeptCopy();
    KeptCopy(const KeptCopy&) = delete;

    const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

/// Says on stderr how long a part of the making took.
class Part {
public:
    explicit Part(std::string what);
    ~Part();
    Part(const Part&) = delete;

private:
    std::string what_;
    double began_;
};

}  // namespace homeward::bench
