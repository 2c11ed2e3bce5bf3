// booking-service: concerts, shows, seats, holds, bookings, tickets.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unordered_set>

#include "booking/api/routes.hpp"
#include "booking/app/call_off.hpp"
#include "booking/app/code_guesses.hpp"
#include "booking/app/count_sales.hpp"
#include "booking/app/deliver_webhooks.hpp"
#include "booking/app/import_catalogue.hpp"
#include "booking/app/measure.hpp"
#include "booking/app/promo.hpp"
#include "booking/app/receipts.hpp"
#include "booking/app/retention.hpp"
#include "booking/app/roster.hpp"
#include "booking/app/send_messages.hpp"
#include "booking/app/waitlist.hpp"
#include "booking/app/watch.hpp"
#include "booking/config.hpp"
#include "booking/storage/mysql_store.hpp"
#include "http/access.hpp"
#include "http/server.hpp"
#include "loop/run.hpp"
#include "migrations.hpp"
#include "mysql/migrate.hpp"
#include "mysql/vitals.hpp"
#include "outbox/outbox.hpp"
#include "telemetry/log.hpp"
#include "telemetry/trace.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t connections = 16;
constexpr std::size_t connections_of_the_post = 4;
constexpr std::size_t connections_of_webhooks = 4;

int migrate() {
  const auto settings = read_migration_settings();
  loop::Loop loop;
  return loop::run_once(loop, [&]() -> Task<> {
    const auto connection = co_await mysql::connect(loop, settings, true);
    const int applied = co_await mysql::migrate(*connection, migrations);
    std::printf("booking: %d migrations applied\n", applied);
  });
}

// The name under which this process holds leases: an instance that is restarted is another owner.
std::string one_life_of(std::string_view instance) {
  return std::string{instance} + '/' + std::string{telemetry::random_hex_id().view().substr(0, 12)};
}

int import(const std::vector<std::string>& files) {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  SystemClock clock;
  telemetry::Metrics metrics;
  mysql::Pool pool(loop, settings, 4);
  Halls halls;
  const Owner owner{"import", one_life_of("import"), ""};
  MysqlStore store(pool, halls, {}, clock, owner.name);
  return loop::run_once(loop, [&]() -> Task<> {
    IdGenerator ids(co_await instance_number(pool, "import"));
    co_await announce(pool, owner, 1h);
    for (const auto& file : files) {
      std::ifstream stream(file, std::ios::binary);
      if (!stream) throw std::runtime_error("cannot read " + file);
      std::ostringstream text;
      text << stream.rdbuf();
      const auto done = co_await import_catalogue(loop, pool, store, ids, metrics, text.str(), owner.name, clock.now());
      std::printf("%s: %zu venues, %zu plans, %zu concerts, %zu shows, %zu places sold to the demonstration crowd\n",
                  file.c_str(), done.venues, done.plans, done.concerts, done.shows, done.crowd_places);
    }
    co_await retire(pool, owner);
  });
}

// What is needed to build the pages, besides the pages.
struct Catalogue {
  mysql::Pool& pool;
  Halls& halls;
  TimeLimits limits;
  SeatFeed& feed;
  ShowBook shows;
};

// Builds the pages of all shows whose places are known here by now.
Task<> load_pages(Catalogue& catalogue, Pages& pages, std::vector<ListedShow> listed, Instant now) {
  std::erase_if(listed, [&](const ListedShow& one) { return catalogue.feed.snapshot(one.id) == nullptr; });
  std::unordered_set<ShowId> published;
  for (const auto& one : listed) published.insert(one.id);
  for (const auto& [id, show] : catalogue.shows) {
    if (!published.contains(id)) catalogue.feed.forget(id);
  }
  std::erase_if(catalogue.shows, [&published](const auto& one) { return !published.contains(one.first); });
  std::vector<std::shared_ptr<const Show>> shows;
  for (const auto& one : listed) {
    const auto known = catalogue.shows.find(one.id);
    if (known == catalogue.shows.end() || known->second->revision != one.revision) {
      auto fresh = co_await load_show(catalogue.pool, catalogue.halls, catalogue.limits, one.id);
      catalogue.shows[one.id] = std::move(fresh);  // only now: requests are answered out of it meanwhile
    }
    shows.push_back(catalogue.shows.at(one.id));
  }
  pages.load(co_await load_concerts(catalogue.pool), std::move(listed), shows, now);
}

