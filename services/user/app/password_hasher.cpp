#include "user/app/password_hasher.hpp"

#include <argon2.h>
#include <sodium.h>
#include <sys/resource.h>

#include <array>
#include <stdexcept>

namespace gelora::user {
namespace {

// OWASP Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1.
constexpr std::uint32_t passes = 2, memory_kib = 19'456, lanes = 1;
constexpr std::size_t salt_bytes = 16, hash_bytes = 32;

// Gives way to the loop, so that a burst of sign-ups does not slow everything else. On Linux this is of the calling thread.
void lower_priority() {
  thread_local const int done = setpriority(PRIO_PROCESS, 0, 10);
  static_cast<void>(done);
}

std::string hash_now(const std::string& password) {
  std::array<unsigned char, salt_bytes> salt{};
  randombytes_buf(salt.data(), salt.size());
  std::string encoded(argon2_encodedlen(passes, memory_kib, lanes, salt_bytes, hash_bytes, Argon2_id), '\0');
  const int result = argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(), salt.data(), salt.size(),
                                           hash_bytes, encoded.data(), encoded.size());
  if (result != ARGON2_OK) throw std::runtime_error(std::string{"argon2: "} + argon2_error_message(result));
  encoded.resize(encoded.find('\0'));
  return encoded;
}

}  // namespace

PasswordHasher::PasswordHasher(unsigned threads, unsigned queue_limit) : workers_(threads, queue_limit) {
  std::string random(32, '\0');
  randombytes_buf(random.data(), random.size());
  nobodys_ = hash_now(random);
}

Task<std::optional<std::string>> PasswordHasher::hash(std::string password) {
  auto work = [password = std::move(password)] {
    lower_priority();
    return hash_now(password);
  };
  co_return co_await workers_.run(std::move(work));
}

Task<std::optional<bool>> PasswordHasher::verify(std::string password, std::string expected) {
  const bool anybody = !expected.empty();
  auto work = [password = std::move(password), hash = anybody ? std::move(expected) : nobodys_] {
    lower_priority();
    return argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
  };
  const auto right = co_await workers_.run(std::move(work));
  if (!right) co_return std::nullopt;
  co_return *right&& anybody;
}

}  // namespace gelora::user
