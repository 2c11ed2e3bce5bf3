#include "zip/stream.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace gelora::zip {
namespace {

void check(archive* archive, int result) {
  if (result != ARCHIVE_OK) throw std::runtime_error(std::string{"zip: "} + archive_error_string(archive));
}

la_ssize_t keep(archive*, void* made, const void* bytes, std::size_t count) {
  static_cast<std::string*>(made)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

}  // namespace

void Stream::Free::operator()(archive* archive) const { archive_write_free(archive); }

Stream::Stream() : archive_(archive_write_new()) {
  check(archive_.get(), archive_write_set_format_zip(archive_.get()));
  // Zip64 in a stream is what Excel and others do not read; the lowest level is thrice as fast and leaves a tenth of a sheet.
  check(archive_.get(), archive_write_set_options(archive_.get(), "zip:!zip64,zip:compression-level=1"));
  check(archive_.get(),
        archive_write_set_bytes_per_block(archive_.get(), 0));  // at once what there is, and nothing after the end
  check(archive_.get(), archive_write_open(archive_.get(), &made_, nullptr, keep, nullptr));
}

Stream::~Stream() {
  archive_write_fail(archive_.get());  // else an unfinished one is finished now
}

void Stream::begin(const std::string& name) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
  archive_entry_set_pathname_utf8(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(archive_.get(), archive_write_header(archive_.get(), entry.get()));
}

void Stream::write(std::string_view content) {
  if (archive_write_data(archive_.get(), content.data(), content.size()) != static_cast<la_ssize_t>(content.size()))
    throw std::runtime_error(std::string{"zip: "} + archive_error_string(archive_.get()));
}

void Stream::end() { check(archive_.get(), archive_write_close(archive_.get())); }

}  // namespace gelora::zip
