// A ZIP file that is sent while it is made.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct archive;

namespace gelora::zip {

// One file after the other, each of less than 4 GiB. Throws std::runtime_error when libarchive cannot.
class Stream {
 public:
  Stream();
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // Ends the file before it.
  void begin(const std::string& name);
  // More of the file that was begun.
  void write(std::string_view content);
  void end();
  // What was made since the last time.
  std::string take() { return std::exchange(made_, {}); }

 private:
  struct Free {
    void operator()(archive* archive) const;
  };
  std::string made_;
  std::unique_ptr<archive, Free> archive_;
};

}  // namespace gelora::zip
