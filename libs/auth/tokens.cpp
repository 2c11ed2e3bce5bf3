#include "auth/tokens.hpp"

#include <cjose/cjose.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "auth/jws.hpp"
#include "base/encoding.hpp"

namespace gelora::auth {
namespace {

namespace json = boost::json;

constexpr std::size_t max_token_bytes = 8192;
constexpr std::size_t most_verified = 1024;  // service tokens that are remembered
constexpr std::size_t max_remembered_tokens = 200'000;

struct FreeCjose {
  void operator()(char* text) const { cjose_get_dealloc()(text); }
  void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
};
struct FreeOpenssl {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
};
template <class T>
using Cjose = std::unique_ptr<T, FreeCjose>;
template <class T>
using Openssl = std::unique_ptr<T, FreeOpenssl>;

// The 32 bytes, big endian, of a key's number; empty when the key does not have it.
std::string number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* raw = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &raw) != 1) return {};
  const Openssl<BIGNUM> number(raw);
  std::string bytes(32, '\0');
  if (BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(bytes.data()), 32) != 32) return {};
  return bytes;
}

std::string base64url(std::string_view bytes) { return base::to_base64url(base::as_bytes(bytes)); }

// RFC 7638, section 3: SHA-256 over the required members in lexical order.
std::string thumbprint(std::string_view x, std::string_view y) {
  const std::string canonical = R"({"crv":"P-256","kty":"EC","x":")" + base64url(x) + R"(","y":")" + base64url(y) + R"("})";
  unsigned char hash[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(canonical.data()), canonical.size(), hash);
  return base::to_base64url({hash, sizeof hash});
}

Openssl<EVP_PKEY> read_pem(const std::string& pem) {
  const Openssl<BIO> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  EVP_PKEY* key = nullptr;
  if (pem.find("PRIVATE KEY") != std::string::npos) key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
  else key = PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr);
  return Openssl<EVP_PKEY>(key);
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream contents;
  contents << file.rdbuf();
  return contents.str();
}

std::int64_t seconds(base::Instant at) { return at.us / 1'000'000; }

const json::object* as_object(const json::value& value) { return value.if_object(); }

// A member that must be a string; empty when it is missing or something else.
// None for what is no list of ids: then nothing is allowed, rather than all.
std::optional<std::vector<std::uint64_t>> shows_of(const json::object& work) {
  const auto* list = work.if_contains("shows");
  std::vector<std::uint64_t> shows;
  if (list == nullptr) return shows;
  if (!list->is_array() || list->get_array().empty()) return std::nullopt;
  for (const auto& one : list->get_array()) {
    const auto id = one.is_string() ? base::parse_id(std::string_view{one.get_string()}) : std::nullopt;
    if (!id) return std::nullopt;
    shows.push_back(*id);
  }
  return shows;
}

std::string_view member(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

// A member that is a time in seconds, brought into the years 1970 to 9999, so that it can be reckoned with; 0 when it is none.
std::int64_t seconds_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_int64() ? std::clamp(value->get_int64(), std::int64_t{0}, std::int64_t{253'402'300'799})
                                               : 0;
}

std::optional<json::object> parse_claims(const std::string& text) {
  boost::system::error_code error;
  json::value value = json::parse(text, error);
  if (error || as_object(value) == nullptr) return std::nullopt;
  return std::move(value.as_object());
}

}  // namespace

void Key::Deleter::operator()(void* jwk) const { cjose_jwk_release(static_cast<cjose_jwk_t*>(jwk)); }

Key Key::from_pem(const std::string& pem) {
  const auto key = read_pem(pem);
  char group[32] = {};
  std::size_t length = 0;
  if (!key || EVP_PKEY_get_utf8_string_param(key.get(), OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, &length) != 1 ||
      std::strcmp(group, "prime256v1") != 0) {
    throw std::runtime_error("not an EC P-256 key in PEM");
  }
  std::string x = number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_X), y = number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y),
              d = number_of(key.get(), OSSL_PKEY_PARAM_PRIV_KEY);
  cjose_jwk_ec_keyspec spec{};
  spec.crv = CJOSE_JWK_EC_P_256;
  spec.x = reinterpret_cast<uint8_t*>(x.data());
  spec.xlen = x.size();
  spec.y = reinterpret_cast<uint8_t*>(y.data());
  spec.ylen = y.size();
  if (!d.empty()) {
    spec.d = reinterpret_cast<uint8_t*>(d.data());
    spec.dlen = d.size();
  }
  cjose_err error{};
  cjose_jwk_t* jwk = cjose_jwk_create_EC_spec(&spec, &error);
  if (jwk == nullptr) throw std::runtime_error(std::string{"not a usable key: "} + error.message);
  std::string kid = thumbprint(x, y);
  cjose_jwk_set_kid(jwk, kid.data(), kid.size(), &error);
  return Key(jwk, std::move(kid));
}

