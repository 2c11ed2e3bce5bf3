#include "user/api/cookies.hpp"

namespace gelora::user {
namespace {

constexpr std::string_view refresh_name = "gelora_refresh=", device_name = "gelora_device=";
constexpr std::int64_t device_lifetime_s = 400LL * 24 * 3600;  // the longest that browsers allow
constexpr std::string_view attributes = "; Path=/api/sessions; HttpOnly; Secure; SameSite=Strict; Max-Age=";

// "http://localhost:8080" and "http://127.0.0.1:8080" alike as "http://loopback:8080".
std::string one_loopback(std::string_view origin) {
  for (const std::string_view host : {"://localhost", "://127.0.0.1", "://[::1]"}) {
    const auto at = origin.find(host);
    if (at == std::string_view::npos) continue;
    const auto rest = origin.substr(at + host.size());
    if (rest.empty() || rest.front() == ':') return std::string{origin.substr(0, at)} + "://loopback" + std::string{rest};
  }
  return std::string{origin};
}

std::string cookie(const http::Request& request, std::string_view name) {
  for (const auto& header : request.headers) {
    if (header.name != http::FieldName::cookie) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      const auto end = std::min(rest.find(';'), rest.size());
      std::string_view pair = rest.substr(0, end);
      rest.remove_prefix(std::min(rest.size(), end + 1));
      while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
      if (pair.starts_with(name)) return std::string{pair.substr(name.size())};
    }
  }
  return {};
}

std::string set_cookie(std::string_view name, std::string_view value, std::int64_t seconds) {
  return std::string{name} + std::string{value} + std::string{attributes} + std::to_string(seconds);
}

}  // namespace

std::string refresh_cookie(const http::Request& request) { return cookie(request, refresh_name); }
std::string device_cookie(const http::Request& request) { return cookie(request, device_name); }

std::string set_device_cookie(std::string_view token) { return set_cookie(device_name, token, device_lifetime_s); }

std::string set_refresh_cookie(std::string_view token, base::Duration lifetime) {
  return set_cookie(refresh_name, token, lifetime.count() / 1'000'000);
}

std::string clear_refresh_cookie() { return set_cookie(refresh_name, "", 0); }

bool is_our_page(std::string_view origin, std::string_view fetch_site, std::string_view public_url, bool production) {
  if (fetch_site == "cross-site") return false;
  if (origin.empty() || origin == public_url) return true;
  return !production && one_loopback(origin) == one_loopback(public_url);
}

bool is_our_page(const http::Request& request, std::string_view public_url, bool production) {
  return is_our_page(request.header(http::FieldName::origin), request.header("Sec-Fetch-Site"), public_url, production);
}

}  // namespace gelora::user
