#include "booking/config.hpp"

#include "base/config.hpp"
#include "base/failpoints.hpp"

namespace gelora::booking {

namespace {

bool is_set(base::Environment& env, const char* name) { return !env.text(name, "").empty(); }

// Both are optional; what is there has to be whole and right.
void read_wallets(base::Environment& env, wallet::Keys& keys) {
  constexpr const char* names[] = {"GELORA_APPLE_PASS_CERT_FILE", "GELORA_APPLE_PASS_KEY_FILE", "GELORA_APPLE_WWDR_FILE"};
  if (is_set(env, names[0]) || is_set(env, names[1]) || is_set(env, names[2])) {
    const auto certificate = env.secret_file(names[0], 1), key = env.secret_file(names[1], 1),
               wwdr = env.secret_file(names[2], 1);
    try {
      if (!certificate.empty() && !key.empty() && !wwdr.empty())
        keys.apple.emplace(certificate, key, wwdr, base::SystemClock{}.now());
    } catch (const std::runtime_error& error) {
      env.fault("GELORA_APPLE_PASS_…, GELORA_APPLE_WWDR_FILE: " + std::string{error.what()});
    }
  }
  if (is_set(env, "GELORA_GOOGLE_WALLET_KEY_FILE") || is_set(env, "GELORA_GOOGLE_WALLET_ISSUER_ID")) {
    const auto account = env.secret_file("GELORA_GOOGLE_WALLET_KEY_FILE", 1),
               issuer = env.required("GELORA_GOOGLE_WALLET_ISSUER_ID");
    try {
      if (!account.empty() && !issuer.empty()) keys.google.emplace(account, issuer);
    } catch (const std::runtime_error& error) {
      env.fault("GELORA_GOOGLE_WALLET_…: " + std::string{error.what()});
    }
  }
}

}  // namespace

Config read_config() {
  base::Environment env;
  Config config;
  config.production = env.choice("GELORA_ENV", {"production", "development"}) == "production";
  base::read_failpoints(env, config.production);
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8082");
  config.own_listen = env.text("GELORA_OWN_LISTEN", "");
  config.edges = http::read_edge_networks(env);
  config.user_url = env.required("GELORA_USER_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.ticket_key = env.secret_file("GELORA_TICKET_KEY_FILE", 64);
  config.public_url = env.origin("GELORA_PUBLIC_URL");
  config.posters_dir = env.required("GELORA_POSTERS_DIR");
  config.smtp = mail::read_settings(env);
  config.instance = env.text("GELORA_INSTANCE", "booking-1");
  config.address = env.text("GELORA_ADDRESS", "http://" + (config.own_listen.empty() ? config.listen : config.own_listen));
  config.peers["payment-service"] = env.required("GELORA_PAYMENT_URL");
  config.database = mysql::read_settings(env);
  config.traces = http::read_trace_settings(env);
  config.limits = env.choice("GELORA_LIMITS", {"on", "off"}) == "on";
  config.time_limits.hold_ttl = std::chrono::seconds{env.number("GELORA_HOLD_TTL_S", 0, 0, 86'400)};
  config.time_limits.pay_ttl = std::chrono::seconds{env.number("GELORA_PAY_TTL_S", 0, 0, 86'400)};
  config.messages.mails_a_minute = static_cast<std::uint32_t>(env.number("GELORA_MESSAGE_MAILS_PER_MINUTE", 300, 1, 60'000));
  config.messages.a_day = static_cast<std::uint32_t>(env.number("GELORA_MESSAGES_PER_DAY", 20, 1, 1000));
  config.webhooks_to_private = env.text("GELORA_WEBHOOKS_ALLOW_PRIVATE", "no") == "yes";
  if (config.production && config.webhooks_to_private) env.fault("GELORA_WEBHOOKS_ALLOW_PRIVATE=yes is for development only");
  if (config.production && !config.limits) env.fault("GELORA_LIMITS=off is for development only");
  read_wallets(env, config.wallets);
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