bool is_current(const Catalogue& catalogue, const std::vector<ListedShow>& listed) {
  if (listed.size() != catalogue.shows.size()) return false;
  return std::all_of(listed.begin(), listed.end(), [&](const ListedShow& one) {
    const auto known = catalogue.shows.find(one.id);
    return known != catalogue.shows.end() && known->second->revision == one.revision;
  });
}

// Sales change their status with time and with the last seat; shows are added and changed while we run.
Task<> keep_pages_fresh(Catalogue& catalogue, Pages& pages, BoxOffice& box_office, const Clock& clock) {
  for (;;) {
    co_await loop::sleep_for(1s);
    pages.refresh(clock.now());
    std::string fault;
    try {
      auto listed = co_await load_listed_shows(catalogue.pool);
      if (is_current(catalogue, listed)) continue;
      co_await load_pages(catalogue, pages, std::move(listed), clock.now());
      for (const auto& [id, show] : catalogue.shows) box_office.show_changed(show);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("the catalogue cannot be read", {{"what", fault}});
  }
}

// It listens before, for what needs no token; probes send nobody here until tokens can be told apart. Beside a process that it
// replaces (it has an address of its own then) it takes its share of their address only when it is ready.
Task<> be_ready(http::Server& server, const Config& config, auth::AccessTokenVerifier& verifier, bool& ready) {
  co_await http::until_tokens_are_known(verifier);
  if (!config.own_listen.empty()) server.listen(config.listen);
  ready = true;
}

int serve() {
  const Config config = read_config();
  mysql::DatabaseClock clock;
  telemetry::Metrics metrics;
  loop::Loop loop;
  mysql::Pulse pulse(loop, config.database);
  mysql::Pool pool(loop, config.database, connections, &pulse);
  Halls halls;
  // A restarted process is another owner: what its predecessor may still have on the way does not pass the fence.
  const Owner owner{config.instance, one_life_of(config.instance), config.address};
  MysqlStore store(pool, halls, config.time_limits, clock, owner.name);
  SeatFeed feed(loop, metrics);
  Catalogue catalogue{pool, halls, config.time_limits, feed, {}};
  QueueBoard queues(pool, catalogue.shows, clock, [&feed](ShowId id) { return feed.free_places(id); });
  Pages pages([&feed](ShowId id) { return feed.free_places(id); });
  const TicketSigner signer(config.ticket_key);
  auth::AccessTokenVerifier verifier("gelora");
  auth::ServiceTokens service_tokens("booking-service", config.service_keys_dir, {"payment-service", "user-service"});
  // Mails have connections of their own, so that a thousand of them keep nobody from buying.
  mysql::Pool post(loop, config.database, connections_of_the_post, &pulse);
  // So have webhooks: what somebody else's program does holds up no mail.
  mysql::Pool hooks(loop, config.database, connections_of_webhooks, &pulse);
  http::OutwardClient outward(loop, config.webhooks_to_private);
  mail::Relay mails(loop, post, config.smtp, clock, metrics);
  UserClient users(loop, config.user_url, service_tokens, clock);
  Printing printing;
  ShareCards share_cards(loop, printing);
  CodeGuesses guesses(config.limits);
  WebhookTries webhook_tries(config.limits);
  const seal::Seals webhook_seals(config.ticket_key, "gelora webhook secrets 1");
  OfferLimit offers(config.limits);
  PeopleAtGates people_at_gates(loop, pool);
  Courier courier{users, mails, offers, config.public_url};
  outbox::Relay relay(loop, pool, service_tokens, clock, metrics, config.peers);
  mysql::Vitals vitals(post, metrics, config.posters_dir, {});  // leases are renewed: that tells whether writes are taken

  std::optional<IdGenerator> ids;
  std::optional<BoxOffice> box_office;
  std::optional<Roster> roster;
  std::optional<Forwarder> forwarder;
  std::optional<App> app;
  std::optional<PostOffice> post_office, hook_office;
  std::optional<Api> api;
  std::optional<http::Routes> table;
  std::optional<http::Server> server;
  bool ready = false;

  const auto start = [&]() -> Task<> {
    http::start_tracing(loop, config.traces, "booking-service", config.instance, metrics);
    co_await pool.assert_durable();
    {
      const auto lease = co_await pool.take();
      co_await mysql::assert_migrated(*lease, migrations);
    }
    ids.emplace(co_await instance_number(pool, config.instance));
    box_office.emplace(loop, store, *ids, clock, metrics, feed, BoxOfficeSettings{config.limits});
    box_office->start();
    roster.emplace(pool, halls, config.time_limits, *box_office, feed, clock, owner);
    co_await roster->start();
    auto listed = co_await load_listed_shows(pool);
    co_await load_pages(catalogue, pages, std::move(listed), clock.now());

    co_await queues.refresh();

    forwarder.emplace(loop, *roster);
    app.emplace(App{pool, *box_office, *ids, clock, catalogue.shows, guesses, halls});
    post_office.emplace(PostOffice{post, *ids, clock, catalogue.shows, signer, users, printing, mails, config.public_url});
    api.emplace(Api{*app,
                    pages,
                    feed,
                    queues,
                    signer,
                    metrics,
                    *forwarder,
                    printing,
                    share_cards,
                    courier,
                    people_at_gates,
                    config.wallets,
                    ready,
                    vitals,
                    config.messages,
                    webhook_tries,
                    webhook_seals,
                    config.webhooks_to_private,
                    config.posters_dir,
                    config.public_url});
    table.emplace(routes, *api);
    server.emplace(loop, *table, http::authenticate_with(verifier, service_tokens), clock, metrics, http::ServerLimits{},
                   config.edges);
    loop.spawn(pulse.run());
    loop.spawn(vitals.run());
    loop.spawn(vitals.watch_loop());
    loop.spawn(keep_measuring(*app, metrics));
    loop.spawn(feed.run());
    loop.spawn(queues.run());
    loop.spawn(relay.run());
    loop.spawn(mails.run());
    loop.spawn(keep_sending_receipts(loop, *post_office, metrics));
    loop.spawn(keep_sending_notices(*post_office));
    loop.spawn(keep_sending_messages(loop, *post_office, config.messages, metrics));
    hook_office.emplace(PostOffice{hooks, *ids, clock, catalogue.shows, signer, users, printing, mails, config.public_url});
    loop.spawn(keep_following_journals(hooks, *ids, clock));
    loop.spawn(keep_delivering_webhooks(loop, *hook_office, outward, webhook_seals, metrics));
    loop.spawn(keep_telling_of_openings(post, *ids, clock));
    loop.spawn(keep_telling_of_moves(post, *ids, clock));
    loop.spawn(keep_counting_sales(post, catalogue.shows));
    loop.spawn(keep_serving_waitlists(*app));
    loop.spawn(roster->run());
    loop.spawn(keep_pages_fresh(catalogue, pages, *box_office, clock));
    loop.spawn(keep_forgetting(pool, clock));
    loop.spawn(keep_settling_promo_uses(pool, clock));
    loop.spawn(keep_calling_off(*app, halls, config.time_limits));
    http::follow_user_service(loop, verifier, service_tokens, clock, config.user_url);
    const auto port = config.own_listen.empty() ? server->listen(config.listen) : server->listen_alone(config.own_listen);
    loop.spawn(be_ready(*server, config, verifier, ready));
    telemetry::info("booking-service is ready",
                    {{"port", port}, {"shows", catalogue.shows.size()}, {"desks", box_office->desks().size()}});
  };
  const auto finish = [&]() -> Task<> {
    ready = false;
    telemetry::info("booking-service stops");
    if (server) co_await server->drain(10s);
    if (box_office) co_await box_office->stop();
    if (roster) co_await roster->stop();
  };
  return loop::run(loop, start, finish);
}

int usage() {
  std::fputs("usage: booking-service [serve | migrate | import FILE... | routes]\n", stderr);
  return 2;
}

int run(const std::vector<std::string>& args) {
  const std::string command = args.empty() ? "serve" : args[0];
  base::Environment env;
  telemetry::start_log("booking-service", env.text("GELORA_LOG_LEVEL", "info"));
  if (command == "serve" && args.size() <= 1) return serve();
  if (command == "migrate" && args.size() == 1) return migrate();
  if (command == "import" && args.size() > 1) return import({args.begin() + 1, args.end()});
  if (command == "routes" && args.size() == 1) {
    std::cout << http::describe(routes);
    return 0;
  }
  return usage();
}

}  // namespace
}  // namespace gelora::booking

int main(int count, char** values) {
  try {
    return gelora::booking::run({values + 1, values + count});
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "booking-service: %s\n", fault.what());
    return 1;
  }
}
