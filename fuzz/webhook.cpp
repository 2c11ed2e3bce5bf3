// The signature of a webhook: what was not signed with the secret is not authentic.
#include "payment/domain/signature.hpp"

#include "fuzz/fuzz.hpp"

using namespace gelora;
using namespace gelora::payment;

FUZZ(bytes) {
  constexpr base::Instant now{1'900'000'000'000'000};
  const auto header = fuzz::line(bytes);
  CHECK(!verify_webhook("secret", header, bytes, now));
  const std::string genuine = sign_webhook("secret", bytes, now);
  CHECK(verify_webhook("secret", genuine, bytes, now));
  CHECK(!verify_webhook("", genuine, bytes, now));
  CHECK(!verify_webhook("secret", genuine, std::string{bytes} + "x", now));
  verify_webhook("secret", genuine + ',' + std::string{header}, bytes, now);
  verify_webhook("secret", std::string{header} + ',' + genuine, bytes, now);
}
