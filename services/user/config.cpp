#include "user/config.hpp"

#include "base/config.hpp"
#include "user/domain/password.hpp"

namespace gelora::user {
namespace {

bool is_production(base::Environment& env) { return env.choice("GELORA_ENV", {"production", "development"}) == "production"; }

}  // namespace

Config read_config() {
  base::Environment env;
  Config config;
  config.production = is_production(env);
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8081");
  config.own_listen = env.text("GELORA_OWN_LISTEN", "");
  config.edges = http::read_edge_networks(env);
  config.public_url = env.origin("GELORA_PUBLIC_URL");
  config.jwt_key = env.secret_file("GELORA_JWT_KEY_FILE", 64);
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.instance = env.text("GELORA_INSTANCE", "user-1");
  config.booking_url = env.required("GELORA_BOOKING_URL");
  config.payment_url = env.required("GELORA_PAYMENT_URL");
  config.staff_needs_second_factor = env.choice("GELORA_STAFF_SECOND_FACTOR", {config.production ? "required" : "optional",
                                                                               "required", "optional"}) == "required";
  config.smtp = mail::read_settings(env);
  config.database = mysql::read_settings(env);
  config.traces = http::read_trace_settings(env);
  config.redis = redis::read_settings(env);
  config.fewest_password_characters = static_cast<std::size_t>(
      env.number("GELORA_PASSWORD_CHARACTERS", static_cast<std::int64_t>(fewest_password_characters), 8, 64));
  config.limits = env.choice("GELORA_LIMITS", {"on", "off"}) == "on";
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

mysql::Settings read_import_settings() {
  base::Environment env;
  if (is_production(env)) env.fault("demonstration accounts are not for GELORA_ENV=production (which is the default)");
  auto settings = mysql::read_settings(env);
  env.finish();
  return settings;
}

}  // namespace gelora::user
