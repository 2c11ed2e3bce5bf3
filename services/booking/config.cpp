#include "booking/config.hpp"

#include "base/config.hpp"
#include "base/failpoints.hpp"

namespace gelora::booking {

Config read_config() {
  base::Environment env;
  Config config;
  config.production = env.choice("GELORA_ENV", {"production", "development"}) == "production";
  base::read_failpoints(env, config.production);
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8082");
  config.user_url = env.required("GELORA_USER_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.ticket_key = env.secret_file("GELORA_TICKET_KEY_FILE", 64);
  config.public_url = env.origin("GELORA_PUBLIC_URL");
  config.smtp = mail::read_settings(env);
  config.instance = env.text("GELORA_INSTANCE", "booking-1");
  config.address = env.text("GELORA_ADDRESS", "http://" + config.listen);
  config.peers["payment-service"] = env.required("GELORA_PAYMENT_URL");
  config.database = mysql::read_settings(env);
  config.limits = env.choice("GELORA_LIMITS", {"on", "off"}) == "on";
  config.time_limits.hold_ttl = std::chrono::seconds{env.number("GELORA_HOLD_TTL_S", 0, 0, 86'400)};
  config.time_limits.pay_ttl = std::chrono::seconds{env.number("GELORA_PAY_TTL_S", 0, 0, 86'400)};
  if (config.production && !config.limits) env.fault("GELORA_LIMITS=off is for development only");
  env.finish();
  return config;
}

mysql::Settings read_migration_settings() {
  base::Environment env;
  auto settings = mysql::read_settings(env, "GELORA_DB_DDL_USER", "GELORA_DB_DDL_PASSWORD_FILE");
  env.finish();
  return settings;
}

}  // namespace gelora::booking
