#include "payment/config.hpp"

#include "base/config.hpp"
#include "base/failpoints.hpp"

namespace gelora::payment {
namespace {

// What a key and money go to is spoken to in secret, but for a simulator beside us.
std::string url_of(base::Environment& env, bool production, const char* name, std::string_view fallback) {
  auto url = env.text(name, fallback);
  const bool plain = url.starts_with("http://");
  if (!plain && !url.starts_with("https://")) env.fault(std::string{name} + " is not a URL");
  if (plain && production) env.fault(std::string{name} + " must begin with https:// in production");
  return url;
}

// One a line, or parted by commas.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == ',' || c == '\n') parts.emplace_back();
    else if (c != ' ' && c != '\r') parts.back() += c;
  }
  std::erase(parts, "");
  return parts;
}

void read_sandbox(base::Environment& env, bool production, Config& config) {
  config.sandbox_url = env.text("GELORA_SANDBOX_URL", "");
  if (config.sandbox_url.empty()) return;
  if (production) env.fault("GELORA_SANDBOX_URL: the sandbox bank's money is not real, and this is production");
  config.sandbox_secret = env.secret_file("GELORA_SANDBOX_SECRET_FILE", 32);
}

std::optional<StripeSettings> read_stripe(base::Environment& env, bool production) {
  if (env.text("GELORA_STRIPE_KEY_FILE", "").empty()) return std::nullopt;
  StripeSettings stripe;
  stripe.url = url_of(env, production, "GELORA_STRIPE_URL", "https://api.stripe.com");
  stripe.key = env.secret_file("GELORA_STRIPE_KEY_FILE", 16);
  const bool fits = (stripe.key.starts_with("sk_") || stripe.key.starts_with("rk_")) &&
                    (stripe.key.substr(2).starts_with("_test_") || stripe.key.substr(2).starts_with("_live_"));
  if (!fits) env.fault("GELORA_STRIPE_KEY_FILE: a secret key begins with sk_test_, sk_live_, rk_test_ or rk_live_");
  stripe.webhook_secrets = parts_of(env.secret_file("GELORA_STRIPE_WEBHOOK_SECRET_FILE", 16));
  if (stripe.webhook_secrets.empty()) env.fault("GELORA_STRIPE_WEBHOOK_SECRET_FILE: there is no secret in it");
  for (const auto& secret : stripe.webhook_secrets) {
    if (secret.size() < 16) env.fault("GELORA_STRIPE_WEBHOOK_SECRET_FILE: a secret of fewer than 16 bytes");
  }
  return stripe;
}

std::optional<MidtransSettings> read_midtrans(base::Environment& env, bool production) {
  if (env.text("GELORA_MIDTRANS_SERVER_KEY_FILE", "").empty()) return std::nullopt;
  MidtransSettings midtrans;
  midtrans.server_key = env.secret_file("GELORA_MIDTRANS_SERVER_KEY_FILE", 16);
  midtrans.merchant_id = env.required("GELORA_MIDTRANS_MERCHANT_ID");
  const std::string stage = midtrans.server_key.starts_with("SB-") ? "sandbox." : "";
  midtrans.api_url = url_of(env, production, "GELORA_MIDTRANS_URL", "https://api." + stage + "midtrans.com");
  midtrans.snap_url = url_of(env, production, "GELORA_MIDTRANS_SNAP_URL", "https://app." + stage + "midtrans.com");
  return midtrans;
}

}  // namespace

Config read_config() {
  base::Environment env;
  Config config;
  const bool production = env.choice("GELORA_ENV", {"production", "development"}) == "production";
  config.listen = env.text("GELORA_LISTEN", "127.0.0.1:8083");
  config.own_listen = env.text("GELORA_OWN_LISTEN", "");
  config.edges = http::read_edge_networks(env);
  config.public_url = env.required("GELORA_PUBLIC_URL");
  config.user_url = env.required("GELORA_USER_URL");
  config.service_keys_dir = env.required("GELORA_SERVICE_KEYS_DIR");
  config.instance = env.text("GELORA_INSTANCE", "payment-1");
  config.booking_url = env.required("GELORA_BOOKING_URL");
  config.compare_every = std::chrono::seconds{env.number("GELORA_COMPARE_EVERY_S", 86'400, 1, 7 * 86'400)};
  base::read_failpoints(env, production);
  read_sandbox(env, production, config);
  config.stripe = read_stripe(env, production);
  config.midtrans = read_midtrans(env, production);
  if (config.sandbox_url.empty() && !config.stripe && !config.midtrans)
    env.fault("no payment provider is configured: set GELORA_STRIPE_KEY_FILE or GELORA_MIDTRANS_SERVER_KEY_FILE");
  config.database = mysql::read_settings(env);
  config.traces = http::read_trace_settings(env);
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