std::optional<Key> Key::from_jwk(std::string_view text) {
  boost::system::error_code fault;
  const json::value value = json::parse(text, fault);
  if (fault || as_object(value) == nullptr) return std::nullopt;
  const auto& object = value.get_object();
  const auto x = base::from_base64url(member(object, "x")), y = base::from_base64url(member(object, "y"));
  if (member(object, "kty") != "EC" || member(object, "crv") != "P-256" || !x || !y || x->size() != 32 || y->size() != 32) {
    return std::nullopt;
  }
  cjose_err error{};
  cjose_jwk_t* jwk = cjose_jwk_import(text.data(), text.size(), &error);
  if (jwk == nullptr) return std::nullopt;
  return Key(jwk, thumbprint(*x, *y));
}

std::string Key::public_jwk() const {
  cjose_err error{};
  const Cjose<char> text(cjose_jwk_to_json(static_cast<const cjose_jwk_t*>(jwk_.get()), false, &error));
  if (!text) throw std::runtime_error("cannot export a key");
  auto object = json::parse(text.get()).as_object();
  object["use"] = "sig";
  object["alg"] = "ES256";
  object["kid"] = kid_;
  return json::serialize(object);
}

std::string Key::sign(std::string_view claims) const { return sign_jwt(jwk_.get(), CJOSE_HDR_ALG_ES256, kid_, claims); }

std::optional<std::string> Key::verify(std::string_view token) const {
  // One token has one spelling: cjose ignores stray bits after the last base64url digit, we do not.
  for (std::string_view rest = token;;) {
    const auto dot = rest.find('.');
    if (!base::from_base64url(rest.substr(0, dot))) return std::nullopt;
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  cjose_err error{};
  const Cjose<cjose_jws_t> jws(cjose_jws_import(token.data(), token.size(), &error));
  if (!jws) return std::nullopt;
  const char* algorithm = cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, &error);
  if (algorithm == nullptr || std::strcmp(algorithm, CJOSE_HDR_ALG_ES256) != 0) return std::nullopt;
  if (!cjose_jws_verify(jws.get(), static_cast<cjose_jwk_t*>(jwk_.get()), &error)) return std::nullopt;
  uint8_t* text = nullptr;
  std::size_t length = 0;
  if (!cjose_jws_get_plaintext(jws.get(), &text, &length, &error)) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(text), length);
}

std::string kid_of(std::string_view token) {
  const auto header = base::from_base64url(token.substr(0, token.find('.')));
  if (!header) return {};
  const auto object = parse_claims(*header);
  return object ? std::string{member(*object, "kid")} : std::string{};
}

std::string AccessTokenIssuer::issue(const Caller& caller, base::Instant now) const {
  const base::Instant ends = caller.expires_at.us > 0 ? std::min(caller.expires_at, now + lifetime_) : now + lifetime_;
  json::array roles, organisations;
  for (const auto& role : caller.roles) roles.emplace_back(role);
  for (const auto& one : caller.organisations) {
    json::object work{{"id", std::to_string(one.organisation)}, {"role", one.role}};
    json::array shows;
    for (const auto show : one.shows) shows.emplace_back(std::to_string(show));
    if (!shows.empty()) work["shows"] = std::move(shows);
    organisations.push_back(std::move(work));
  }
  json::object claims{{"iss", issuer_},
                      {"aud", "gelora"},
                      {"sub", caller.user.text()},
                      {"sid", caller.session.text()},
                      {"iat", seconds(now)},
                      {"exp", seconds(ends)},
                      {"gen", caller.generation},
                      {"roles", std::move(roles)},
                      {"orgs", std::move(organisations)}};
  if (caller.machine) claims["kind"] = "machine";
  if (caller.second_factor) claims["mfa"] = true;
  return key_.sign(json::serialize(claims));
}

std::string AccessTokenIssuer::jwks() const { return R"({"keys":[)" + key_.public_jwk() + "]}"; }

bool AccessTokenVerifier::load_jwks(std::string_view text) {
  boost::system::error_code error;
  const json::value value = json::parse(text, error);
  if (error || as_object(value) == nullptr) return false;
  const auto* list = value.get_object().if_contains("keys");
  if (list == nullptr || !list->is_array()) return false;
  std::unordered_map<std::string, std::shared_ptr<const Key>> found;
  for (const auto& one : list->get_array()) {
    if (auto key = Key::from_jwk(json::serialize(one))) {
      std::string kid = key->kid();
      found.emplace(std::move(kid), std::make_shared<const Key>(std::move(*key)));
    }
  }
  if (found.empty()) return false;
  keys_ = std::move(found);
  return true;
}

std::shared_ptr<const Caller> AccessTokenVerifier::verify(std::string_view token, base::Instant now) {
  auto caller = read(token, now);
  if (caller && revocations_.voids(*caller)) return nullptr;
  return caller;
}

