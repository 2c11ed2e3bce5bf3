// Writes the dashboards of deploy/observability/dashboards, which Grafana is provisioned with.
//   node scripts/dashboards.mjs [--check]     --check: only says whether they are current
// A panel is [title, unit, {legend: expression}]; three stand in a row.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'deploy/observability/dashboards')
const rate = (series) => `rate(${series}[$__rate_interval])`
const p = (q, series, by = '') => `histogram_quantile(${q}, sum by (le${by && `, ${by}`}) (${rate(`${series}_bucket`)}))`
const quantiles = (series, selector = '') => Object.fromEntries([0.5, 0.95, 0.99].map((q) => [`p${q * 100}`, `histogram_quantile(${q}, sum by (le) (${rate(`${series}_bucket${selector}`)}))`]))
const holds = '{method="POST",route="/api/shows/{id}/holds"}'
const money = (name) => `sum by (saga, state) (${name})`

const dashboards = {
  overview: ['Gelora: overview', [
    ['Requests', 'reqps', { '{{job}}': `sum by (job) (${rate('gelora_http_requests_total')})` }],
    ['Faults (5xx)', 'percentunit', { '{{job}}': `(sum by (job) (${rate('gelora_http_requests_total{status=~"5.."}')}) or 0 * sum by (job) (${rate('gelora_http_requests_total')})) / sum by (job) (${rate('gelora_http_requests_total')})` }],
    ['Duration, p99', 's', { '{{job}}': p(0.99, 'gelora_http_request_seconds', 'job') }],
    ['Requests by route', 'reqps', { '{{method}} {{route}}': `topk(12, sum by (method, route) (${rate('gelora_http_requests_total')}))` }],
    ['Refusals by outcome', 'reqps', { '{{route}} {{outcome}}': `topk(12, sum by (route, outcome) (${rate('gelora_http_requests_total{status=~"4.."}')}))` }],
    ['Duration by route, p99', 's', { '{{method}} {{route}}': `topk(12, ${p(0.99, 'gelora_http_request_seconds', 'method, route')})` }],
    ['Oversold places (always 0)', 'none', { '{{instance}}': 'gelora_oversold_places' }],
    ['Services up', 'none', { '{{job}} {{instance}}': 'up' }],
    ['The site from outside', 'none', { '{{instance}}': 'probe_success{job="edge"}' }],
  ]],
  box_office: ['Gelora: on sale', [
    ['Holds by outcome', 'reqps', { '{{outcome}}': `sum by (outcome) (${rate(`gelora_http_requests_total${holds}`)})` }],
    ['Duration of a hold', 's', quantiles('gelora_http_request_seconds', holds)],
    ['Free places of the next shows', 'none', { '{{show_id}}': 'sum by (show_id) (gelora_show_free_places)' }],
    ['Commit', 's', quantiles('gelora_box_office_commit_seconds')],
    ['Commands in a commit', 'none', quantiles('gelora_box_office_batch_commands')],
    ['Commits', 'ops', { done: `sum(${rate('gelora_box_office_commit_seconds_count')})`, failed: `sum(${rate('gelora_box_office_failed_commits_total')})` }],
    ['Commands that wait', 'none', { '{{instance}}': 'gelora_box_office_waiting_commands' }],
    ['Places', 'none', { '{{state}}': 'sum by (state) (gelora_places)' }],
    ['Desks; sold here (1) or not (0)', 'none', { '{{instance}} desks': 'gelora_box_office_desks', '{{instance}} decides': 'gelora_box_office_decides' }],
    ['Listeners of seats', 'none', { '{{instance}}': 'gelora_seat_feed_listeners' }],
    ['Connections', 'none', { '{{job}}': 'sum by (job) (gelora_http_connections)' }],
    ['Unpaid bookings', 'none', { bookings: 'sum(gelora_bookings_awaiting_payment)' }],
    ['Waiting rooms', 'none', { 'people who wait for a turn': 'sum(gelora_waiting_room_people)' }],
  ]],
  money: ['Gelora: money', [
    ['Open payments and refunds', 'none', { '{{saga}} {{state}}': money('gelora_sagas_open') }],
    ['Age of the oldest', 's', { '{{saga}} {{state}}': 'max by (saga, state) (gelora_saga_oldest_seconds)' }],
    ['Overdue; differences', 'none', { overdue: 'gelora_payment_overdue', differences: 'gelora_payment_open_findings' }],
    ['Events that wait', 'none', { '{{job}}': 'sum by (job) (gelora_outbox_waiting)' }],
    ['Oldest event', 's', { '{{job}}': 'max by (job) (gelora_outbox_oldest_seconds)' }],
    ['Events', 'ops', { '{{job}} delivered': `sum by (job) (${rate('gelora_outbox_delivered_total')})`, '{{job}} failed': `sum by (job) (${rate('gelora_outbox_failed_total')})` }],
    ['Webhooks', 'reqps', { '{{outcome}}': `sum by (outcome) (${rate('gelora_http_requests_total{route="/api/payments/webhooks/{provider}"}')})`, refused: `sum(${rate('gelora_webhooks_refused_total')})` }],
    ['Mails and receipts that wait', 'none', { '{{job}} mails': 'sum by (job) (gelora_mails_waiting)', receipts: 'sum(gelora_receipts_waiting)', messages: 'sum(gelora_messages_waiting)', 'webhook events': 'sum(gelora_webhook_events_waiting)' }],
    ['Seats kept after the end', 's', { '{{instance}}': 'gelora_bookings_overdue_seconds' }],
    ['Compared with the provider, ago', 's', { '{{provider}}': 'max by (provider) (gelora_payment_compared_seconds_ago)' }],
  ]],
  machine: ['Gelora: machine', [
    ['Processor time of a process', 'percentunit', { '{{job}} {{instance}}': rate('process_cpu_seconds_total{job=~".+-service"}') }],
    ['Memory of a process', 'bytes', { '{{job}} {{instance}}': 'process_resident_memory_bytes{job=~".+-service"}' }],
    ['Lateness of the loop', 's', { '{{job}} {{instance}}': 'gelora_loop_lag_seconds' }],
    ['Processors', 'percentunit', { '{{instance}} {{mode}}': `sum by (instance, mode) (${rate('node_cpu_seconds_total{mode!="idle"}')})` }],
    ['Disk, free', 'percentunit', { '{{instance}} {{mountpoint}}': 'node_filesystem_avail_bytes / node_filesystem_size_bytes', '{{instance}} posters': 'gelora_disk_free_ratio' }],
    ['Memory, free', 'bytes', { '{{instance}}': 'node_memory_MemAvailable_bytes' }],
    ['Database: answers, takes writes', 'none', { '{{job}} answers': 'gelora_database_up', '{{job}} writes': 'gelora_database_takes_writes' }],
    ['Clock against the database', 's', { '{{job}} {{instance}}': 'gelora_clock_skew_seconds' }],
    ['Certificate is good for', 's', { '{{instance}}': 'probe_ssl_earliest_cert_expiry{job="edge"} - time()' }],
    ['Open files', 'none', { '{{job}} {{instance}}': 'process_open_fds{job=~".+-service"}' }],
  ]],
}

const panel = ([title, unit, series], i) => ({
  id: i + 1, type: 'timeseries', title, datasource: { type: 'prometheus', uid: 'prometheus' }, gridPos: { x: (i % 3) * 8, y: Math.floor(i / 3) * 8, w: 8, h: 8 },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] }, options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
  targets: Object.entries(series).map(([legendFormat, expr], n) => ({ refId: String.fromCharCode(65 + n), expr, legendFormat })),
})
const text = (name, [title, panels]) => `${JSON.stringify({ uid: `gelora-${name.replace('_', '-')}`, title, tags: ['gelora'], schemaVersion: 39, timezone: 'browser', refresh: '15s', time: { from: 'now-1h', to: 'now' }, panels: panels.map(panel) }, null, 1)}\n`

const stale = []
for (const [name, dashboard] of Object.entries(dashboards)) {
  const file = join(FOLDER, `${name}.json`)
  const wanted = text(name, dashboard)
  if (!process.argv.includes('--check')) writeFileSync(file, wanted)
  else if (readFileSync(file, 'utf8') !== wanted) stale.push(name)
}
if (stale.length) console.log(`not current: ${stale.join(', ')}; node scripts/dashboards.mjs`)
process.exit(stale.length ? 1 : 0)
