// Configuration of user-service, from the environment.
#pragma once
#include <string>

#include "http/edge_networks.hpp"
#include "http/span_export.hpp"
#include "mail/smtp.hpp"
#include "mysql/connection.hpp"
#include "redis/client.hpp"

namespace gelora::user {

struct Config {
  bool production = false;
  bool limits = true;
  std::size_t fewest_password_characters = 0;
  bool staff_needs_second_factor = true;
  http::EdgeNetworks edges;
  std::string listen, own_listen, public_url, jwt_key, service_keys_dir, instance;
  std::string booking_url, payment_url;  // what they keep of a person is part of an export
  mail::SmtpSettings smtp;
  mysql::Settings database;
  http::TraceSettings traces;
  redis::Settings redis;
};

// Throws base::ConfigError naming every fault.
Config read_config();
// Only what `migrate` needs.
mysql::Settings read_migration_settings();
// Only what `import-accounts` needs; a fault in production.
mysql::Settings read_import_settings();

}  // namespace gelora::user
