// Looks into one file, in a process of its own, so that what a hostile file does to its reader ends here.
//
//   homeward-inspect look ENDING     the file comes in at the standard input; out go
//                                      refused REASON\n
//                                    or
//                                      taken KIND TEXT_BYTES CONTENT_BYTES\n, the text, and the content to keep;
//                                      no content: as it came
//   homeward-inspect words           a PDF's words, by pdftotext under the same limits, a form feed behind each page
//   homeward-inspect page NUMBER     one page of a PDF as a PNG picture, by pdftoppm under the same limits
//
// Started by files/inspect.cpp. Exit code 0 for both answers; 3 when this machine lacks poppler's tools.

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "inspection/confine.h"
#include "inspection/look.h"

namespace {

using namespace homeward;

std::string standard_input() {
    struct stat info {};
    std::string content;
    if (::fstat(STDIN_FILENO, &info) == 0 && info.st_size > 0) content.reserve(static_cast<std::size_t>(info.st_size));
    char room[64 * 1024];
    for (;;) {
        const auto got = ::read(STDIN_FILENO, room, sizeof room);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw std::runtime_error("cannot read the file");
        if (got == 0) return content;
        content.append(room, static_cast<std::size_t>(got));
    }
}

void say(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) throw std::runtime_error("nobody takes the answer");
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

int look(std::string_view ending) {
    inspection::confine_to_memory();
    Result<inspection::Found> found = inspection::refuse("unpacks_too_large");
    try {
        found = inspection::look_into(standard_input(), ending);
    } catch (const std::bad_alloc&) {
    }
    if (!found) {
        say("refused " + found.error().key + "\n");
        return 0;
    }
    say("taken " + found->kind + " " + std::to_string(found->text.size()) + " " + std::to_string(found->content ? found->content->size() : 0) + "\n");
    say(found->text);
    if (found->content) say(*found->content);
    return 0;
}

/// Another program in the place of this one. The standard input is its file.
int become(std::vector<std::string> words) {
    inspection::confine_to_reading();
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    char path[] = "PATH=/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8";
    char* const environment[] = {path, locale, nullptr};
    ::execve(arguments.front(), arguments.data(), environment);
    return 3;
}

int words() { return become({"/usr/bin/pdftotext", "-enc", "UTF-8", "-q", "-", "-"}); }

/// So that a page of any size takes bounded memory, its longer side is of this many points.
int page(const std::string& number) {
    return become({"/usr/bin/pdftoppm", "-q", "-png", "-singlefile", "-scale-to", "1400", "-f", number, "-l", number, "-"});
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::string_view what = argc > 1 ? argv[1] : "";
        inspection::limit_resources();
        // At once: confined, a process has nothing left to tidy, and a leak checker could not look at it.
        if (what == "look" && argc == 3) ::_exit(look(argv[2]));
        if (what == "words" && argc == 2) return words();
        if (what == "page" && argc == 3) return page(argv[2]);
        std::fputs("usage: homeward-inspect look ENDING | words | page NUMBER\n", stderr);
        return 2;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "homeward-inspect: %s\n", problem.what());
        return 1;
    }
}
