#include "zip/zip.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace gelora::zip {
namespace {

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[noreturn]] void fail(const char* doing) { throw std::runtime_error(std::string{"zip: "} + doing); }

}  // namespace

std::string pack(const std::vector<std::pair<std::string, std::string>>& files) {
  zip_error_t error{};
  const std::unique_ptr<zip_source_t, Free> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail("no buffer");
  zip_source_keep(buffer.get());  // the archive owns it as well, and closes before we read
  std::unique_ptr<zip_t, Free> archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(buffer.get());
    fail("cannot begin");
  }
  for (const auto& [name, content] : files) {
    zip_source_t* source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
    if (source == nullptr) fail("cannot read a file");
    if (zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
      zip_source_free(source);
      fail("cannot add a file");
    }
  }
  if (zip_close(archive.get()) != 0) fail("cannot write");
  archive.release();
  if (zip_source_open(buffer.get()) != 0) fail("cannot read back");
  zip_stat_t size{};
  zip_stat_init(&size);
  if (zip_source_stat(buffer.get(), &size) != 0) fail("has no size");
  std::string bytes(size.size, '\0');
  if (zip_source_read(buffer.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) fail("is cut short");
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace gelora::zip
