// Buyers who each buy again and again: hold, booking, payment, the sandbox bank, and then their tickets. A purchase counts when
// the buyer has seen its tickets; any answer that is not the expected one ends the run with status 1.
//   bench-purchases --booking URL --payment URL --bank URL --tokens FILE --show ID --body JSON --buyers N --seconds S [--warmup
//   S]
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "http/client.hpp"
#include "load/arguments.hpp"
#include "load/latencies.hpp"
#include "load/target.hpp"
#include "loop/run.hpp"

namespace gelora::bench {
namespace {

using loop::Task;
using Steady = std::chrono::steady_clock;
namespace json = boost::json;

constexpr auto first_look = std::chrono::milliseconds{10};  // each later one after half as long again
constexpr auto patience = std::chrono::seconds{30};

struct Wish {
  std::string booking, payment, bank, show, body;
  std::vector<std::string> tokens;
  std::size_t buyers = 64;
  double seconds = 0, warmup = 0;
};

class Crowd {
 public:
  Crowd(loop::Loop& loop, Wish wish)
      : loop_(loop),
        wish_(std::move(wish)),
        booking_(loop, wish_.booking),
        payment_(loop, wish_.payment),
        bank_(loop, wish_.bank),
        done_(loop) {}

  Task<> run() {
    began_ = Steady::now();
    left_ = wish_.buyers;
    for (std::size_t i = 0; i < wish_.buyers; ++i) loop_.spawn(buy_until_end(i));
    while (left_ > 0) co_await done_.wait();
    if (!fault_.empty()) throw std::runtime_error(fault_);
  }

  void report() const {
    std::printf("{\"per_second\": %.2f, \"total\": %llu, \"latency\": %s}\n", static_cast<double>(in_window_) / wish_.seconds,
                static_cast<unsigned long long>(total_), to_json(latencies_).c_str());
  }

 private:
  double elapsed() const { return std::chrono::duration<double>(Steady::now() - began_).count(); }

  Task<> buy_until_end(std::size_t buyer) {
    std::string fault;
    try {
      for (std::size_t turn = buyer; elapsed() < wish_.warmup + wish_.seconds && fault_.empty(); turn += wish_.buyers) {
        const auto asked = Steady::now();
        co_await buy(wish_.tokens[turn % wish_.tokens.size()]);
        ++total_;
        const double now = elapsed();
        if (now < wish_.warmup || now >= wish_.warmup + wish_.seconds) continue;
        ++in_window_;
        latencies_.add(std::chrono::nanoseconds(Steady::now() - asked).count());
      }
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (fault_.empty()) fault_ = fault;
    --left_;
    done_.notify_all();
  }

  Task<> buy(std::string token) {
    const auto hold = co_await ask(booking_, call(token, "/api/shows/" + wish_.show + "/holds", wish_.body), 201);
    const auto booking = co_await ask(booking_, call(token, "/api/bookings", R"({"hold_id":")" + text(hold, "id") + "\"}"), 201);
    const std::string id = text(booking, "id");
    const auto payment =
        co_await ask(payment_, call(token, "/api/payments", R"({"booking_id":")" + id + R"(","provider":"sandbox"})"), 201);
    const std::string page = text(payment, "checkout_url");
    const std::string path = page.substr(page.find('/', page.find("://") + 3));  // the bank's own: its host is given
    co_await ask(bank_, call(token, path + "/outcome", R"({"outcome":"pay"})"), 202);
    co_await see_tickets(token, "/api/bookings/" + id, hold.at("seats").as_array().size());
  }

  Task<> see_tickets(std::string token, std::string path, std::size_t wanted) {
    const auto give_up = Steady::now() + patience;
    for (auto wait = first_look;; wait += wait / 2) {
      co_await loop::sleep_for(wait);
      const auto booking = co_await ask(booking_, call(token, path, ""), 200);
      const std::string status = text(booking, "status");
      if (status == "confirmed") {
        if (booking.at("tickets").as_array().size() != wanted) throw std::runtime_error("a confirmed booking lacks tickets");
        co_return;
      }
      if (status != "awaiting_payment" || Steady::now() > give_up) throw std::runtime_error("a paid booking is " + status);
    }
  }

  http::Call call(const std::string& token, std::string target, std::string body) {
    http::Call out;
    out.method = body.empty() ? http::Verb::get : http::Verb::post;
    out.target = std::move(target);
    out.body = std::move(body);
    out.deadline = std::chrono::duration_cast<std::chrono::milliseconds>(patience);
    out.headers.emplace_back("Authorization", "Bearer " + token);
    out.headers.emplace_back("Idempotency-Key",
                             "p" + std::to_string(began_.time_since_epoch().count()) + "-" + std::to_string(++keys_));
    return out;
  }

  Task<json::object> ask(http::Client& client, http::Call call, unsigned wanted) {
    const std::string target = call.target;
    const auto reply = co_await client.send(std::move(call));
    if (reply.status != wanted)
      throw std::runtime_error(target + " was answered " + std::to_string(reply.status) + ": " + reply.body.substr(0, 300));
    auto parsed = json::parse(reply.body);
    co_return std::move(parsed.as_object());
  }

  static std::string text(const json::object& object, const char* name) { return std::string{object.at(name).as_string()}; }

  loop::Loop& loop_;
  Wish wish_;
  http::Client booking_, payment_, bank_;
  loop::Signal done_;
  Steady::time_point began_;
  Latencies latencies_;
  std::uint64_t in_window_ = 0, total_ = 0, keys_ = 0;
  std::size_t left_ = 0;
  std::string fault_;
};

std::string local(std::string url) {
  parse_target(url + "/");  // throws for any other machine
  return url;
}

Wish read_wish(int count, char** values) {
  Arguments arguments(count, values);
  Wish wish;
  wish.booking = local(arguments.text("booking", ""));
  wish.payment = local(arguments.text("payment", ""));
  wish.bank = local(arguments.text("bank", ""));
  wish.show = arguments.text("show", "");
  wish.body = arguments.text("body", "");
  wish.buyers = static_cast<std::size_t>(arguments.number("buyers", 64));
  wish.seconds = arguments.number("seconds", 5);
  wish.warmup = arguments.number("warmup", 1);
  std::ifstream lines(arguments.text("tokens", ""));
  arguments.finish();
  for (std::string line; std::getline(lines, line);) wish.tokens.push_back(line);
  if (wish.tokens.empty()) throw std::invalid_argument("--tokens names no file with tokens");
  return wish;
}

int run(int count, char** values) {
  loop::Loop loop;
  Crowd crowd(loop, read_wish(count, values));
  const auto work = [&crowd]() -> Task<> { return crowd.run(); };
  const int status = loop::run_once(loop, work);
  if (status == 0) crowd.report();
  return status;
}

}  // namespace
}  // namespace gelora::bench

int main(int count, char** values) {
  try {
    return gelora::bench::run(count, values);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "bench-purchases: %s\n", fault.what());
    return 1;
  }
}