std::shared_ptr<const Caller> AccessTokenVerifier::read(std::string_view token, base::Instant now) {
  if (token.size() > max_token_bytes) return nullptr;
  if (const auto known = verified_.find(token); known != verified_.end()) {
    if (known->second->expires_at > now) return known->second;
    verified_.erase(known);
    return nullptr;
  }
  const auto key = keys_.find(kid_of(token));
  if (key == keys_.end()) return nullptr;
  const auto text = key->second->verify(token);
  if (!text) return nullptr;
  const auto claims = parse_claims(*text);
  if (!claims || member(*claims, "iss") != issuer_ || member(*claims, "aud") != "gelora") return nullptr;
  const auto user = base::parse_id(member(*claims, "sub")), session = base::parse_id(member(*claims, "sid"));
  const std::int64_t expires_s = seconds_in(*claims, "exp"), issued_s = seconds_in(*claims, "iat");
  if (!user || !session || expires_s <= seconds(now) || issued_s > seconds(now) + 60) return nullptr;

  auto caller = std::make_shared<Caller>();
  caller->user = {*user};
  caller->session = {*session};
  caller->expires_at = {expires_s * 1'000'000};
  caller->machine = member(*claims, "kind") == "machine";
  if (const auto* strong = claims->if_contains("mfa")) caller->second_factor = strong->is_bool() && strong->get_bool();
  if (const auto* generation = claims->if_contains("gen"); generation != nullptr && generation->is_int64())
    caller->generation =
        static_cast<std::uint32_t>(std::clamp(generation->get_int64(), std::int64_t{0}, std::int64_t{UINT32_MAX}));
  if (const auto* roles = claims->if_contains("roles"); roles != nullptr && roles->is_array()) {
    for (const auto& role : roles->get_array()) {
      if (role.is_string()) caller->roles.emplace_back(role.get_string());
    }
  }
  if (const auto* organisations = claims->if_contains("orgs"); organisations != nullptr && organisations->is_array()) {
    for (const auto& one : organisations->get_array()) {
      if (!one.is_object()) continue;
      const auto id = base::parse_id(member(one.get_object(), "id"));
      const auto shows = shows_of(one.get_object());
      if (id && shows) caller->organisations.push_back({*id, std::string{member(one.get_object(), "role")}, *shows});
    }
  }
  if (verified_.size() >= max_remembered_tokens) verified_.clear();
  verified_.emplace(token, caller);
  return caller;
}

ServiceTokens::ServiceTokens(std::string self, const std::string& keys_dir, const std::vector<std::string>& peers)
    : self_(std::move(self)), key_(std::make_unique<Key>(Key::from_pem(read_file(keys_dir + "/" + self_ + ".key.pem")))) {
  for (const auto& peer : peers) {
    peers_.emplace(peer, std::make_unique<Key>(Key::from_pem(read_file(keys_dir + "/" + peer + ".pub.pem"))));
  }
}

std::string ServiceTokens::issue(std::string_view audience, base::UserId on_behalf_of, base::Instant now) {
  Issued* kept = on_behalf_of ? nullptr : &issued_[std::string{audience}];
  if (kept != nullptr && !kept->token.empty() && now >= kept->at && now < kept->at + std::chrono::seconds{20}) return kept->token;
  json::object claims{{"iss", self_}, {"aud", audience}, {"iat", seconds(now)}, {"exp", seconds(now) + 60}};
  if (on_behalf_of) claims["sub"] = on_behalf_of.text();
  auto token = key_->sign(json::serialize(claims));
  if (kept != nullptr) *kept = {token, now};
  return token;
}

std::optional<ServiceCaller> ServiceTokens::verify(std::string_view token, base::Instant now) {
  if (token.size() > max_token_bytes) return std::nullopt;
  if (const auto known = verified_.find(token); known != verified_.end() && seconds(now) < known->second.expires_s)
    return known->second.caller;
  const std::string kid = kid_of(token);
  for (const auto& [name, key] : peers_) {
    if (key->kid() != kid) continue;
    const auto text = key->verify(token);
    const auto claims = text ? parse_claims(*text) : std::nullopt;
    if (!claims || member(*claims, "iss") != name || member(*claims, "aud") != self_) return std::nullopt;
    const std::int64_t expires_s = seconds_in(*claims, "exp"), issued_s = seconds_in(*claims, "iat");
    if (expires_s <= seconds(now) || expires_s - issued_s > 60 || issued_s > seconds(now) + 60) return std::nullopt;
    ServiceCaller caller{name, {}};
    if (const auto user = base::parse_id(member(*claims, "sub"))) caller.user = {*user};
    if (verified_.size() >= most_verified) verified_.clear();
    verified_[std::string{token}] = {caller, expires_s};
    return caller;
  }
  return std::nullopt;
}

}  // namespace gelora::auth
