#pragma once
// A thin layer over sqlite3. One text of SQL serves both engines: placeholders are $1, $2, …

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/text.h"

struct sqlite3;
struct sqlite3_stmt;

namespace homeward::store {

/// The database refused or broke. `code` is the engine's extended result code.
struct DatabaseError : std::runtime_error {
    int code;
    DatabaseError(int code, const std::string& what) : std::runtime_error(what), code(code) {}
    bool disk_full() const;
    bool constraint() const;
};

class Connection;

/// One row of a result, valid until the next is fetched.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

    /// Column `i` from 0. Types: bool, integers, double, std::string, std::string_view (valid until the next
    /// row), Bytes, Id, Instant, Date, PartialDate, and std::optional of each for columns that may be NULL.
    /// Throws DatabaseError when the stored text is not of that type.
    template <class T>
    T get(int i) const;

    std::int64_t integer(int i) const;
    double real(int i) const;
    std::string_view text(int i) const;
    std::span<const std::uint8_t> blob(int i) const;
    bool is_null(int i) const;

private:
    template <class T> static T parsed(std::string_view text);
    [[noreturn]] static void bad_value(std::string_view text);
    sqlite3_stmt* statement_;
};

/// A running query. Rows come by `next`, or in a range-for.
class Query {
public:
    Query(Connection& connection, std::string_view sql);
    ~Query();
    Query(Query&& other) noexcept;
    Query(const Query&) = delete;
    Query& operator=(Query&&) = delete;

    template <class... A>
    void bind_all(const A&... values) {
        int index = 0;
        (bind(++index, values), ...);
    }
    /// Binds `$index`, from 1.
    template <class T>
    void bind(int index, const T& value);

    /// Fetches the next row; false at the end.
    bool next();
    Row row() const { return Row(statement_); }

    /// The first column of the first row, or nothing.
    template <class T>
    std::optional<T> value() {
        return next() ? std::optional<T>(row().template get<T>(0)) : std::nullopt;
    }

    struct End {};
    struct Iterator {
        Query* query;
        bool more;
        Row operator*() const { return query->row(); }
        void operator++() { more = query->next(); }
        bool operator!=(End) const { return more; }
    };
    Iterator begin() { return {this, next()}; }
    End end() const { return {}; }

private:
    void bind_null(int index);
    void bind_integer(int index, std::int64_t value);
    void bind_real(int index, double value);
    void bind_text(int index, std::string_view value);
    void bind_blob(int index, std::span<const std::uint8_t> value);

    Connection* connection_;
    sqlite3_stmt* statement_;
    bool cached_;
};

/// One connection; used by one thread at a time.
class Connection {
public:
    enum class Mode { read_write, read_only };
    Connection(const std::string& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A query with its values bound: `db.query("SELECT … WHERE id = $1", id)`.
    template <class... A>
    Query query(std::string_view sql, const A&... values) {
        Query query(*this, sql);
        query.bind_all(values...);
        return query;
    }
    /// Runs a statement that gives no rows. Returns the number of rows changed.
    template <class... A>
    int run(std::string_view sql, const A&... values) {
        auto q = query(sql, values...);
        q.next();
        return changes();
    }
    /// Runs a script of several statements without values.
    void exec(const std::string& script);

    int changes() const;
    bool writable() const { return mode_ == Mode::read_write; }
    sqlite3* handle() const { return db_; }

private:
    friend class Query;
    sqlite3_stmt* take(std::string_view sql, bool& cached);
    void give_back(sqlite3_stmt* statement, bool cached);

    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        bool busy = false;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    sqlite3* db_ = nullptr;
    Mode mode_;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> cache_;
};

// --- the templates -----------------------------------------------------------------------------------------

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
T Row::parsed(std::string_view text) {
    auto value = T::parse(text);
    if (!value) bad_value(text);
    return *value;
}

template <class T>
T Row::get(int i) const {
    if constexpr (IsOptional<T>::value) {
        if (is_null(i)) return std::nullopt;
        return get<typename T::value_type>(i);
    } else if constexpr (std::is_same_v<T, bool>) {
        return integer(i) != 0;
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<T>(integer(i));
    } else if constexpr (std::is_floating_point_v<T>) {
        return real(i);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return std::string(text(i));
    } else if constexpr (std::is_same_v<T, std::string_view>) {
        return text(i);
    } else if constexpr (std::is_same_v<T, Bytes>) {
        const auto bytes = blob(i);
        return Bytes(bytes.begin(), bytes.end());
    } else {
        return parsed<T>(text(i));
    }
}

template <class T>
void Query::bind(int index, const T& value) {
    if constexpr (std::is_same_v<T, std::nullopt_t>) {
        bind_null(index);
    } else if constexpr (IsOptional<T>::value) {
        if (value) bind(index, *value); else bind_null(index);
    } else if constexpr (std::is_integral_v<T>) {
        bind_integer(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
        bind_real(index, value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        bind_text(index, value);
    } else if constexpr (std::is_convertible_v<const T&, std::span<const std::uint8_t>>) {
        bind_blob(index, value);
    } else {
        bind_text(index, value.str());
    }
}

}  // namespace homeward::store
