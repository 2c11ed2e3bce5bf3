// What the numbers of several rounds come to. Pure: a fault here would falsify every row, so it has tests beside it.

/** The median and the spread of a list of finite numbers. */
export function summary(values) {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) throw new Error(`not numbers: ${JSON.stringify(values)}`)
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return { median, min: sorted[0], max: sorted.at(-1) }
}

/** Ours ÷ theirs, round by round: both sides of one ratio are neighbours in time. */
export function ratios(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} rounds against ${theirs.length}`)
  return ours.map((value, i) => {
    if (!(theirs[i] > 0)) throw new Error(`nothing to compare with in round ${i + 1}`)
    return value / theirs[i]
  })
}

/** What is compared with a floor: the median of the rounds. One of `least` and `most` is given. */
export function judge({ what, values, least, most, unit = '' }) {
  if ((least === undefined) === (most === undefined)) throw new Error(`${what}: one floor, please`)
  const found = summary(values)
  return { what, unit, ...found, least, most, ok: least === undefined ? found.median <= most : found.median >= least }
}

/**
 * Statements per 100,000 requests, without what the services ask anyway (`per_second` of an idle system). A poll or two that
 * happen to fall into the window are not the requests'.
 */
export function statementsPer100k({ statements, seconds, requests }, per_second) {
  const background = per_second * seconds
  const extra = statements - background
  return extra <= 2 + background / 4 ? 0 : (extra / requests) * 100_000
}
