// The code in a ticket's QR: "GT1." + base64url(payload ‖ Ed25519 signature). Verifiable without a network.
// Payload, big endian: version (1 byte) = 1, ticket id (8), show id (8), seat number (4). See docs/ticket-format.md.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "seat_inventory/layout.hpp"

namespace gelora::booking {

struct TicketClaim {
  base::TicketId ticket;
  base::ShowId show;
  seat_inventory::SeatNo seat_no = 0;
  friend bool operator==(const TicketClaim&, const TicketClaim&) = default;
};

class TicketSigner {
 public:
  // From an Ed25519 private key in PEM (PKCS#8); throws std::runtime_error for anything else.
  explicit TicketSigner(const std::string& pem);

  std::string sign(const TicketClaim& claim) const;
  // The claim when the code is well formed and signed with this key.
  std::optional<TicketClaim> verify(std::string_view code) const;
  // {"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","kid","x"}]} (RFC 8037)
  std::string public_keys() const;

 private:
  std::array<unsigned char, 32> public_key_;
  std::array<unsigned char, 64> secret_key_;
};

}  // namespace gelora::booking
