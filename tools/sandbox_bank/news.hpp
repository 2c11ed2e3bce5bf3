// What happened to a session, and the webhooks that say so: written with the change, sent later.
#pragma once
#include <string>
#include <vector>

#include "ledger.hpp"

namespace gelora::bank {

struct Config;

struct News {
  enum class What { method_chosen, captured, declined, closed, refund_made, refund_changed, dispute_opened, dispute_closed } what;
  std::string about;  // the capture, refund or dispute
};
struct Notice {
  std::uint64_t id = 0;
  std::string body;
};
// The notices of one piece of news in a protocol's own words; none when it has no word for it.
class Teller {
 public:
  Teller(IdGenerator& ids, const Config& config) : ids_(ids), config_(config) {}

  // Within the transaction of the change. `lost`: the first sending goes nowhere; the next comes some seconds later.
  Task<> tell(mysql::Connection& db, std::string session, News::What what, std::string about, bool lost, Instant now) const;

 private:
  std::vector<Notice> notices(const Book& book, const News& news, Instant now) const;

  IdGenerator& ids_;
  const Config& config_;
};

struct WebhookRow {
  std::uint64_t id = 0;
  Protocol protocol = Protocol::sandbox;
  std::string body;
  std::uint64_t attempts = 0;
  std::string traceparent;
};
Task<std::vector<WebhookRow>> webhooks_due(mysql::Pool& pool, Instant now);
Task<> webhooks_delivered(mysql::Pool& pool, std::vector<std::uint64_t> ids);
Task<> webhook_failed(mysql::Pool& pool, std::uint64_t id, Instant next);

}  // namespace gelora::bank
