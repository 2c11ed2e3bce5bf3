// The code in a ticket's QR, verifiable without a network. Fixed: "GT1." + base64url(payload ‖ Ed25519 signature). Rotating:
// "GT2."
// + the same + "." + the eight digits of a TOTP (RFC 6238) of the ticket's own secret.
// Payload, big endian: version (1 byte) = 1 or 2, ticket id (8), show id (8), seat number (4). See docs/ticket-format.md.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seat_inventory/layout.hpp"

namespace gelora::booking {

struct TicketClaim {
  base::TicketId ticket;
  base::ShowId show;
  seat_inventory::SeatNo seat_no = 0;
  friend bool operator==(const TicketClaim&, const TicketClaim&) = default;
};

// What is wrong with a code.
enum class CodeFault : std::uint8_t { unknown, bad_signature, too_old };

// Which codes let somebody into a show.
enum class TicketCodes : std::uint8_t { fixed, rotating, rotating_or_printed };
std::string_view name_of(TicketCodes codes);
std::optional<TicketCodes> ticket_codes_of(std::string_view name);

inline constexpr std::uint64_t code_step_s = 15;
inline constexpr int code_digits = 8;
using RotationSecret = std::array<unsigned char, 32>;

// The digits that follow a rotating code at this time: HOTP (RFC 4226) by HMAC-SHA-256 over the number of steps since 1970.
std::string rotation_digits(const RotationSecret& secret, base::Instant now);

class TicketSigner {
 public:
  // From an Ed25519 private key in PEM (PKCS#8); throws std::runtime_error for anything else.
  explicit TicketSigner(const std::string& pem);

  // The fixed code, for paper.
  std::string sign(const TicketClaim& claim) const;
  // The part of a rotating code that stays: without "." and digits it lets nobody in.
  std::string sign_rotating(const TicketClaim& claim) const;
  // HMAC-SHA-256 of the ticket's id under the show's key, which is HMAC-SHA-256 of the show's id under a key made of the signing
  // key: a gate that has the show's key knows the secret of every ticket of that show, and of no other.
  RotationSecret rotation_secret(const TicketClaim& claim) const;
  RotationSecret rotation_key(base::ShowId show) const;

  // The claim when the fixed code is well formed and signed with this key.
  std::optional<TicketClaim> verify(std::string_view code) const;
  // The claim of a rotating code that is of this step or of one beside it.
  std::optional<TicketClaim> verify_rotating(std::string_view code, base::Instant now) const;
  // What a gate reads, in a show of such codes. Rotating codes are good in every show: a phone without a network may not know yet
  // that they do not rotate any more.
  std::variant<TicketClaim, CodeFault> read(std::string_view code, TicketCodes codes, base::Instant at) const;
  // {"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","kid","x"}]} (RFC 8037)
  std::string public_keys() const;

 private:
  std::variant<TicketClaim, CodeFault> read_rotating(std::string_view code, base::Instant now) const;
  std::array<unsigned char, 32> public_key_;
  std::array<unsigned char, 64> secret_key_;
  RotationSecret rotation_root_;
};

}  // namespace gelora::booking
