// Configuration of payment-service, from the environment.
#pragma once
#include <optional>
#include <string>

#include "base/time.hpp"
#include "http/edge_networks.hpp"
#include "http/span_export.hpp"
#include "mysql/connection.hpp"
#include "payment/providers/midtrans.hpp"
#include "payment/providers/stripe.hpp"

namespace gelora::payment {

struct Config {
  http::EdgeNetworks edges;
  std::string listen, own_listen, public_url, user_url, service_keys_dir, instance;
  std::string booking_url;
  // Providers that are offered: those that are configured.
  std::string sandbox_url, sandbox_secret;
  std::optional<StripeSettings> stripe;
  std::optional<MidtransSettings> midtrans;
  base::Duration compare_every{};
  mysql::Settings database;
  http::TraceSettings traces;
};

// Throws base::ConfigError naming every fault.
Config read_config();
mysql::Settings read_migration_settings();

}  // namespace gelora::payment
