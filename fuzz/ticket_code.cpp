// A ticket's code: nobody finds a signature, and a genuine one has one spelling.
#include "booking/domain/ticket_code.hpp"

#include "fuzz/fuzz.hpp"
#include "testkit/keys.hpp"

using namespace gelora;
using namespace gelora::booking;

FUZZ(bytes) {
  static const TicketSigner signer(testkit::make_ed25519_key().private_pem);
  static const TicketClaim claim{base::TicketId{1}, base::ShowId{2}, 3};
  static const std::string genuine = signer.sign(claim);
  CHECK(!signer.verify(bytes) || bytes == genuine);

  // the genuine code with one character changed, cut off or added
  std::string changed = genuine;
  const std::size_t at = fuzz::choice(bytes) % (changed.size() + 1);
  if (at < changed.size()) changed[at] = static_cast<char>(fuzz::choice(bytes));
  else changed += bytes;
  const auto verified = signer.verify(changed);
  CHECK(verified.has_value() == (changed == genuine));
  CHECK(!verified || *verified == claim);
}
