#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <stdexcept>

#include "base/text.h"
#include "files/child.h"
#include "files/shelf.h"

namespace homeward::files {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostTextBytes = 8'100'000;
constexpr std::size_t kMostText = 2'000'000;  // code points

constexpr std::pair<std::string_view, const char*> kMediaTypes[] = {
    {"pdf", "application/pdf"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"png", "image/png"},
    {"jpeg", "image/jpeg"},
    {"text", "text/plain; charset=utf-8"},
};

/// Lower case, letters and digits alone; empty when the name has none that we could take.
std::string ending_of(std::string_view filename) {
    const auto dot = filename.rfind('.');
    std::string ending;
    if (dot == std::string_view::npos || filename.size() - dot > 9) return ending;
    for (char c : filename.substr(dot + 1)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return {};
        ending += c;
    }
    return ending;
}

/// The reader has read bytes of somebody's making: what it says is held against what it can say.
Error refusal(std::string_view key) {
    constexpr std::array known{"file.kind"sv, "file.not_what_it_says"sv, "file.not_utf8"sv, "file.encrypted"sv, "file.script"sv, "file.external"sv,
                               "file.unpacks_too_large"sv, "file.damaged"sv};
    return invalid(std::string(std::ranges::find(known, key) != known.end() ? key : "file.damaged"sv));
}

/// Why a reader ended without an answer: the file did it, unless the machine lacks something.
Error ended_without_answer(const Ended& ended) {
    if (ended.status > 0) throw std::runtime_error("homeward-inspect ended with code " + std::to_string(ended.status));
    spdlog::warn("a file was refused: its reader ended by signal {}{}", ended.signal, ended.late ? ", late" : "");
    const bool used_up = ended.late || ended.too_much || ended.signal == SIGXCPU || ended.signal == SIGKILL;
    return invalid(used_up ? "file.unpacks_too_large" : "file.damaged");
}

std::string_view next_word(std::string_view& line) {
    const auto word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    return word;
}

std::size_t number_of(std::string_view word) {
    std::size_t value = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (problem != std::errc() || end != word.data() + word.size()) throw std::runtime_error("homeward-inspect answers without a number");
    return value;
}

const char* media_type_of(std::string_view kind) {
    for (const auto& [known, type] : kMediaTypes) {
        if (known == kind) return type;
    }
    throw std::runtime_error("homeward-inspect found a kind that is none");
}

/// Valid UTF-8 of at most so many code points, without control characters, whatever came.
std::string tidy(std::string_view text) {
    std::string tidied;
    std::size_t length = 0;
    while (!text.empty() && length < kMostText) {
        const char32_t c = next_code_point(text);
        if (c < 0x20 && c != '\n' && c != '\t') continue;
        append_utf8(tidied, c);
        ++length;
    }
    return tidied;
}

/// `taken KIND TEXT_BYTES CONTENT_BYTES\n`, text, content; as apps/inspect writes it.
Inspected read_answer(std::string_view answer, std::string_view came) {
    const auto end = answer.find('\n');
    auto line = answer.substr(0, end);
    const auto body = answer.substr(end + 1);
    next_word(line);
    const auto kind = next_word(line);
    const auto text = number_of(next_word(line)), content = number_of(next_word(line));
    if (text > body.size() || content != body.size() - text) throw std::runtime_error("homeward-inspect did not end its answer");
    return {std::string(kind), media_type_of(kind), tidy(body.substr(0, text)), std::string(content > 0 ? body.substr(text) : came)};
}

/// Set in type or scanned: the words of a PDF, when it has any, and its pages, each of which ends in a form feed.
Done read_pdf(Inspected& file) {
    const auto ended = run_inspector({"words"}, file.content, kMostTextBytes);
    // More words than the search takes are no reason to refuse.
    if (ended.too_much || ended.status == 0) {
        file.pages = std::max(1, static_cast<int>(std::ranges::count(ended.out, '\f')));
        file.text = tidy(ended.out);
        return {};
    }
    // 1: what one reader opens, this one cannot. 3: there is none.
    if (ended.status == 1) return invalid("file.damaged");
    return ended_without_answer(ended);
}

}  // namespace

Result<Inspected> inspect(std::string_view content, std::string_view filename) {
    if (content.empty()) return invalid("file.empty");
    if (content.size() > kLargestFile) return too_large("file.too_large");
    const auto ending = ending_of(filename);
    if (ending.empty()) return invalid("file.kind");
    const auto ended = run_inspector({"look", ending}, content, kLargestFile + kMostTextBytes + 4096);
    if (ended.out.starts_with("refused ") && ended.out.ends_with('\n')) return refusal(std::string_view(ended.out).substr(8, ended.out.size() - 9));
    if (ended.status != 0 || !ended.out.starts_with("taken ")) return ended_without_answer(ended);
    auto inspected = read_answer(ended.out, content);
    if (inspected.kind == "pdf") TRY(read_pdf(inspected));
    return inspected;
}

Result<std::string> page_picture(std::string_view pdf, int number) {
    const auto ended = run_inspector({"page", std::to_string(number)}, pdf, kLargestFile);
    if (ended.status == 0 && ended.out.starts_with("\x89PNG")) return ended.out;
    if (ended.status == 3) throw std::runtime_error("pdftoppm is not here: install poppler-utils");
    if (ended.status >= 0 && !ended.late && !ended.too_much) return invalid("file.damaged");
    return ended_without_answer(ended);
}

void prove_inspection() {
    if (!inspect("ready", "ready.txt")) throw std::runtime_error("homeward-inspect does not work here: build it anew");
    // Without a page it says that there is none, by the code 1; what is not there says nothing.
    if (run_inspector({"words"}, "%PDF-1.4", kMostTextBytes).status == 3) throw std::runtime_error("pdftotext is not here: install poppler-utils");
}

}  // namespace homeward::files
