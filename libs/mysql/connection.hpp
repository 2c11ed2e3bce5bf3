// One connection to MySQL or MariaDB on a loop: prepared statements by text, READ COMMITTED, strict mode, UTC.
// Over a local socket, or TCP with TLS. Faults are exceptions: mysql::Fault when the server refused a statement,
// mysql::Unreachable when it is away.
#pragma once
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/mysql/connection.hpp>
#include <boost/mysql/field.hpp>
#include <boost/mysql/results.hpp>
#include <boost/mysql/statement.hpp>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/config.hpp"
#include "base/ids.hpp"
#include "base/unavailable.hpp"
#include "loop/loop.hpp"

namespace gelora::mysql {

using loop::Task;
using Results = boost::mysql::results;
using Field = boost::mysql::field;
using FieldView = boost::mysql::field_view;
using RowView = boost::mysql::row_view;

struct Address {
  std::string host;
  std::uint16_t port = 3306;
  bool operator==(const Address&) const = default;
};

// "db-1,db-2:3307,[::1]:3308": `port` for those that name none. Nothing when one of them is no address.
std::optional<std::vector<Address>> read_addresses(std::string_view list, std::uint16_t port);

// Copies share what they know of the servers; for the connections of one loop.
struct Settings {
  std::string socket;            // path of the local socket; empty: TCP
  std::vector<Address> servers;  // TCP: of several, one takes writes, and only that one is used
  bool tls = false;              // TCP only
  std::string ca_file;           // what signs the server's certificate; empty: the system's authorities
  std::string database, user, password;

  bool several() const { return servers.size() > 1; }
  std::size_t server() const { return known_->turn; }
  // The next one's turn, if it is still this one's.
  void leave(std::size_t server) const;

  // Why a server's certificate was not believed when a connection was last tried, in words; empty: each was.
  std::string distrust() const;
  // When the first certificate ends of those that a server last proved itself with, its own and its authorities'.
  std::optional<base::Instant> certificate_end() const { return known_->certificate_end; }

 private:
  friend class Connection;
  struct Known {
    std::size_t turn = 0;                         // of the server that took writes last, or is to be tried
    std::map<std::size_t, std::string> distrust;  // by server
    std::optional<base::Instant> certificate_end;
  };
  std::shared_ptr<Known> known_ = std::make_shared<Known>();
};

// GELORA_DB_SOCKET or GELORA_DB_HOST/PORT/TLS, GELORA_DB_NAME, and user and password file under the given names.
Settings read_settings(base::Environment& env, const char* user_name = "GELORA_DB_USER",
                       const char* password_file_name = "GELORA_DB_PASSWORD_FILE");

enum class FaultKind {
  retryable,  // 1020, 1205, 1213, 3101: the transaction was rolled back, run it again
  duplicate,  // 1062: a unique key refused a row
  rejected,   // 4025, 3819: a CHECK constraint refused a row
  other,
};

class Fault : public std::runtime_error {
 public:
  Fault(FaultKind fault_kind, unsigned fault_code, const std::string& what)
      : std::runtime_error(what), kind(fault_kind), code(fault_code) {}
  // Whether the named unique key or CHECK is what refused the row.
  bool names(std::string_view constraint) const { return std::string_view{what()}.find(constraint) != std::string_view::npos; }

