#pragma once
// One spelling for both scripts: Toshkent and Тошкент, oʻquv and ўқув, Türkmen and Туркмен.

#include <string>

namespace homeward::search {

/// A word as small Latin letters and digits, the same from either script. `x` stands for sh, `q` for ch, `j` for zh and
/// j; kh, x and h are one, q is k, w is v, yo and ye are e, accents and soft signs are silent. Letters of
/// further scripts stay.
///
/// word    in lower case and NFKC, without apostrophes
/// source  the letters: base/letters.h
std::string key_of(std::u32string_view word);

}  // namespace homeward::search
