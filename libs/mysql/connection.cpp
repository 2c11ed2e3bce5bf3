#include "mysql/connection.hpp"

#include <openssl/x509.h>
#include <algorithm>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/mysql/error_categories.hpp>
#include <boost/mysql/handshake_params.hpp>
#include <charconv>
#include <ctime>

#include "mysql/pulse.hpp"
#include "telemetry/spans.hpp"

namespace gelora::mysql {
namespace {

using loop::UseTask;

constexpr auto late = std::chrono::milliseconds{100};  // for a timer of a loop that runs

// What a server says that is not, or no longer, the one of several that takes writes: read only (1290, 1836), outside of its
// group or without a majority (3100, 3796, 3797, 3798).
bool means_other_server(int code) { return code == 1290 || code == 1836 || code == 3100 || (code >= 3796 && code <= 3798); }

// Not an answer of the server to a statement, or one that says it cannot serve: too many connections, shutting down, killed.
bool means_unreachable(const loop::ErrorCode& error, bool several_servers) {
  const auto& category = error.category();
  const bool from_server = category == boost::mysql::get_common_server_category() ||
                           category == boost::mysql::get_mysql_server_category() ||
                           category == boost::mysql::get_mariadb_server_category();
  const int code = error.value();
  return !from_server || code == 1040 || code == 1053 || code == 1203 || code == 1927 ||
         (several_servers && means_other_server(code));
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
    case 1213:
    case 3101: return FaultKind::retryable;
    case 1062: return FaultKind::duplicate;
    case 3819:
    case 4025: return FaultKind::rejected;
    default: return FaultKind::other;
  }
}

base::Instant instant_of(const ASN1_TIME* time) {
  std::tm utc{};
  ASN1_TIME_to_tm(time, &utc);
  return {timegm(&utc) * std::int64_t{1'000'000}};
}

std::string day_of(const ASN1_TIME* time) { return base::to_rfc3339(instant_of(time)).substr(0, 10); }

// Why a certificate was refused that `host` proves itself with, or that one of its authorities.
std::string words_for(X509_STORE_CTX* verification, const std::string& host) {
  const X509* certificate = X509_STORE_CTX_get_current_cert(verification);
  const bool its_own = X509_STORE_CTX_get_error_depth(verification) == 0;
  const auto whose = (its_own ? "the certificate of " : "the authority's certificate of ") + host;
  const int code = X509_STORE_CTX_get_error(verification);
  if (certificate != nullptr && code == X509_V_ERR_CERT_HAS_EXPIRED)
    return whose + " ended on " + day_of(X509_get0_notAfter(certificate));
  if (certificate != nullptr && code == X509_V_ERR_CERT_NOT_YET_VALID)
    return whose + " is good from " + day_of(X509_get0_notBefore(certificate)) + " only";
  if (code == X509_V_OK) return whose + " is for another name";
  return whose + " is not believed: " + X509_verify_cert_error_string(code);
}

}  // namespace

std::optional<std::vector<Address>> read_addresses(std::string_view list, std::uint16_t port) {
  std::vector<Address> found;
  for (std::size_t begin = 0; begin <= list.size();) {
    const auto end = std::min(list.find(',', begin), list.size());
    const auto one = list.substr(begin, end - begin);
    begin = end + 1;
    const bool bracketed = one.starts_with('[');
    const auto host_end = bracketed ? one.find(']') : one.find(':');
    Address address{std::string{one}, port};
    std::string_view rest;
    if (bracketed) {
      if (host_end == one.npos) return std::nullopt;
      address.host = one.substr(1, host_end - 1);
      rest = one.substr(host_end + 1);
    } else if (host_end != one.npos && host_end == one.rfind(':')) {  // more colons: IPv6 without a port
      address.host = one.substr(0, host_end);
      rest = one.substr(host_end);
    }
    if (!rest.empty()) {
      const auto digits = rest.substr(1);
      const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
      const bool whole = error == std::errc{} && last == digits.data() + digits.size();
      if (rest.front() != ':' || !whole || address.port == 0) return std::nullopt;
    }
    if (address.host.empty() || address.host.find_first_of(" \t") != std::string::npos) return std::nullopt;
    found.push_back(std::move(address));
  }
  return found;
}

void Settings::leave(std::size_t server) const {
  if (known_->turn == server && several()) known_->turn = (server + 1) % servers.size();
}

