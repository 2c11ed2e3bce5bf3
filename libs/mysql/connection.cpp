#include "mysql/connection.hpp"

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/mysql/error_categories.hpp>
#include <boost/mysql/handshake_params.hpp>

#include "mysql/pulse.hpp"
#include "telemetry/spans.hpp"

namespace gelora::mysql {
namespace {

using loop::UseTask;

constexpr auto late = std::chrono::milliseconds{100};  // for a timer of a loop that runs

// Not an answer of the server to a statement, or one that says it cannot serve: too many connections, shutting down, killed.
bool means_unreachable(const loop::ErrorCode& error) {
  const auto& category = error.category();
  const bool from_server = category == boost::mysql::get_common_server_category() ||
                           category == boost::mysql::get_mysql_server_category() ||
                           category == boost::mysql::get_mariadb_server_category();
  const int code = error.value();
  return !from_server || code == 1040 || code == 1053 || code == 1203 || code == 1927;
}

// Never the text: it may be one that was put together.
void name_of(telemetry::Span& span, std::string_view sql) {
  if (!span.recorded()) return;
  span.name(telemetry::name_of_statement(sql));
  span.attribute("db.system.name", "mysql");
}

FaultKind kind_of(const loop::ErrorCode& error) {
  switch (error.value()) {
    case 1020:
    case 1205:
    case 1213: return FaultKind::retryable;
    case 1062: return FaultKind::duplicate;
    case 3819:
    case 4025: return FaultKind::rejected;
    default: return FaultKind::other;
  }
}

}  // namespace

Settings read_settings(base::Environment& env, const char* user_name, const char* password_file_name) {
  Settings settings;
  settings.socket = env.text("GELORA_DB_SOCKET", "");
  if (settings.socket.empty()) {
    settings.host = env.text("GELORA_DB_HOST", "");
    if (settings.host.empty()) env.fault("GELORA_DB_SOCKET or GELORA_DB_HOST must be set");
    settings.port = static_cast<std::uint16_t>(env.number("GELORA_DB_PORT", 3306, 1, 65535));
    settings.tls = env.choice("GELORA_DB_TLS", {"on", "off"}) == "on";
    settings.ca_file = env.text("GELORA_DB_CA_FILE", "");
  }
  settings.database = env.required("GELORA_DB_NAME");
  settings.user = env.required(user_name);
  settings.password = env.secret_file(password_file_name, 16);
  return settings;
}

std::uint64_t u64(FieldView field) {
  if (field.is_uint64()) return field.get_uint64();
  return static_cast<std::uint64_t>(field.as_int64());
}

std::int64_t i64(FieldView field) {
  if (field.is_int64()) return field.get_int64();
  return static_cast<std::int64_t>(field.as_uint64());
}

std::string text(FieldView field) {
  if (field.is_null()) return {};
  if (field.is_blob()) {
    const auto blob = field.get_blob();
    return {reinterpret_cast<const char*>(blob.data()), blob.size()};
  }
  const auto view = field.as_string();
  return {view.data(), view.size()};
}

std::string id_list(std::span<const std::uint64_t> ids) {
  std::string list;
  for (const auto id : ids) {
    if (!list.empty()) list += ',';
    list += std::to_string(id);
  }
  return list;
}

std::string anywhere(std::string_view words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

Connection::Connection(loop::Loop& loop, const Settings& settings, Pulse* pulse)
    : loop_(loop),
      settings_(settings),
      tls_(boost::asio::ssl::context::tls_client),
      connection_(loop.context(), tls_),
      pulse_(pulse),
      watchdog_(loop.context()) {
  if (pulse_ != nullptr) pulse_->watched_.insert(this);
  if (!settings.tls) return;
  if (settings.ca_file.empty()) tls_.set_default_verify_paths();
  else tls_.load_verify_file(settings.ca_file);
  connection_.stream().set_verify_mode(boost::asio::ssl::verify_peer);
  connection_.stream().set_verify_callback(boost::asio::ssl::host_name_verification(settings.host));
}

Connection::~Connection() {
  if (pulse_ != nullptr) pulse_->watched_.erase(this);
}

void Connection::abandon() {
  usable_ = false;
  loop::ErrorCode ignored;
  connection_.stream().lowest_layer().close(ignored);
}

Connection::Watch::Watch(Connection& connection) : watched(connection) {
  if (watched.pulse_ != nullptr && !watched.pulse_->alive()) {
    watched.usable_ = false;
    throw Unreachable("database: it does not answer");
  }
  watched.watch_until(std::chrono::steady_clock::now() + watched.deadline_);
}

void Connection::watch_until(std::chrono::steady_clock::time_point end) {
  watchdog_.expires_at(end);
  watchdog_.async_wait([this, weak = std::weak_ptr(alive_)](loop::ErrorCode cancelled) {
    if (cancelled || weak.expired()) return;
    const auto now = std::chrono::steady_clock::now();
    if (watchdog_.expiry() > now) return;
    // It was this process that stood still: the answer may be there and not yet read.
    if (now - watchdog_.expiry() > late) return watch_until(now + late);
    abandon();
  });
}

Task<boost::asio::generic::stream_protocol::endpoint> Connection::find_endpoint() {
  if (!settings_.socket.empty()) co_return boost::asio::local::stream_protocol::endpoint(settings_.socket);
  loop::TcpResolver resolver(loop_.context());
  const auto [error, found] = co_await resolver.async_resolve(settings_.host, std::to_string(settings_.port));
  if (error) fail(error, {}, "resolve");
  co_return found.begin()->endpoint();
}

Task<> Connection::open(bool several_statements) {
  const telemetry::KeepTrace keep;
  const auto endpoint = co_await find_endpoint();
  boost::mysql::handshake_params params(settings_.user, settings_.password, settings_.database);
  params.set_connection_collation(45);  // utf8mb4_general_ci, known to every server
  params.set_ssl(settings_.tls ? boost::mysql::ssl_mode::require : boost::mysql::ssl_mode::disable);
  params.set_multi_queries(several_statements);
  boost::mysql::diagnostics diagnostics;
  const Watch watch(*this);
  const auto [error] = co_await connection_.async_connect(endpoint, params, diagnostics, UseTask{});
  if (error) fail(error, diagnostics, "connect");
  usable_ = true;
  const auto statements = {"SET NAMES utf8mb4", "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
                           "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'",
                           "SET SESSION time_zone = '+00:00'", "SET SESSION innodb_lock_wait_timeout = 5"};
  for (const char* statement : statements) co_await run(statement);
}

Task<Results> Connection::execute(std::string sql, std::vector<Field> values) {
  telemetry::Span span(telemetry::SpanKind::client);
  name_of(span, sql);
  const telemetry::KeepTrace keep;
  const Watch watch(*this);
  boost::mysql::diagnostics diagnostics;
  auto found = prepared_.find(sql);
  if (found == prepared_.end()) {
    const auto [error, statement] = co_await connection_.async_prepare_statement(sql, diagnostics, UseTask{});
    if (error) fail(error, diagnostics, sql);
    found = prepared_.emplace(sql, statement).first;
  }
  Results results;
  const auto [error] =
      co_await connection_.async_execute(found->second.bind(values.begin(), values.end()), results, diagnostics, UseTask{});
  if (error) fail(error, diagnostics, sql);
  span.succeeded();
  co_return results;
}

Task<Results> Connection::run(std::string text) {
  telemetry::Span span(telemetry::SpanKind::client);
  name_of(span, text);
  const telemetry::KeepTrace keep;
  const Watch watch(*this);
  boost::mysql::diagnostics diagnostics;
  Results results;
  const auto [error] = co_await connection_.async_execute(text, results, diagnostics, UseTask{});
  if (error) fail(error, diagnostics, std::string_view{text}.substr(0, 120));
  span.succeeded();
  co_return results;
}

Task<> Connection::rollback() noexcept {
  if (!usable_) co_return;
  const telemetry::KeepTrace keep;
  const Watch watch(*this);
  boost::mysql::diagnostics diagnostics;
  Results results;
  const auto [error] = co_await connection_.async_execute("ROLLBACK", results, diagnostics, UseTask{});
  if (error) usable_ = false;
}

void Connection::fail(loop::ErrorCode error, const boost::mysql::diagnostics& diagnostics, std::string_view doing) {
  std::string what = "database: ";
  what +=
      diagnostics.server_message().empty() ? std::string_view{error.message()} : std::string_view{diagnostics.server_message()};
  what += " [";
  what += doing;
  what += ']';
  if (means_unreachable(error)) {
    usable_ = false;
    throw Unreachable(what);
  }
  throw Fault(kind_of(error), static_cast<unsigned>(error.value()), what);
}

}  // namespace gelora::mysql
