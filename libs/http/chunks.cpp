#include "http/chunks.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <charconv>

#include "telemetry/log.hpp"

namespace gelora::http {
namespace {

constexpr auto patience = std::chrono::seconds{30};

loop::Task<> produce_all(loop::TcpSocket socket, std::function<loop::Task<bool>(Chunks&)> produce) {
  Chunks chunks(std::move(socket));
  std::string fault;
  try {
    const bool whole = co_await produce(chunks);
    if (whole) co_await chunks.end();
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("a body broke off", {{"what", fault}});
}

}  // namespace

loop::Task<bool> Chunks::send(std::string bytes) {
  boost::asio::steady_timer limit(socket_->get_executor(), patience);
  limit.async_wait([socket = socket_](boost::system::error_code cancelled) {
    boost::system::error_code ignored;
    if (!cancelled) socket->close(ignored);
  });
  const auto [error, count] = co_await boost::asio::async_write(*socket_, boost::asio::buffer(bytes), loop::UseTask{});
  limit.cancel();
  co_return !error;
}

loop::Task<bool> Chunks::write(std::string text) {
  if (text.empty()) co_return true;
  char length[16];
  const auto end = std::to_chars(std::begin(length), std::end(length), text.size(), 16).ptr;
  std::string bytes(length, end);
  bytes += "\r\n";
  bytes += text;
  bytes += "\r\n";
  co_return co_await send(std::move(bytes));
}

loop::Task<bool> Chunks::end() { return send("0\r\n\r\n"); }

Answer chunked(loop::Loop& loop, std::string_view content_type, std::function<loop::Task<bool>(Chunks&)> produce) {
  Answer answer;
  answer.content_type = content_type;
  answer.headers.emplace_back("Transfer-Encoding", "chunked");
  answer.take_over = [&loop, produce = std::move(produce)](loop::TcpSocket socket) {
    loop.spawn(produce_all(std::move(socket), produce));
  };
  return answer;
}

}  // namespace gelora::http
