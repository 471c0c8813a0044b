#pragma once
// Texts and paragraphs of WordprocessingML (ECMA-376, part 1).

#include <string>
#include <string_view>
#include <vector>

namespace homeward::printing {

/// Text for XML, without what XML 1.0 cannot hold.
std::string escaped(std::string_view text);

/// What a document refers to outside its own text.
struct Relations {
    std::vector<std::string> links;     ///< addresses
    std::vector<std::string> pictures;  ///< PNG
    int numbered_lists = 0;             ///< each counts from 1

    std::string link_id(const std::string& address);
    std::string picture_id(std::string png);
};

/// style    of styles.xml; empty for the normal one
/// align    left, center, right; left is where lines begin
/// list     number of a list in numbering.xml; 0 for none
struct ParagraphLook {
    std::string_view style = {};
    std::string_view align = {};
    int list = 0;
    bool bold = false;
    bool leftward = false;
};
/// A paragraph; addresses in it can be clicked.
std::string docx_paragraph(std::string_view text, const ParagraphLook& look, Relations& relations);

}  // namespace homeward::printing
