#include "http/routes.hpp"

namespace gelora::http {
namespace {

// Splits "/a/b" into "a", "b". Returns the number of segments, at most `limit` + 1.
std::size_t split(std::string_view path, std::string_view* out, std::size_t limit) {
  std::size_t count = 0;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    if (count == limit) return limit + 1;
    out[count++] = path.substr(0, end);
    path.remove_prefix(end);
  }
  return count;
}

constexpr std::size_t max_segments = 8;

}  // namespace

std::string_view name_of(Access access) {
  switch (access) {
    case Access::open: return "open";
    case Access::person: return "person";
    case Access::staff: return "staff";
    case Access::admin: return "admin";
    case Access::service: return "service";
  }
  return "";
}

BoundRoute Routes::unbound(Verb method, std::string_view path, Access access, Kind kind) {
  BoundRoute route{method, path, access, kind, {}, {}, {}};
  std::string_view parts[max_segments];
  const std::size_t count = split(path, parts, max_segments);
  for (std::size_t i = 0; i < count; ++i) route.segments.push_back(parts[i].front() == '{' ? std::string_view{} : parts[i]);
  return route;
}

Routes::Match Routes::find(Request& request) const {
  std::string_view parts[max_segments];
  const std::size_t count = split(request.path, parts, max_segments);
  const Verb method = request.method == Verb::head ? Verb::get : request.method;
  Match match;
  for (const auto& route : routes_) {
    if (route.segments.size() != count) continue;
    std::size_t params = 0;
    bool same = true;
    for (std::size_t i = 0; i < count && same; ++i) {
      if (route.segments[i].empty()) {
        same = !parts[i].empty() && params < request.params.size();
        if (same) request.params[params++] = parts[i];
      } else {
        same = route.segments[i] == parts[i];
      }
    }
    if (!same) continue;
    if (route.method == method) {
      match.route = &route;
      return match;
    }
    if (!match.allowed.empty()) match.allowed += ", ";
    match.allowed += boost::beast::http::to_string(route.method);
    if (route.method == Verb::get) match.allowed += ", HEAD";
  }
  return match;
}

}  // namespace gelora::http
