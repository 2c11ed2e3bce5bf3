// The one table of all rows. A row measures with `run({stage, rounds, seconds, short, tell})`, which gives
// {unit, ours: [a value a round], theirs?, cpu_us?, their_cpu_us?, sql?, checks: [{what, values, least | most, unit}], notes: [text]}.
import * as checkIns from './check_ins.mjs'
import * as holds from './holds.mjs'
import * as ladder from './ladder.mjs'
import * as purchases from './purchases.mjs'
import * as reads from './reads.mjs'
import * as seats from './seats.mjs'
import * as telemetry from './telemetry.mjs'

export const rows = [
  { id: 'P1', name: 'reads', measure: 'hot GET, 1 KB', against: 'nginx, static file of the same bytes', run: reads.againstNginx },
  { id: 'P2', name: 'reads-bare', measure: 'hot GET, 1 KB', against: 'a bare epoll loop, same bytes', run: reads.againstEpollLoop },
  { id: 'P3', name: 'reads-sql', measure: 'SQL of hot GETs while holds are made', run: reads.statementsOfReads },
  { id: 'P18', name: 'layers', measure: 'a hit, by layer: prepared', against: 'a read that asks the database', run: ladder.layers },
  { id: 'P4', name: 'holds', measure: 'durable holds, one hot show, 256 buyers', against: 'Go + Gin + MySQL row lock', run: holds.againstGin },
  { id: 'P5', name: 'holds-bare', measure: 'durable holds, 256 buyers', against: 'a POST that does nothing', run: holds.againstNoop },
  { id: 'P6', name: 'refusals', measure: 'refused hold: the seat is taken', against: 'a POST that does nothing', run: holds.refusals },
  { id: 'P7', name: 'buyers', measure: 'durable holds, 512 buyers', against: '64 buyers', run: holds.manyBuyers },
  { id: 'P8', name: 'latency', measure: 'p99 of a durable hold at half of peak', against: 'one idle single-row commit', run: holds.latencyAtHalf },
  { id: 'P9', name: 'purchases', measure: 'whole purchases, 64 buyers', run: purchases.whole },
  { id: 'P17', name: 'checkins', measure: 'check-ins, 64 gates of one show', run: checkIns.atGates },
  { id: 'P19', name: 'telemetry', measure: 'durable holds, logged and traced', against: 'neither', run: telemetry.watched },
  { id: 'P10', name: 'wire', measure: '50,000 seats on the wire', against: 'the same as plain JSON', run: seats.wire },
  { id: 'P11', name: 'rebuild', measure: 'rebuild of a 50,000-seat show, sold out', run: seats.rebuild },
  { id: 'P12', name: 'listeners', measure: '10,000 listeners: COMMIT to the last', run: seats.listeners },
  { id: 'PB', name: 'best', measure: 'best available among 50,000 seats, in memory', run: seats.bestAvailable },
  { id: 'P13', name: 'overload', measure: 'durable holds at 5 × overload', against: 'peak', run: holds.overload },
]

/** Rows by id or name, in the table's order; all when nothing is named. */
export function chosen(names) {
  for (const name of names) {
    if (!rows.some(({ id, name: known }) => known === name || id === name.toUpperCase())) {
      throw new Error(`there is no row '${name}'; rows: ${rows.map((row) => `${row.id} ${row.name}`).join(', ')}`)
    }
  }
  return names.length === 0 ? rows : rows.filter(({ id, name }) => names.some((wanted) => wanted === name || wanted.toUpperCase() === id))
}
