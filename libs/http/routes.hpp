// The table of a service's endpoints, and the look-up in it.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/message.hpp"

namespace gelora::http {

// Who may call a route at all; whose object it is, is asked by the handler, in SQL.
enum class Access {
  open,
  person,  // somebody who is logged in; no machine
  staff,   // somebody, or a machine, with a role in an organisation, or an admin; in which one, the handler asks
  admin,
  service,  // one of our services
};

std::string_view name_of(Access access);

enum class Kind {
  plain,       // logged, traced
  idempotent,  // plain, and needs an Idempotency-Key
  bulk,        // plain, with a body that may be long (ServerLimits::bulk_bytes)
  document,    // plain, with a body of one large document (ServerLimits::document_bytes)
  quiet,       // plain, but not logged: probes
  upload,      // plain, and its body may be as large as ServerLimits::upload_bytes
  hot,         // answered from memory without a coroutine; counted, not logged
};

// One line of the table: constexpr Route<App> routes[] = {{Verb::get, "/api/shows/{id}", Access::open, show}, ...};
template <class App>
struct Route {
  using Coroutine = Task<Answer> (*)(App&, Request&);
  using Function = Answer (*)(App&, Request&);
  Verb method;
  std::string_view path;
  Access access;
  std::variant<Coroutine, Function> handler;
  Kind kind = Kind::plain;
};

struct BoundRoute {
  Verb method;
  std::string_view path;
  Access access;
  Kind kind;
  std::vector<std::string_view> segments;           // "" for a placeholder
  std::function<Task<Answer>(Request&)> coroutine;  // one of the two is set
  std::function<Answer(Request&)> function;
};

class Routes {
 public:
  template <class App, std::size_t count>
  Routes(const Route<App> (&table)[count], App& app) {
    for (const auto& route : table) {
      BoundRoute bound = unbound(route.method, route.path, route.access, route.kind);
      if (const auto* coroutine = std::get_if<typename Route<App>::Coroutine>(&route.handler)) {
        bound.coroutine = [call = *coroutine, &app](Request& request) { return call(app, request); };
      } else {
        bound.function = [call = std::get<1>(route.handler), &app](Request& request) { return call(app, request); };
      }
      routes_.push_back(std::move(bound));
    }
  }

  struct Match {
    const BoundRoute* route = nullptr;  // none: no such path, or the method is not among `allowed`
    std::string allowed;                // for 405: methods of the path, comma separated
  };
  // Fills request.params. HEAD is found as GET.
  Match find(Request& request) const;
  std::span<const BoundRoute> all() const { return routes_; }

 private:
  static BoundRoute unbound(Verb method, std::string_view path, Access access, Kind kind);
  std::vector<BoundRoute> routes_;
};

// The table as JSON: [{"method","path","access","idempotent"}], for the test against the contract.
template <class App, std::size_t count>
std::string describe(const Route<App> (&table)[count]) {
  std::string out = "[";
  for (const auto& route : table) {
    if (out.size() > 1) out += ',';
    out += "\n  {\"method\":\"" + std::string{boost::beast::http::to_string(route.method)} + "\",\"path\":\"" +
           std::string{route.path} + "\",\"access\":\"" + std::string{name_of(route.access)} +
           "\",\"idempotent\":" + (route.kind == Kind::idempotent ? "true" : "false") + "}";
  }
  return out + "\n]\n";
}

}  // namespace gelora::http
