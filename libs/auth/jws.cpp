#include "auth/jws.hpp"

#include <cjose/cjose.h>

#include <memory>
#include <stdexcept>

namespace gelora::auth {

std::string sign_jwt(void* jwk, const char* algorithm, const std::string& kid, std::string_view claims) {
  cjose_err error{};
  const std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> header(cjose_header_new(&error), cjose_header_release);
  cjose_header_set(header.get(), CJOSE_HDR_ALG, algorithm, &error);
  cjose_header_set(header.get(), CJOSE_HDR_KID, kid.c_str(), &error);
  cjose_header_set(header.get(), "typ", "JWT", &error);
  const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> jws(
      cjose_jws_sign(static_cast<cjose_jwk_t*>(jwk), header.get(), reinterpret_cast<const uint8_t*>(claims.data()), claims.size(),
                     &error),
      cjose_jws_release);
  const char* compact = nullptr;  // owned by the JWS
  if (!jws || !cjose_jws_export(jws.get(), &compact, &error))
    throw std::runtime_error(std::string{"cannot sign: "} + error.message);
  return compact;
}

}  // namespace gelora::auth
