#include "payment/providers/outside.hpp"

#include <curl/curl.h>
#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "telemetry/spans.hpp"

namespace gelora::payment {
namespace {

constexpr std::size_t max_reply_bytes = 4u << 20;
constexpr long connect_ms = 4000;

struct Free {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > max_reply_bytes) return 0;
  body.append(bytes, size * count);
  return size * count;
}

void set_method(CURL* curl, const http::Call& call) {
  if (call.method == http::Verb::get) {
    curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    return;
  }
  curl_easy_setopt(curl, CURLOPT_POST, 1L);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
}

std::unique_ptr<curl_slist, Free> headers_of(const http::Call& call) {
  std::unique_ptr<curl_slist, Free> list;
  const auto add = [&list](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list.release();
    list.reset(longer);
  };
  bool typed = false;
  for (const auto& [name, value] : call.headers) {
    typed = typed || boost::beast::iequals(name, "Content-Type");
    add(name + ": " + value);
  }
  if (!typed) add("Content-Type: application/json");
  if (!call.traceparent.empty()) add("traceparent: " + call.traceparent);
  add("Expect:");
  return list;
}

bool head_says(CURL* curl, const char* name, std::string_view value) {
  curl_header* header = nullptr;
  return curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK && header->value == value;
}

LineReply perform(const std::string& url, const http::Call& call, std::chrono::steady_clock::time_point end) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now());
  if (left <= milliseconds{0}) throw http::NoReply("no time left for " + url);
  // one a thread: it keeps its connections
  thread_local const std::unique_ptr<CURL, Free> curl(curl_easy_init());
  if (!curl) throw std::bad_alloc();
  curl_easy_reset(curl.get());
  LineReply reply;
  char reason[CURL_ERROR_SIZE] = "";
  const auto headers = headers_of(call);
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "gelora");
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &keep);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply.body);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, std::min<long>(connect_ms, left.count()));
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, reason);
  if (url.starts_with("http:")) curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");  // a neighbour, no proxy's business
  set_method(curl.get(), call);
  const CURLcode result = curl_easy_perform(curl.get());
  if (result != CURLE_OK)
    throw http::NoReply("no reply from " + url + ": " + (*reason != '\0' ? reason : curl_easy_strerror(result)));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  reply.status = static_cast<unsigned>(status);
  reply.stays = head_says(curl.get(), "Idempotent-Replayed", "true") || head_says(curl.get(), "Stripe-Should-Retry", "false");
  return reply;
}

}  // namespace

Outside::Outside(std::string base_url, unsigned threads) : base_url_(std::move(base_url)), workers_(threads, 2 * threads) {
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (global != CURLE_OK) throw std::runtime_error("libcurl cannot start");
  while (base_url_.ends_with('/')) base_url_.pop_back();
}

loop::Task<LineReply> Outside::send(http::Call call) {
  telemetry::Span span(telemetry::SpanKind::client);
  if (span.recorded()) {
    span.name(std::string{boost::beast::http::to_string(call.method)} + ' ' + base_url_);
    call.traceparent = span.trace().traceparent();
  }
  const auto end = std::chrono::steady_clock::now() + call.deadline;
  auto work = [url = base_url_ + call.target, call = std::move(call), end] { return perform(url, call, end); };
  auto reply = co_await workers_.run(std::move(work));
  if (!reply) throw http::NoReply("too many calls at once to " + base_url_);
  span.succeeded();
  co_return std::move(*reply);
}

}  // namespace gelora::payment
