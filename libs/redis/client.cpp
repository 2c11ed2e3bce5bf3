#include "redis/client.hpp"

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include <boost/asio/posix/basic_stream_descriptor.hpp>

namespace gelora::redis {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

Reply copy(const redisReply& from) {
  Reply to;
  switch (from.type) {
    case REDIS_REPLY_INTEGER:
      to.kind = Reply::Kind::integer;
      to.integer = from.integer;
      break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
      to.kind = Reply::Kind::text;
      to.text.assign(from.str, static_cast<std::size_t>(from.len));
      break;
    case REDIS_REPLY_ARRAY:
      to.kind = Reply::Kind::list;
      for (std::size_t i = 0; i < from.elements; ++i) to.list.push_back(copy(*from.element[i]));
      break;
    default: break;
  }
  return to;
}

// What we ask is answered with a few items. hiredis takes memory for as many as a reply says it has, before they come; a reply
// that says more ends the connection.
constexpr std::size_t most_items = 1024;
redisReplyObjectFunctions functions;  // hiredis' own, but for one
decltype(functions.createArray) create_array;

template <class Count>  // an int in some versions, a size_t in others
void* create_small_array(const redisReadTask* task, Count items) {
  return static_cast<std::size_t>(items) > most_items ? nullptr : create_array(task, items);
}

void refuse_long_lists(redisReader& reader) {
  if (create_array == nullptr) {
    functions = *reader.fn;
    create_array = functions.createArray;
    functions.createArray = create_small_array;
  }
  reader.fn = &functions;
}

}  // namespace

Settings read_settings(base::Environment& env) {
  Settings settings;
  settings.socket = env.text("GELORA_REDIS_SOCKET", "");
  if (settings.socket.empty()) {
    settings.host = env.text("GELORA_REDIS_HOST", "");
    if (settings.host.empty()) env.fault("GELORA_REDIS_SOCKET or GELORA_REDIS_HOST must be set");
    settings.port = static_cast<std::uint16_t>(env.number("GELORA_REDIS_PORT", 6379, 1, 65535));
  }
  return settings;
}

// A command on its way; shared by the coroutine that waits and hiredis, which calls back in the end in every case.
struct Client::Waiting {
  explicit Waiting(loop::Loop& loop) : timer(loop.context()) {}

  static void answered(redisAsyncContext* context, void* raw, void* data) {
    const std::unique_ptr<std::shared_ptr<Waiting>> self(static_cast<std::shared_ptr<Waiting>*>(data));
    Waiting& waiting = **self;
    waiting.done = true;
    if (const auto* reply = static_cast<redisReply*>(raw); reply == nullptr) {
      waiting.fault = "the connection was lost";
    } else if (reply->type == REDIS_REPLY_ERROR) {
      waiting.fault.assign(reply->str, static_cast<std::size_t>(reply->len));
    } else {
      waiting.reply = copy(*reply);
    }
    waiting.timer.cancel();
    // hiredis stops the process when a reply comes that nobody asked for: such a connection ends here.
    if (raw != nullptr && context->replies.head == nullptr && context->c.reader->pos < context->c.reader->len)
      redisAsyncFree(context);
  }

  loop::Timer timer;
  Reply reply;
  std::string fault;
  bool done = false;
};

// One connection: hiredis asks for readiness of its descriptor, Asio tells. hiredis owns the descriptor.
struct Client::Link : std::enable_shared_from_this<Link> {
  Link(loop::Loop& loop, redisAsyncContext* of) : context(of), descriptor(loop.context(), of->c.fd) {
    context->ev.data = this;
    context->ev.addRead = [](void* link) { static_cast<Link*>(link)->want(read, true); };
    context->ev.delRead = [](void* link) { static_cast<Link*>(link)->want(read, false); };
    context->ev.addWrite = [](void* link) { static_cast<Link*>(link)->want(write, true); };
    context->ev.delWrite = [](void* link) { static_cast<Link*>(link)->want(write, false); };
    context->ev.cleanup = [](void* link) { static_cast<Link*>(link)->end(); };
  }

  enum Direction { read, write };

  void want(Direction direction, bool yes) {
    wanted[direction] = yes;
    if (yes) arm(direction);
  }

  void arm(Direction direction) {
    if (armed[direction] || context == nullptr) return;
    armed[direction] = true;
    const auto kind =
        direction == read ? loop::asio::posix::descriptor_base::wait_read : loop::asio::posix::descriptor_base::wait_write;
    descriptor.async_wait(kind, [self = shared_from_this(), direction](loop::ErrorCode error) {
      self->armed[direction] = false;
      if (error || self->context == nullptr || !self->wanted[direction]) return;
      if (direction == read && self->context->replies.head == nullptr) redisAsyncFree(self->context);  // closed, or unasked for
      else if (direction == read) redisAsyncHandleRead(self->context);
      else redisAsyncHandleWrite(self->context);
      if (self->wanted[direction]) self->arm(direction);
    });
  }

  void end() {
    context = nullptr;
    wanted[read] = wanted[write] = false;
    descriptor.release();
  }

  redisAsyncContext* context;
  loop::asio::posix::basic_stream_descriptor<loop::Executor> descriptor;
  bool wanted[2] = {false, false}, armed[2] = {false, false};
};

Client::Client(loop::Loop& loop, Settings settings) : loop_(loop), settings_(std::move(settings)) {}

Client::~Client() { give_up(); }

void Client::give_up() {
  const auto link = std::move(link_);
  if (link && link->context != nullptr) redisAsyncFree(link->context);
}

void Client::connect() {
  if (Steady::now() < next_try_) throw Away("redis was away a moment ago");
  next_try_ = Steady::now() + 500ms;
  redisAsyncContext* context = settings_.socket.empty() ? redisAsyncConnect(settings_.host.c_str(), settings_.port)
                                                        : redisAsyncConnectUnix(settings_.socket.c_str());
  if (context == nullptr || context->err != 0) {
    const std::string why = context != nullptr ? context->errstr : "out of memory";
    if (context != nullptr) redisAsyncFree(context);
    throw Away("redis: " + why);
  }
  refuse_long_lists(*context->c.reader);
  link_ = std::make_shared<Link>(loop_, context);
}

Task<Reply> Client::command(std::vector<std::string> words, std::chrono::milliseconds deadline) {
  if (!link_ || link_->context == nullptr) connect();
  std::vector<const char*> texts;
  std::vector<std::size_t> lengths;
  for (const auto& word : words) {
    texts.push_back(word.data());
    lengths.push_back(word.size());
  }
  const telemetry::KeepTrace keep;
  const auto waiting = std::make_shared<Waiting>(loop_);
  waiting->timer.expires_after(deadline);
  auto* ours = new std::shared_ptr<Waiting>(waiting);  // deleted by answered()
  if (redisAsyncCommandArgv(link_->context, &Waiting::answered, ours, static_cast<int>(words.size()), texts.data(),
                            lengths.data()) != REDIS_OK) {
    delete ours;
    give_up();
    throw Away("redis: the connection is closing");
  }
  const auto link = link_;
  while (!waiting->done && waiting->timer.expiry() > Steady::now()) co_await waiting->timer.async_wait();
  if (!waiting->done) {  // what hangs is cut, so that the next command does not hang as well
    next_try_ = Steady::now() + 500ms;
    if (link == link_) give_up();
    throw Away("redis: no answer in time");
  }
  if (!waiting->fault.empty()) throw Away("redis: " + waiting->fault);
  co_return std::move(waiting->reply);
}

}  // namespace gelora::redis
