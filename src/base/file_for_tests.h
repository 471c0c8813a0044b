#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

namespace homeward {

/// A path of this test alone, also beside other runs and other programs; there is nothing there yet. What came to stand
/// there, a file or a folder, goes with this; what SQLite sets beside a database too.
struct FileForTests {
    const std::string path;

    explicit FileForTests(const std::string& end = ".db") : path(fresh() + end) {}
    ~FileForTests() {
        std::error_code ignored;
        for (const char* beside : {"", "-wal", "-shm"}) std::filesystem::remove_all(path + beside, ignored);
    }
    FileForTests(const FileForTests&) = delete;

private:
    static std::string fresh() {
        static std::atomic<int> made = 0;
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string(test->test_suite_name()) + "_" + test->name() + "_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
        for (char& c : name) c = c == '/' ? '_' : c;  // of tests with parameters
        return testing::TempDir() + name;
    }
};

}  // namespace homeward
