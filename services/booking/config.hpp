// Configuration of booking-service, from the environment.
#pragma once
#include <map>
#include <string>

#include "booking/app/message_limits.hpp"
#include "booking/storage/catalogue.hpp"
#include "http/edge_networks.hpp"
#include "http/span_export.hpp"
#include "mail/smtp.hpp"
#include "mysql/connection.hpp"
#include "wallet/keys.hpp"

namespace gelora::booking {

struct Config {
  bool production = false;
  bool limits = true;
  http::EdgeNetworks edges;
  std::string listen, own_listen, user_url, service_keys_dir, ticket_key, instance, address, public_url, posters_dir;
  std::map<std::string, std::string> peers;  // where events go
  mysql::Settings database;
  http::TraceSettings traces;
  mail::SmtpSettings smtp;
  TimeLimits time_limits;
  MessageLimits messages;
  bool webhooks_to_private = false;
  wallet::Keys wallets;
};

// Throws base::ConfigError naming every fault.
Config read_config();
// Only what `migrate` and `import` need.
mysql::Settings read_migration_settings();

}  // namespace gelora::booking
