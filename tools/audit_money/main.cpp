// gelora-audit-money: proves from the databases alone, in one consistent snapshot, that every captured payment is accounted for
// (captured = valid tickets + fees kept + refunds), that no valid ticket lacks its money, that the ledger balances and fits the
// tables, and that the sandbox bank's own books say the same. Reads only. Status 1 when there is a contradiction, 3 when
// something is merely on its way.
#include <cstdio>

#include "base/config.hpp"
#include "facts.hpp"
#include "loop/run.hpp"
#include "telemetry/log.hpp"

namespace gelora::audit_money {
namespace {

constexpr std::size_t most_lines = 50;

void print(const char* heading, const std::vector<std::string>& lines) {
  if (!lines.empty()) std::printf("%s\n", heading);
  for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) std::printf("  %s\n", lines[i].c_str());
  if (lines.size() > most_lines) std::printf("  … and %zu more\n", lines.size() - most_lines);
}

int run() {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  Facts facts;
  const int status = loop::run_once(loop, [&]() -> loop::Task<> {
    const auto connection = co_await mysql::connect(loop, settings);
    mysql::Connection& db = *connection;
    db.set_deadline(std::chrono::minutes{10});
    co_await db.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    co_await db.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    facts = co_await read_facts(db);
    co_await db.run("COMMIT");
  });
  if (status != 0) return 2;
  const Verdict verdict = judge(facts);
  const auto amount = [](std::int64_t value) { return static_cast<long long>(value); };
  std::printf("%zu payments, %zu bookings%s (minor units)\n", facts.payments.size(), facts.bookings.size(),
              facts.has_bank ? ", compared with the bank's own books" : "");
  const std::int64_t for_tickets = verdict.refunded - verdict.goodwill;
  std::printf("captured %lld = in valid tickets %lld + fees kept %lld + given back %lld + on its way %lld\n",
              amount(verdict.captured), amount(verdict.in_tickets), amount(verdict.fees_kept), amount(for_tickets),
              amount(verdict.captured - verdict.in_tickets - verdict.fees_kept - for_tickets));
  if (verdict.goodwill != 0) std::printf("and %lld was given back for tickets that stay\n", amount(verdict.goodwill));
  if (verdict.at_counter != 0)
    std::printf("the counters hold %lld, of which %lld waits to be paid out\n", amount(verdict.at_counter),
                amount(verdict.to_pay_out));
  print("CONTRADICTIONS", verdict.contradictions);
  print("not at its end", verdict.unresolved);
  std::printf("%zu contradictions, %zu unresolved\n", verdict.contradictions.size(), verdict.unresolved.size());
  if (!verdict.contradictions.empty()) return 1;
  return verdict.unresolved.empty() ? 0 : 3;
}

}  // namespace
}  // namespace gelora::audit_money

int main(int count, char**) {
  gelora::telemetry::start_log("audit-money", "warn");
  if (count > 1) {
    std::puts("usage: gelora-audit-money   Reads GELORA_DB_*; its user may read the schemas of booking, payment and bank.");
    return 2;
  }
  try {
    return gelora::audit_money::run();
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "gelora-audit-money: %s\n", fault.what());
    return 2;
  }
}
