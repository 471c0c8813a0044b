#pragma once
// What of a text may stand on paper, and where in it a reader may click.

#include <string>
#include <string_view>
#include <vector>

namespace homeward::printing {

/// The text as UTF-8 that every writer of ours can carry: line ends as \n, broken bytes as U+FFFD; without control
/// characters, and without the marks that turn the direction of what follows (a title could read as another).
std::string plain(std::string_view text);

/// A web address inside a text, in bytes.
struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
};
/// http and https addresses; the stop that ends a sentence belongs to the sentence.
std::vector<Link> links_of(std::string_view text);

/// The text in parts of at most `most` bytes, cut where a word or at least a letter ends.
std::vector<std::string> parts_of(const std::string& text, std::size_t most);

}  // namespace homeward::printing
