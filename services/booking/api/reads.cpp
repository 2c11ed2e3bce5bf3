// Hot reads: one look-up and a pointer to an answer that was built before.
#include <charconv>

#include "booking/api/api.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

Answer found_or_nothing(const http::PreparedSet* set, const Request& request) {
  return set == nullptr ? nothing_here() : http::choose(*set, request);
}

std::optional<ShowId> show_of(const Request& request) { return parse_id_as<ShowId>(request.params[0]); }

std::size_t number_wish(const Request& request, std::string_view name, std::size_t fallback, std::size_t low, std::size_t high,
                        http::FieldFaults& faults) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return fallback;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || number < low || number > high) {
    faults.add("/query/" + std::string{name},
               "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return fallback;
  }
  return number;
}

}  // namespace

std::optional<Instant> time_wish(const Request& request, std::string_view name, http::FieldFaults& faults) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return std::nullopt;
  const bool only_date = text->size() == 10;
  const auto time = parse_rfc3339(only_date ? *text + (name == "to" ? "T23:59:59Z" : "T00:00:00Z") : *text);
  if (!time) faults.add("/query/" + std::string{name}, "must be a date or a time as in RFC 3339");
  return time;
}

Answer list_concerts(Api& api, Request& request) {
  if (request.query.empty()) return http::choose(*api.pages.first_page(), request);
  http::FieldFaults faults;
  Pages::Search search;
  search.text = folded(request.query_value("q").value_or("")).substr(0, 100);
  search.city = folded(request.query_value("city").value_or("")).substr(0, 100);
  search.from = time_wish(request, "from", faults);
  search.to = time_wish(request, "to", faults);
  search.limit = number_wish(request, "limit", search.limit, 1, 100, faults);
  search.after = number_wish(request, "cursor", 0, 0, 1'000'000, faults);
  if (!faults.none()) return faults.problem();
  Answer answer = http::json_answer(api.pages.search(search));
  answer.headers.emplace_back("Cache-Control", "public, max-age=1");
  return answer;
}

Answer get_concert(Api& api, Request& request) { return found_or_nothing(api.pages.concert(request.params[0]), request); }

Answer get_show(Api& api, Request& request) {
  const auto id = show_of(request);
  return found_or_nothing(id ? api.pages.show(*id) : nullptr, request);
}

Answer get_seating(Api& api, Request& request) {
  const auto id = show_of(request);
  return found_or_nothing(id ? api.pages.seating(*id, SeatingForm::seats) : nullptr, request);
}

Answer get_seating_rows(Api& api, Request& request) {
  const auto id = show_of(request);
  return found_or_nothing(id ? api.pages.seating(*id, SeatingForm::rows) : nullptr, request);
}

Answer get_availability(Api& api, Request& request) {
  const auto id = show_of(request);
  return found_or_nothing(id ? api.feed.snapshot(*id) : nullptr, request);
}

Answer stream_availability(Api& api, Request& request) {
  const auto id = show_of(request);
  if (!id || api.feed.snapshot(*id) == nullptr) return nothing_here();
  if (!api.feed.has_room()) return http::unavailable(10);
  Answer answer;
  answer.content_type = "text/event-stream";
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.headers.emplace_back("X-Accel-Buffering", "no");
  auto last = std::string{request.header("Last-Event-ID")};
  answer.take_over = [&feed = api.feed, show = *id, last = std::move(last)](loop::TcpSocket socket) {
    feed.listen(show, last, std::move(socket));
  };
  return answer;
}

Answer get_ticket_keys(Api& api, Request&) {
  Answer answer = http::json_answer(api.signer.public_keys());
  answer.headers.emplace_back("Cache-Control", "public, max-age=300");
  return answer;
}

Answer healthz(Api&, Request&) { return http::json_answer(R"({"status":"alive"})"); }

Task<Answer> readyz(Api& api, Request&) {
  const bool database = co_await api.app.pool.answers();
  if (!database) co_return http::database_away(api.vitals.distrust());
  if (!api.ready) co_return http::not_ready("starting", "start");
  if (!api.app.box_office.decides()) co_return http::not_ready("leases-away", "leases");
  co_return http::ready(api.vitals.warnings());
}

Answer metrics(Api& api, Request&) { return http::metrics_text(api.metrics.text()); }

}  // namespace gelora::booking
