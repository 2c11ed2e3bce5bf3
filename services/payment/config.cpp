#include "payment/config.hpp"

#include "base/config.hpp"

namespace gelora::payment {

Config read_config() {
  base::Environment env;
  Config config;
  env.choice("GELORA_ENV", {"production", "development"});
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8083");
  config.public_url = env.required("GELORA_PUBLIC_URL");
  config.user_url = env.required("GELORA_USER_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.instance = env.text("GELORA_INSTANCE", "payment-1");
  config.booking_url = env.required("GELORA_BOOKING_URL");
  config.sandbox_url = env.required("GELORA_SANDBOX_URL");
  config.sandbox_secret = env.secret_file("GELORA_SANDBOX_SECRET_FILE", 32);
  config.database = mysql::read_settings(env);
  env.finish();
  return config;
}

mysql::Settings read_migration_settings() {
  base::Environment env;
  auto settings = mysql::read_settings(env, "GELORA_DB_DDL_USER", "GELORA_DB_DDL_PASSWORD_FILE");
  env.finish();
  return settings;
}

}  // namespace gelora::payment
