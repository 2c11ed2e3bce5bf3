// A checker that cannot fail proves nothing: each wrong arrow is told, each right one is not.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const script = join(dirname(fileURLToPath(import.meta.url)), 'check_layers.sh')

function check(files) {
  const root = mkdtempSync(join(tmpdir(), 'layers-'))
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text + '\n')
    }
    return spawnSync(script, [root], { encoding: 'utf8' })
  } finally {
    rmSync(root, { recursive: true })
  }
}

const wrong = {
  'domain knows I/O': ['services/booking/domain/a.cpp', '#include <boost/asio.hpp>'],
  'domain knows storage': ['services/booking/domain/a.cpp', '#include "booking/storage/holds.hpp"'],
  'storage knows api': ['services/booking/storage/a.cpp', '#include "booking/api/routes.hpp"'],
  'storage knows app': ['services/booking/storage/a.cpp', '#include "booking/app/app.hpp"'],
  'app knows api': ['services/user/app/a.hpp', '#include "../api/routes.hpp"'],
  'a service includes another': ['services/payment/app/a.hpp', '#include "booking/domain/show.hpp"'],
  'the engine knows SQL': ['libs/seat_inventory/a.cpp', '#include "mysql/pool.hpp"'],
  'base knows http': ['libs/base/a.cpp', '#include "http/server.hpp"'],
  'a library knows a service': ['libs/http/a.cpp', '#include "booking/api/routes.hpp"'],
  'a feature imports a feature': ['web/src/features/home/a.tsx', 'import { x } from "../checkout/b"'],
  'a feature imports app': ['web/src/features/home/a.tsx', 'import { x } from "@/app/router"'],
  'ui imports a feature': ['web/src/ui/a.tsx', 'import x from "../features/home/b"'],
}
for (const [name, [file, line]] of Object.entries(wrong)) {
  test(`told: ${name}`, () => {
    const { status, stdout } = check({ [file]: line })
    assert.equal(status, 1, stdout)
    assert.ok(stdout.startsWith(`${file}:1 `), stdout)
  })
}

test('right arrows pass', () => {
  const { status, stdout } = check({
    'services/booking/main.cpp': '#include "booking/api/routes.hpp"\n#include "booking/storage/holds.hpp"',
    'services/booking/api/a.cpp': '#include "booking/app/hold_seats.hpp"\n#include "booking/storage/concerts.hpp"\n#include "http/server.hpp"',
    'services/booking/app/a.cpp': '#include "booking/domain/show.hpp"\n#include "booking/box_office/desk.hpp"\n#include "booking/storage/bookings.hpp"',
    'services/booking/domain/a.cpp': '#include "base/money.hpp"\n#include "seat_inventory/inventory.hpp"\n#include <vector>',
    'services/booking/storage/a.cpp': '#include "booking/box_office/store.hpp"\n#include "mysql/pool.hpp"',
    'libs/seat_inventory/a.cpp': '#include "base/ids.hpp"\n#include <vector>',
    'libs/seat_inventory/a_test.cpp': '#include "testkit/table.hpp"',
    'web/src/features/home/a.tsx': 'import { x } from "./b"\nimport { y } from "../../ui/button"\nimport z from "react"',
    'web/src/app/a.tsx': 'import { x } from "../features/home/b"',
  })
  assert.equal(stdout, '')
  assert.equal(status, 0)
})