  FaultKind kind;
  unsigned code;  // the server's error number
};

// The database cannot be reached, or went away: whether a statement in flight took effect is not known.
class Unreachable : public base::Unavailable {
 public:
  using base::Unavailable::Unavailable;
};

// What may be bound to a parameter.
inline Field to_field(std::string_view v) { return Field{v}; }
inline Field to_field(const std::string& v) { return Field{v}; }
inline Field to_field(const char* v) { return Field{std::string_view{v}}; }
inline Field to_field(base::Instant v) { return Field{v.us}; }
inline Field to_field(double v) { return Field{v}; }
inline Field to_field(std::nullptr_t) { return Field{}; }
template <std::integral Number>
Field to_field(Number v) {
  if constexpr (std::is_signed_v<Number>) return Field{static_cast<std::int64_t>(v)};
  else return Field{static_cast<std::uint64_t>(v)};
}
template <class Tag>
Field to_field(base::Id<Tag> v) {
  return Field{v.value};
}
template <class T>
Field to_field(const std::optional<T>& v) {
  return v ? to_field(*v) : Field{};
}

// What a column holds; the column's type must fit (a mismatch is a bug and throws).
std::uint64_t u64(FieldView field);
std::int64_t i64(FieldView field);
std::string text(FieldView field);
inline base::Instant instant(FieldView field) { return {i64(field)}; }
inline std::optional<base::Instant> optional_instant(FieldView field) {
  return field.is_null() ? std::nullopt : std::optional{instant(field)};
}

// "1,2,3", for an IN list of text that is run as it is. Not for an empty list.
std::string id_list(std::span<const std::uint64_t> ids);

// A pattern for LIKE that finds these words anywhere.
std::string anywhere(std::string_view words);

class Pulse;

class Connection {
 public:
  // With a pulse that outlives it, an exchange ends or is refused as soon as that finds the server silent.
  Connection(loop::Loop& loop, const Settings& settings, Pulse* pulse = nullptr);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Connects, once, to the server whose turn it is, and prepares the session. Of several servers, one that does not answer or
  // takes no writes is refused, and the next one's turn comes: see connect(). `several_statements` allows run() of a text with
  // semicolons.
  Task<> open(bool several_statements = false);
  // Whether the server takes writes now; asked only where there are several.
  Task<bool> takes_writes();
  bool usable() const { return usable_; }
  // Which of the settings' servers it was opened to.
  std::size_t server() const { return server_; }
  // Longest time for one exchange with the server, 10 s at first; after it the connection is closed and Unreachable thrown.
  void set_deadline(std::chrono::milliseconds deadline) { deadline_ = deadline; }

  // Runs `sql` prepared (kept for the life of the connection) with `values` for its question marks.
  template <class... Values>
  Task<Results> query(std::string sql, Values&&... values) {
    std::vector<Field> fields;
    fields.reserve(sizeof...(values));
    (fields.push_back(to_field(values)), ...);
    return execute(std::move(sql), std::move(fields));
  }
  Task<Results> execute(std::string sql, std::vector<Field> values);

  // Runs text as it is. Only for text without any value from outside.
  Task<Results> run(std::string text);

  // After a fault: makes the server forget the transaction. Leaves the connection unusable when that fails.
  Task<> rollback() noexcept;

  // Closes the connection: what waits on it ends with Unreachable.
  void abandon();

 private:
  using Stream =
      boost::asio::ssl::stream<boost::asio::basic_stream_socket<boost::asio::generic::stream_protocol, loop::Executor>>;

  [[noreturn]] void fail(loop::ErrorCode error, const boost::mysql::diagnostics& diagnostics, std::string_view doing);
  Task<> open_session(bool several_statements);
  Task<boost::asio::generic::stream_protocol::endpoint> find_endpoint();
  bool believe(bool verified, boost::asio::ssl::verify_context& certificate, const std::string& host);

  // One exchange. Closes the socket when the deadline passes while it lives: what waits on the socket then ends.
  struct Watch {
    explicit Watch(Connection& connection);
    ~Watch() { watched.watchdog_.expires_at(std::chrono::steady_clock::time_point::max()); }
    Connection& watched;
  };
  void watch_until(std::chrono::steady_clock::time_point end);

  loop::Loop& loop_;
  const Settings& settings_;
  boost::asio::ssl::context tls_;
  boost::mysql::connection<Stream> connection_;
  std::unordered_map<std::string, boost::mysql::statement> prepared_;
  Pulse* pulse_;
  std::size_t server_ = 0;
  std::string distrust_;                          // why the certificate was refused
  std::optional<base::Instant> certificate_end_;  // the earliest of its chain
  bool usable_ = false;
  std::chrono::milliseconds deadline_{10'000};
  loop::Timer watchdog_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

// A connection that is open; of several servers each is tried once. The settings outlive it.
Task<std::unique_ptr<Connection>> connect(loop::Loop& loop, const Settings& settings, bool several_statements = false,
                                          Pulse* pulse = nullptr);

}  // namespace gelora::mysql
