// Configuration of payment-service, from the environment.
#pragma once
#include <map>
#include <string>

#include "mysql/connection.hpp"

namespace gelora::payment {

struct Config {
  std::string listen, public_url, user_url, service_keys_dir, instance;
  std::string booking_url, sandbox_url, sandbox_secret;
  mysql::Settings database;
};

// Throws base::ConfigError naming every fault.
Config read_config();
mysql::Settings read_migration_settings();

}  // namespace gelora::payment
