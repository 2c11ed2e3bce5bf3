// Starts the programs of the benchmark: servers to measure against, and those that measure. All are children of this process
// and of its process group, so that scripts/bench.sh ends what is left, however we end.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'

/** Runs a program to its end and gives what it printed; a failure throws with what it said. */
export function run(command, args, { env = {}, input } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    let out = '', errors = ''
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (errors += text))
    child.on('error', fail)
    child.on('close', (status, signal) => {
      if (status === 0) done(out)
      else fail(new Error(`${command.split('/').at(-1)} ended with ${status ?? signal}: ${errors.trim().split('\n').slice(-5).join(' | ')}`))
    })
    child.stdin.on('error', () => {}) // it may have ended without reading
    child.stdin.end(input)
  })
}

const isReady = (port) => fetch(`http://127.0.0.1:${port}/readyz`).then(({ status }) => status < 500, () => false)

/** Starts a server and waits until it answers, with whatever it says to /readyz but a fault. */
export async function startServer({ command, args = [], env = {}, port, log, patience_ms = 10_000 }) {
  const file = openSync(log, 'a')
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', file, file] })
  const ended = new Promise((done) => child.on('exit', done))
  let gone = false
  ended.then(() => (gone = true))
  child.on('error', () => (gone = true))
  for (const end = Date.now() + patience_ms; !(await isReady(port)); ) {
    if (gone || Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`${command.split('/').at(-1)} does not answer on ${port}, see ${log}`)
    }
    await new Promise((done) => setTimeout(done, 20))
  }
  return {
    pid: child.pid, port,
    async stop() {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 3_000).unref()
      await ended
    },
  }
}

const asArguments = (options) => Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, String(value)]))

/** A program of bench/ that prints one JSON object. */
export async function measureWith(program, options, env) {
  return JSON.parse(await run(`${process.env.GELORA_BENCH_BIN}/${program}`, asArguments(options), { env }))
}