std::string Settings::distrust() const { return known_->distrust.empty() ? std::string{} : known_->distrust.begin()->second; }

Settings read_settings(base::Environment& env, const char* user_name, const char* password_file_name) {
  Settings settings;
  settings.socket = env.text("GELORA_DB_SOCKET", "");
  if (settings.socket.empty()) {
    const auto list = env.text("GELORA_DB_HOST", "");
    const auto port = static_cast<std::uint16_t>(env.number("GELORA_DB_PORT", 3306, 1, 65535));
    auto servers = read_addresses(list, port);
    if (list.empty()) env.fault("GELORA_DB_SOCKET or GELORA_DB_HOST must be set");
    else if (!servers)
      env.fault("GELORA_DB_HOST=" + list + " is not a host, or several with commas between, each with or without :port");
    else settings.servers = std::move(*servers);
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
  const Address& server = settings_.servers.at(server_);
  if (settings_.tls) {
    connection_.stream().set_verify_callback(
        [this, host = server.host](bool verified, boost::asio::ssl::verify_context& context) {
          return believe(verified, context, host);
        });
  }
  loop::TcpResolver resolver(loop_.context());
  const auto [error, found] = co_await resolver.async_resolve(server.host, std::to_string(server.port));
  if (error) fail(error, {}, "resolve");
  co_return found.begin()->endpoint();
}

// Called for each certificate of the chain, the authority's first.
bool Connection::believe(bool verified, boost::asio::ssl::verify_context& certificate, const std::string& host) {
  X509_STORE_CTX* verification = certificate.native_handle();
  const bool believed = boost::asio::ssl::host_name_verification(host)(verified, certificate);
  if (!believed) {
    distrust_ = words_for(verification, host);
    return false;
  }
  const auto end = instant_of(X509_get0_notAfter(X509_STORE_CTX_get_current_cert(verification)));
  certificate_end_ = certificate_end_ ? std::min(*certificate_end_, end) : end;
  return true;
}

Task<> Connection::open(bool several_statements) {
  server_ = settings_.server();
  std::exception_ptr fault;
  try {
    co_await open_session(several_statements);
  } catch (...) {
    fault = std::current_exception();
  }
  if (!fault) co_return;
  usable_ = false;
  settings_.leave(server_);
  std::rethrow_exception(fault);
}

Task<bool> Connection::takes_writes() {
  const auto answer = co_await run("SELECT @@read_only");
  co_return i64(answer.rows().at(0).at(0)) == 0;
}

Task<> Connection::open_session(bool several_statements) {
  const telemetry::KeepTrace keep;
  settings_.known_->distrust.erase(server_);
  const auto endpoint = co_await find_endpoint();
  boost::mysql::handshake_params params(settings_.user, settings_.password, settings_.database);
  params.set_connection_collation(45);  // utf8mb4_general_ci, known to every server
  params.set_ssl(settings_.tls ? boost::mysql::ssl_mode::require : boost::mysql::ssl_mode::disable);
  params.set_multi_queries(several_statements);
  boost::mysql::diagnostics diagnostics;
  const Watch watch(*this);
  const auto [error] = co_await connection_.async_connect(endpoint, params, diagnostics, UseTask{});
  if (!distrust_.empty()) {
    settings_.known_->distrust.emplace(server_, distrust_);
    throw Unreachable("database: " + distrust_);
  }
  if (error) fail(error, diagnostics, "connect");
  settings_.known_->certificate_end = certificate_end_;
  usable_ = true;
  if (settings_.several()) {
    const bool writable = co_await takes_writes();
    if (!writable) throw Unreachable("database: " + settings_.servers[server_].host + " takes no writes");
  }
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
  if (means_unreachable(error, settings_.several())) {
    usable_ = false;
    throw Unreachable(what);
  }
  throw Fault(kind_of(error), static_cast<unsigned>(error.value()), what);
}

Task<std::unique_ptr<Connection>> connect(loop::Loop& loop, const Settings& settings, bool several_statements, Pulse* pulse) {
  std::exception_ptr fault;
  for (std::size_t left = std::max<std::size_t>(settings.servers.size(), 1); left > 0; --left) {
    auto connection = std::make_unique<Connection>(loop, settings, pulse);
    fault = nullptr;
    try {
      co_await connection->open(several_statements);
    } catch (...) {
      fault = std::current_exception();
    }
    if (!fault) co_return connection;
  }
  std::rethrow_exception(fault);
}

}  // namespace gelora::mysql
