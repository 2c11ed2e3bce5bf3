// P9: whole purchases through booking-service, payment-service and the sandbox bank.
import { each, inTurn } from './measure.mjs'
import { measureWith } from './programs.mjs'
import { statementsPer100k } from './statistics.mjs'

export async function whole({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const buy = async () => stage.watch(stage.pidOf('booking-service'), () => measureWith('bench-purchases', {
    booking: stage.booking, payment: stage.payment, bank: stage.bank, tokens: stage.tokens(), show: stage.shows['bench-hot'],
    body: `{"standing":[{"zone_id":"${stage.zones['bench-hot/0']}","quantity":2}]}`, buyers: 64, seconds: Math.max(seconds, 2), warmup: seconds / 3,
  }))
  const { ours } = await inTurn(rounds, tell, { ours: buy })
  const slowest = Math.max(...ours.map(({ latency }) => latency.p99_us)) / 1000
  return {
    unit: '/s', ours: each(ours, 'per_second'), cpu_us: ours.map(({ cpu_us, total }) => cpu_us / total),
    sql: ours.map(({ statements, watched_s, total }) => statementsPer100k({ statements, seconds: watched_s, requests: total }, stage.background.all)),
    notes: [`two tickets each; hold to tickets p99 ${slowest.toFixed(0)} ms; published: TigerFans 135/s, pretix 8.3/s`],
    checks: [{ what: 'purchases', unit: '/s', values: each(ours, 'per_second'), least: 300 }],
  }
}
