#include "booking/storage/posters.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include "base/encoding.hpp"
#include "telemetry/trace.hpp"

namespace gelora::booking {
namespace {

const std::vector<std::uint32_t> widths{480, 960, 1600};

std::string hash_of(const std::string& bytes) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return base::to_hex(hash);
}

// Whole and durable, or not there.
void write_file(const std::string& path, const std::string& bytes) {
  if (std::filesystem::exists(path)) return;
  const std::string beside = path + "." + std::string{telemetry::random_hex_id().view().substr(0, 12)};
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) throw std::runtime_error("cannot write " + beside);
  std::size_t written = 0;
  while (written < bytes.size()) {
    const auto count = ::write(file, bytes.data() + written, bytes.size() - written);
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  const bool whole = written == bytes.size() && ::fsync(file) == 0;
  ::close(file);
  if (!whole) std::filesystem::remove(beside);
  if (!whole) throw std::runtime_error("cannot write " + beside);
  std::filesystem::rename(beside, path);
}

}  // namespace

std::variant<std::string, images::Unknown, images::TooLarge, images::TooSmall> keep_poster(const std::string& folder,
                                                                                           const std::string& bytes) {
  auto made = images::to_jpegs(bytes, widths);
  if (std::holds_alternative<images::Unknown>(made)) return images::Unknown{};
  if (const auto* large = std::get_if<images::TooLarge>(&made)) return *large;
  if (std::holds_alternative<images::TooSmall>(made)) return images::TooSmall{};
  const auto& jpegs = std::get<0>(made);
  const std::string hash = hash_of(jpegs.back());
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < jpegs.size(); ++i)
    write_file(folder + "/" + hash + "-" + std::to_string(widths[i]) + ".jpg", jpegs[i]);
  return hash;
}

}  // namespace gelora::booking
