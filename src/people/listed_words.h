#pragma once
// What the words of a list for kinship and papers mean, as codes.

#include <string>
#include <string_view>

namespace homeward::people {

/// A code of `relationships()`; empty when the word is not known.
///
/// head   the list says that this is the head of the family, whatever else the word says
std::string relationship_as_listed(std::string_view text, bool head);

/// A code of `document_kinds()`; `other` for a word that is not known, empty for an empty text.
std::string document_kind_as_listed(std::string_view text);

}  // namespace homeward::people
