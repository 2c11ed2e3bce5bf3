// What a browser says with a passkey: CBOR and JSON from outside. The input is the client data, its length before it in two
// bytes, then the authenticator data; whose relying party and flags are put right, so that what lies behind them is reached.
#include <sodium.h>

#include "fuzz/fuzz.hpp"
#include "user/domain/passkey.hpp"

using namespace gelora::user;

namespace {

const RelyingParty us{"localhost", "http://localhost:8080"};

std::string made_for_us(std::string data, char flags) {
  if (data.size() < 37) return data;
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(data.data()), reinterpret_cast<const unsigned char*>(us.id.data()),
                     us.id.size());
  data[32] = flags;
  return data;
}

}  // namespace

FUZZ(bytes) {
  if (bytes.size() < 2) return;
  const std::size_t wanted = static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
  const std::string client{bytes.substr(2, wanted)};
  const std::string data{bytes.substr(std::min(bytes.size(), 2 + wanted))};
  challenge_of(client, Ceremony::create, us);
  challenge_of(client, Ceremony::get, us);
  read_new_passkey({client, data}, us);
  const auto made = read_new_passkey({client, made_for_us(data, '\x45')}, us);
  if (!made) return;
  CHECK(!made->credential_id.empty() && made->credential_id.size() <= 1023);
  CHECK(made->public_key.size() == (made->algorithm == -7 ? 64u : made->algorithm == -8 ? 32u : 259u));
  // nothing that was not signed opens
  CHECK(!verify_passkey({made->credential_id, client, made_for_us(data.substr(0, 37), '\x05'), data}, *made, us));
}
