import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('supervise.sh', import.meta.url))
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Ticks of the processor (a hundredth of a second each) that a process has used, in its own code and in the kernel. */
const ticksOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, one) => sum + Number(one), 0)
const stateOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1][0]

async function until(what) {
  for (const end = Date.now() + 10_000; !what(); await pause(10)) assert(Date.now() < end)
}

test('a process is told to stop once, and one that was started beside another takes its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gelora-supervise-'))
  const counts = 'trap "echo told" TERM; echo up; while ! grep -q told "$0"; do sleep 0.05; done; sleep 0.5'
  const log = join(folder, 'log')
  const supervisor = spawn(script, [folder, 'worker.next', log, 'bash', '-c', counts, log], { stdio: 'ignore' })
  const ended = new Promise((resolve) => supervisor.once('exit', resolve))
  try {
    await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('up'))
    supervisor.kill('SIGUSR1')
    await until(() => existsSync(join(folder, 'worker.supervisor')))
    assert(existsSync(join(folder, 'worker.pid')) && !existsSync(join(folder, 'worker.next.pid')))
    supervisor.kill('SIGTERM')
    await ended
    assert.equal(readFileSync(log, 'utf8'), 'up\ntold\n')
    assert(!existsSync(join(folder, 'worker.pid')))
  } finally {
    supervisor.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

test('a process that stands still costs its supervisor nothing, and still stops when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gelora-supervise-'))
  const supervisor = spawn(script, [folder, 'sleeper', join(folder, 'log'), 'sleep', '60'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => supervisor.once('exit', resolve))
  try {
    await until(() => existsSync(join(folder, 'sleeper.pid')))
    const pid = Number(readFileSync(join(folder, 'sleeper.pid'), 'utf8'))
    process.kill(pid, 'SIGSTOP')
    await until(() => stateOf(pid) === 'T')
    const before = ticksOf(supervisor.pid)
    await pause(1_000)
    assert(ticksOf(supervisor.pid) - before < 20)
    process.kill(pid, 'SIGCONT')
    supervisor.kill('SIGTERM')
    await ended
    assert.throws(() => process.kill(pid, 0))
  } finally {
    supervisor.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})
