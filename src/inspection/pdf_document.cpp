#include "inspection/pdf_document.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cstdint>
#include <new>
#include <stdexcept>

namespace homeward::inspection {
namespace {

constexpr std::uint64_t kMostOfStream = 64u << 20, kMostOfAll = 512u << 20;  // bytes
constexpr long long kMostPoints = 100'000'000, kLongestSide = 30'000;

/// Counts what a stream unpacks to, and lets it go.
class Counting : public Pipeline {
public:
    explicit Counting(std::uint64_t most) : Pipeline("counting", nullptr), left(most) {}
    void write(unsigned char const*, std::size_t size) override {
        if (size > left) passed = true;
        if (passed) throw std::runtime_error("a stream unpacks to too much");
        left -= size;
    }
    void finish() override {}

    std::uint64_t left;
    bool passed = false;
};

bool is_too_large_a_picture(QPDFObjectHandle dictionary) {
    const auto side = [&](const char* key) {
        auto value = dictionary.getKey(key);
        return value.isInteger() ? value.getIntValue() : 0;
    };
    const long long width = side("/Width"), height = side("/Height");
    return width > kLongestSide || height > kLongestSide || width * height > kMostPoints;
}

/// Streams other than pictures are unpacked once; a picture's size is what it says, since no program reads beyond it.
bool unpacks_too_large(std::vector<QPDFObjectHandle>& objects) {
    std::uint64_t left = kMostOfAll;
    for (auto& object : objects) {
        if (!object.isStream()) continue;
        auto dictionary = object.getDict();
        if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
            if (is_too_large_a_picture(dictionary)) return true;
            continue;
        }
        Counting counting(std::min(kMostOfStream, left));
        const auto before = counting.left;
        object.pipeStreamData(&counting, 0, qpdf_dl_generalized, true, false);
        if (counting.passed) return true;
        left -= before - counting.left;
    }
    return false;
}

std::string written_anew(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

PdfVerdict judge(std::string_view bytes, bool whole) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("paper", bytes.data(), bytes.size());
    if (pdf.isEncrypted()) return {"encrypted"};
    auto objects = pdf.getAllObjects();
    objects.push_back(pdf.getTrailer());
    for (const auto& object : objects) {
        if (const auto reason = judge_object(object); !reason.empty()) return {std::string(reason)};
    }
    if (unpacks_too_large(objects)) return {"unpacks_too_large"};
    if (pdf.getAllPages().empty()) return {"damaged"};
    if (whole && !pdf.anyWarnings()) return {};
    return {{}, written_anew(pdf)};
}

}  // namespace

PdfVerdict judge_pdf(std::string_view bytes, bool whole) {
    try {
        return judge(bytes, whole);
    } catch (const QPDFExc& problem) {
        return {problem.getErrorCode() == qpdf_e_password ? "encrypted" : "damaged"};
    } catch (const std::bad_alloc&) {
        return {"unpacks_too_large"};
    } catch (const std::exception&) {
        return {"damaged"};
    }
}

}  // namespace homeward::inspection
